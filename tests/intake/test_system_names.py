"""The 20 systems under every name that is known (業務の呼び名)."""

from __future__ import annotations

import pytest

from stdmig.intake.inventory_list.recognise import recognise
from stdmig.intake.inventory_list.system_names import (
    ALONE,
    BEYOND,
    SEVERAL_ALONE,
    SEVERAL_WITHIN,
    WITHIN,
)
from stdmig.inventory import STATUTORY

ALIASES = [
    (alias, key)
    for table in (WITHIN, ALONE)
    for key, names in table.items()
    for alias in names.split()
]


@pytest.mark.parametrize(("alias", "system"), ALIASES)
def test_alias_means_one_system(alias: str, system: str) -> None:
    """Every alias of the tables means its system and no other, also with システム."""
    assert recognise(alias).systems == (system,)
    assert recognise(f"{alias}システム").systems == (system,)


def test_every_system_has_its_name_and_id_as_alias() -> None:
    """Name in both languages and id of each of the 20 mean that system."""
    for key, name in STATUTORY.items():
        assert recognise(key).sure == key
        assert recognise(name.ja).sure == key
        assert recognise(name.en or "").sure == key


CONFUSABLE = [
    ("児童手当", "jidoteate"),
    ("児童扶養手当", "jifu"),
    ("児童扶養手当に係る業務支援システム", "jifu"),
    ("戸籍", "koseki"),
    ("戸籍の附票", "fuhyo"),
    ("戸籍附票システム", "fuhyo"),
    ("戸籍（付票）", None),
    ("戸籍・附票", None),
    ("個人市民税", "kojin"),
    ("法人市民税", "hojin"),
    ("町県民税（個人）", "kojin"),
    ("住民税（個人・法人）", None),
    ("国民年金", "nenkin"),
    ("国民健康保険", "kokuho"),
    ("国民健康保険税基幹業務系システム", "kokuho"),
    ("国保（資格・給付）", "kokuho"),
    ("介護保険料", "kaigo"),
    ("後期高齢者医療保険料", "koki"),
    ("後期高齢", "koki"),
    ("健康管理", "kenko"),
    ("障がい者福祉", "shogai"),
    ("障害福祉", "shogai"),
    ("子ども子育て支援", "kodomo"),
    ("こども・子育て支援", "kodomo"),
    ("住民記録台帳", "juki"),
    ("住民基本台帳", "juki"),
    ("固定資産税\n（土地・家屋・償却）", "kotei"),
    ("軽自動車税(種別割)", "keiji"),
    ("学齢簿", "shugaku"),
    ("POROBONO選挙管理システム", "senkyo"),
    ("税総合（固定資産税）", "kotei"),
    ("固定資産税（個人）", "kotei"),
    ("厚生年金", None),
]


@pytest.mark.parametrize(("name", "system"), CONFUSABLE)
def test_names_alike_are_told_apart(name: str, system: str | None) -> None:
    """The longest known name counts; what names two systems names none surely."""
    assert recognise(name).sure == system


def test_two_systems_in_one_name_are_both_found() -> None:
    """A name that lists systems gives all of them, in the order of the law."""
    assert recognise("戸籍・附票").systems == ("koseki", "fuhyo")
    assert recognise("住民記録・印鑑登録").systems == ("juki", "inkan")
    assert recognise("住民税（個人・法人）").systems == ("kojin", "hojin")


@pytest.mark.parametrize("name", [*SEVERAL_WITHIN, *SEVERAL_ALONE])
def test_wide_names_are_never_sure(name: str) -> None:
    """A name that can mean several systems gives candidates alone."""
    meant = recognise(name)

    assert meant.systems == ()
    assert meant.candidates
    assert not meant.beyond


def test_feared_wide_names_give_their_candidates() -> None:
    """税総合 can mean the four taxes, 住民情報 any of the 20."""
    taxes = ("kojin", "hojin", "kotei", "keiji")
    assert recognise("税総合システム").candidates == taxes
    assert recognise("見本住民情報システム").candidates == tuple(STATUTORY)
    assert recognise("特別児童扶養手当").candidates == ("jifu", "shogai")


@pytest.mark.parametrize("name", BEYOND.split())
def test_other_systems_are_known_as_such(name: str) -> None:
    """財務会計 and the like are none of the 20, though 住基ネット sounds like one."""
    meant = recognise(f"{name}システム")

    assert meant.systems == ()
    assert meant.beyond


def test_unknown_names_say_nothing() -> None:
    """A product's name alone is no guess."""
    assert recognise("健康かるて") == ((), (), False, False)
    assert recognise("").candidates == ()


def test_no_alias_is_listed_twice() -> None:
    """An alias that stands under two systems would mean the later one."""
    names = [alias for alias, _ in ALIASES]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize(
    ("name", "system"),
    [
        ("住民記録台帳", "juki"),
        ("国民健康保険税", "kokuho"),
        ("介護保険料", "kaigo"),
        ("後期高齢者医療保険料", "koki"),
        ("後期高齢者医療保険", "koki"),
        ("国民健康保険に係る業務支援システム", "kokuho"),
        ("子ども・子育て支援に係る業務支援システム", "kodomo"),
        ("戸籍附票", "fuhyo"),
        ("選挙人名簿管理", "senkyo"),
    ],
)
def test_names_of_the_plan_and_the_national_lists(name: str, system: str) -> None:
    """The names in the packaged city's plan and on the national dashboard are known."""
    assert recognise(name) == ((system,), (system,), False, True)
