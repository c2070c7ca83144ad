"""An ugly list from its bytes to the draft, by agreeing to what is proposed (一覧)."""

from __future__ import annotations

import pytest

from stdmig.intake.inventory_list.understood import Understood
from stdmig.intake.sheet.read import read_sheets
from stdmig.intake.sheet.sheet import Sheet
from stdmig.inventory import STATUTORY
from stdmig.inventory.draft import DraftSystem
from tests.intake.sheets import asked, by_proposals, day, settled, skipped
from tests.intake.ugly_list import ugly_csv, ugly_workbook


def _sheets(name: str) -> tuple[Sheet, ...]:
    data = ugly_workbook() if name.endswith("xlsx") else ugly_csv()
    sheets, faults = read_sheets(name, data)
    assert faults == []
    return sheets


BOTH = pytest.mark.parametrize("name", ["list.xlsx", "list.csv"])

ASKED = {
    "list.xlsx": {
        "municipality": "見本町",
        "beyond": "leave",
        "applies.s2.C14": "no",
        "same.s2.C8": "same",
        "contract.s1.C6": "each",
    },
    "list.csv": {
        "fill.B7": "above",
        "municipality": "見本町",
        "beyond": "leave",
        "applies.C30": "no",
        "same.C24": "same",
        "contract.C8": "each",
    },
}

UNITS = {
    ("juki", None): ("町民課", ("コモンパック",)),
    ("inkan", None): ("町民課", ("コモンパック",)),
    ("koseki", None): ("町民課", ("戸籍ネオ",)),
    ("fuhyo", None): ("町民課", ("戸籍ネオ",)),
    ("nenkin", None): ("町民課", ("コモンパック",)),
    ("kojin", None): ("税務課", ("コモンパック税",)),
    ("hojin", None): ("税務課", ("コモンパック税",)),
    ("kotei", None): ("税務課", ("コモンパック税",)),
    ("keiji", None): ("税務課", ("軽自くん",)),
    ("kokuho", "kokuho-税務課"): ("税務課", ("コモンパック税",)),
    ("kokuho", "kokuho-保険課"): ("保険課", ("コモンパック国保",)),
    ("koki", None): ("保険課", ("コモンパック後期",)),
    ("kaigo", None): ("保険課", ("かいごろう",)),
    ("shogai", None): ("福祉課", ("ふくしパック",)),
    ("jidoteate", None): ("福祉課", ("ふくしパック",)),
    ("jifu", None): ("福祉課", ("ふくしパック",)),
    ("kodomo", None): ("福祉課", ("ふくしパック-2022",)),
    ("kenko", None): ("保健センター", ("健康かるてV5",)),
    ("shugaku", None): ("教育委員会 学校教育課", ("コモンパック",)),
    ("senkyo", None): ("選挙管理委員会", ("コモンパック",)),
}

CONTRACTS = {
    "コモンパック": ("甲社", "2020-04-01", "2025-03-31", 300000),
    "コモンパック税": ("甲社", "2020-04-01", "2025-03-31", 250000),
    "コモンパック国保": ("甲社", "2020-04-01", "2025-03-31", 150000),
    "コモンパック後期": ("甲社", "2020-04-01", "2025-03-31", 60000),
    "戸籍ネオ": ("㈱乙社", "2021-10-01", "2026-09-30", 180000),
    "軽自くん": ("丙 社", "2019-04-01", "2024-03-31", 40000),
    "かいごろう": ("丁社", "2021-04-01", "2026-03-31", 120000),
    "ふくしパック": ("丁社", "2022-04-01", "2023-03-31", 90000),
    "ふくしパック-2022": ("丁社", "2022-04-01", "2027-03-31", 70000),
    "健康かるてV5": ("戊社", "2019-10-01", "2024-09-30", 110000),
}


@BOTH
def test_every_question_has_a_proposal(name: str) -> None:
    """Six questions at most, and each can simply be agreed to."""
    understood, answers, told = by_proposals(*_sheets(name))

    assert told == []
    assert asked(understood) == []
    assert answers == ASKED[name]


@BOTH
def test_draft(name: str) -> None:
    """All 20 systems are there: 19 with units and their contracts, one not."""
    draft = by_proposals(*_sheets(name))[0].draft

    assert draft.municipality == {"name": "見本町"}
    assert draft.systems == (
        DraftSystem(
            "seiho", {"applies": False, "reason": "福祉事務所なし（県が実施）"}
        ),
    )
    assert {
        (unit.system, unit.id): (unit.values["section"], unit.contracts)
        for unit in draft.units
    } == UNITS
    assert {unit.system for unit in draft.units} | {"seiho"} == set(STATUTORY)
    for contract in draft.contracts:
        vendor, start, end, fee = CONTRACTS[contract.id]
        assert contract.values["vendor"] == vendor
        assert (contract.values["start"], contract.values["end"]) == (
            day(start),
            day(end),
        )
        assert contract.values["monthly_fee"] == fee
    kinds = {each.id: each.values.get("kind") for each in draft.contracts}
    assert kinds["ふくしパック"] == "single_year"
    assert kinds["ふくしパック-2022"] != "single_year"


def _notes(understood: Understood) -> dict[str, object]:
    return {unit.system: unit.values.get("note") for unit in understood.draft.units}


def test_comments_are_kept() -> None:
    """What somebody attached to a cell of the workbook is in the unit's note."""
    notes = _notes(by_proposals(*_sheets("list.xlsx"))[0])

    assert notes["koseki"] == "[C8] 情報係：R8.10に再リースの見込み。担当\u3000庚"
    assert notes["kaigo"] == "[C7] 情報係：解約の申入れは6か月前まで"
    assert notes["jifu"] == "毎年度随意契約"


def test_what_was_not_read_is_told() -> None:
    """Sheets, columns and rows that were passed over are named with the reason."""
    understood, _, _ = by_proposals(*_sheets("list.xlsx"))

    assert [(each.name, each.rows) for each in understood.sheets] == [
        ("住民・税", 10),
        ("福祉・教育ほか", 14),
        ("凡例", 0),
        ("R4（旧）", 0),
    ]
    assert [each.heading for each in understood.unread] == ["番号", "連絡先 電話番号"]
    assert [why for _, _, why in skipped(understood)] == [
        "struck off by its author",
        "a total",
        *["a note"] * 3,
        "a total",
        "a note",
        *["none of the 20 systems; left out"] * 2,
    ]


def test_nothing_is_in_the_draft_before_it_is_answered() -> None:
    """The doubtful rows wait for their answers; the clear ones do not."""
    understood, _ = settled(*_sheets("list.xlsx"))

    assert understood.draft.municipality == {}
    systems = {unit.system for unit in understood.draft.units}
    assert {"juki", "kojin", "kenko"} <= systems
    assert "財務会計" not in systems
