"""The generated nation says what the tables say (全国の生成データ)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from stdmig.inventory import Inventory
from stdmig.outlook.progress.steps import mean_rate, system_steps
from stdmig.workspace import Request, open_workspace
from tests.benchmark import benchmark
from tests.helpers import ENGLISH
from tests.national.tables import DESIGNATED, write_tables


def _towns(folder: Path, count: int = 3) -> list[Inventory]:
    nation = benchmark("figures").read(write_tables(folder / "tables"))
    benchmark("generate").write(folder / "towns", count, 1, nation.towns)
    towns = []
    for place in sorted((folder / "towns").iterdir()):
        if place.is_dir():
            inventory, faults = open_workspace(Request(place))
            assert [each.message.into(ENGLISH) for each in faults] == []
            assert inventory is not None
            towns.append(inventory)
    return towns


def test_names_and_codes_are_those_of_the_tables(tmp_path: Path) -> None:
    """Towns of one name are told apart, and a code that no table has is left out."""
    towns = [each.file.municipality for each in _towns(tmp_path)]

    assert [(each.name, each.code) for each in towns] == [
        ("甲県あ市", "010014"),
        ("甲県い町", None),
        ("乙県あ市", "020028"),
    ]


def test_steps_are_those_of_the_tables(tmp_path: Path) -> None:
    """Each rate comes back as so many of 40 steps, and so does their plain mean."""
    steps = [system_steps(each, date(2026, 4, 1)) for each in _towns(tmp_path)]

    assert [{each.done for each in town} for town in steps[:2]] == [{34}, {40}]
    done = {each.system.id: each.done for each in steps[2]}
    assert (done["juki"], done["senkyo"], done["inkan"]) == (0, 2, 38)
    known = mean_rate(each for town in steps for each in town)
    assert known == Fraction(34 * 20 + 40 * 20 + 380, 60 * 40)
    totals = benchmark("totals").straight(tmp_path / "tables")
    assert totals.mean_rate == round(float(known), 6)


def test_designated_systems_are_those_of_the_tables(tmp_path: Path) -> None:
    """Of each system and prefecture; what is none of the 20, or no town, is counted."""
    towns = _towns(tmp_path)
    totals = benchmark("totals").straight(tmp_path / "tables")

    assert [
        sorted(system.id for system in town.systems if system.designated)
        for town in towns
    ] == [["fuhyo", "juki"], [], ["juki"]]
    assert totals.by_system == {"juki": 2, "fuhyo": 1}
    assert totals.by_prefecture == {"01": 2, "02": 1}
    nation = benchmark("figures").read(tmp_path / "tables")
    assert (nation.beyond, nation.other) == (1, {"共通機能": 1})


def test_systems_with_all_steps_are_live_unless_designated(tmp_path: Path) -> None:
    """That is the one assumption about what serves already, and the file says so."""
    towns = _towns(tmp_path)
    live = [len(each.progress.live) if each.progress else None for each in towns]

    assert live == [0, 20, 0]
    told = (tmp_path / "towns" / "0002" / "progress.yaml").read_text(encoding="utf-8")
    assert "稼働済みとみなした" in told


def test_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    """And a town that comes again has other vendors, but the same figures."""
    _towns(tmp_path / "one", 6)
    _towns(tmp_path / "two", 6)
    one, two = tmp_path / "one" / "towns", tmp_path / "two" / "towns"
    files = sorted(each.relative_to(one) for each in one.rglob("*.yaml"))

    assert len(files) > 12
    assert [(one / each).read_bytes() for each in files] == [
        (two / each).read_bytes() for each in files
    ]
    first, again = (one / name / "systems.yaml" for name in ("0001", "0004"))
    assert first.read_bytes() != again.read_bytes()
    assert 'code: "010014"' in again.read_text(encoding="utf-8")


def test_fewer_workspaces_are_spread_over_the_towns(tmp_path: Path) -> None:
    """Two of three are the first and the second, none of them twice."""
    names = [each.file.municipality.name for each in _towns(tmp_path, 2)]

    assert names == ["甲県あ市", "甲県い町"]


@pytest.mark.parametrize(
    ("designated", "said"),
    [
        (DESIGNATED.replace("戸籍の附票", "戸籍の写し"), "戸籍の写し"),
        (DESIGNATED.replace("乙県,あ市", "乙県,う村"), "う村"),
    ],
)
def test_tables_that_do_not_fit(tmp_path: Path, designated: str, said: str) -> None:
    """A business or a municipality that nobody knows is never left out in silence."""
    folder = write_tables(tmp_path, designated=designated)

    with pytest.raises(ValueError, match=said):
        benchmark("figures").read(folder)


def test_a_rate_that_is_no_number_of_steps(tmp_path: Path) -> None:
    """A rate between two steps would be another table, and is refused."""
    folder = write_tables(tmp_path)
    path = folder / "step_rates_2026-01.csv"
    told = path.read_text(encoding="utf-8-sig").replace("0.85", "0.86")
    path.write_text(told, encoding="utf-8-sig")

    with pytest.raises(ValueError, match=r"no whole number of steps: 0\.86"):
        benchmark("figures").read(folder)


def test_both_sides_of_the_benchmark_plan_the_same_dates(tmp_path: Path) -> None:
    """The naive way is a peer only as long as it finds the same dates and gaps."""
    pytest.importorskip("networkx")
    pytest.importorskip("dateutil")
    _towns(tmp_path)

    assert benchmark("both_sides").compare_dates(tmp_path / "towns") > 300
