"""The sample's days and choices against its sources (見本の日程の設定)."""

from __future__ import annotations

from datetime import date

from tests.shipped import TEMPLATE, bare
from tests.test_shipped_sources import _sheet


def test_calendar() -> None:
    """The deadline is stated, the choices are the sample's, the window is a guess."""
    assert bare(TEMPLATE["deadline"]) == {"date": date(2026, 3, 31)}
    assert bare(TEMPLATE["planning"]) == {
        "as_of": date(2021, 10, 1),
        "cutover": date(2025, 10, 1),
        "durations": "maximum",
        "conditions": [],
        "budgets": {
            "supplementary": ["june", "september", "december", "march"],
            "debt_obligation": True,
            "zero_debt": False,
        },
        "rfp_after": "request",
    }
    window = {"from": "09-01", "until": "10-31", "assumed": True}
    assert bare(TEMPLATE["budget"]["request"]) == window


def test_no_closed_dates() -> None:
    """The turn of the year is the law's; a town's own dates do not ship."""
    assert list(TEMPLATE["calendar"]) == ["year_end"]
    turn = bare(TEMPLATE["calendar"]["year_end"])
    assert turn == {"from": "12-29", "until": "01-03"}


def test_blackouts_of_the_sources() -> None:
    """Every month and day of the table of busy seasons is a black-out, and no other."""
    stated: dict[str, set[str]] = {}
    inferred: dict[str, set[str]] = {}
    for each in TEMPLATE["blackouts"]:
        held = stated if each["confidence"] == "stated" else inferred
        named = {str(when) for when in each.get("months", []) + each.get("days", [])}
        held.setdefault(each["system"], set()).update(named)
        # What a source states names it; a guess says where it is from.
        assert ("source" in each) == (each["confidence"] == "stated"), each
        assert "source" in each or "note" in each, each
        assert each.get("either_side", 0) == (each["system"] == "senkyo")
    assert stated == {
        "juki": {"3", "4"},
        "senkyo": {"03-01", "06-01", "09-01", "12-01"},
        # Only the beginning has a source of its own; the notices are due by law.
        "kojin": {"2", "3", "4", "5", "6"},
        "jifu": {"8"},
        "kokuho": {"6", "7", "8"},
        "koki": {"7", "8"},
        "jidoteate": {"6"},
    }
    for row in _sheet("blackout.csv"):
        name = row["id"]
        if name != "senkyo":
            months = {part for part in row["avoid_months"].split(";") if part.isdigit()}
            listed = stated.get(name, set()) | inferred.get(name, set())
            # Payments in even and odd months are the municipality's own closed dates.
            assert listed == months, name
        assert (name in stated) == row["confidence"].startswith("stated"), name


def test_milestones() -> None:
    """Five milestones follow a work item, and the last is the cutover."""
    keys = ("id", "name", "item", "date", "cutover")
    assert [[each.get(key) for key in keys] for each in TEMPLATE["milestones"]] == [
        ["policy", "方針決定", 7, "finish", None],
        ["rfi", "RFI結果分析", 7, "finish", None],
        ["budget", "予算要求", 8, "finish", None],
        ["contract", "契約", 11, "finish", None],
        ["data-migration", "データ移行開始", 14, "start", None],
        ["cutover", "稼働", None, None, True],
    ]
