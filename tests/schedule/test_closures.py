"""Black-outs as spans of days (切替回避期間の日付)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from stdmig.inventory import System
from stdmig.schedule import closures
from tests.helpers import MINIMAL, sound, workspace_text

FIRST, LAST = date(2023, 4, 1), date(2025, 3, 31)
TEMPLATE = """\
schema: stdmig.template/1
deadline: 2026-03-31
calendar:
  closed:
    - {from: 2024-10-20, until: 2024-10-27, name: 選挙}
    - {from: 2030-01-01, until: 2030-01-02, name: 後の話}
    - {from: 2024-11-01, until: 2024-11-02, name: 別の業務, systems: [kojin]}
    - {from: 2024-12-10, until: 2024-12-10, name: 支給日, systems: [kojin, juki]}
    - {from: 2025-03-30, until: 2025-04-02, name: 移転}
blackouts:
  - {system: juki, months: [3, 4], name: 年度替わり, confidence: stated}
  - {system: juki, days: ["02-29"], either_side: 1, name: 登録, confidence: stated}
  - {system: juki, months: [11], either_side: 3, name: 調査, confidence: stated}
  - {system: kojin, months: [6], name: 当初課税, confidence: inferred}
"""


def _found() -> dict[tuple[str, str], list[tuple[str, str]]]:
    inventory = sound(workspace_text(MINIMAL, template=TEMPLATE))
    system = inventory.systems[0]
    return {
        (each.title.ja, each.kind): [(f"{a}", f"{b}") for a, b in each.spans]
        for each in closures(inventory.template, system, FIRST, LAST)
    }


def test_months_make_one_span() -> None:
    """March and April are one span, cut at the ends of what was asked for."""
    assert _found()["年度替わり", "stated"] == [
        ("2023-04-01", "2023-04-30"),
        ("2024-03-01", "2024-04-30"),
        ("2025-03-01", "2025-03-31"),
    ]


def test_days_on_either_side_are_inferred() -> None:
    """The day itself is stated, 28 February in common years; its neighbours are not."""
    found = _found()
    assert found["登録", "stated"] == [
        ("2024-02-29", "2024-02-29"),
        ("2025-02-28", "2025-02-28"),
    ]
    assert found["登録", "inferred"] == [
        ("2024-02-28", "2024-02-28"),
        ("2024-03-01", "2024-03-01"),
        ("2025-02-27", "2025-02-27"),
        ("2025-03-01", "2025-03-01"),
    ]


def test_closed_dates_that_hold() -> None:
    """Dates of another system, or outside the years asked for, are left out."""
    found = _found()
    assert {key: spans for key, spans in found.items() if key[1] == "closed"} == {
        ("選挙", "closed"): [("2024-10-20", "2024-10-27")],
        # A single day that two systems share.
        ("支給日", "closed"): [("2024-12-10", "2024-12-10")],
        # Cut at the end of what was asked for.
        ("移転", "closed"): [("2025-03-30", "2025-03-31")],
    }


def test_whole_months_have_no_days_on_either_side() -> None:
    """Days before and after belong to black-outs of single days."""
    found = _found()
    assert found["調査", "stated"] == [
        ("2023-11-01", "2023-11-30"),
        ("2024-11-01", "2024-11-30"),
    ]
    assert ("調査", "inferred") not in found


TURN = """\
schema: stdmig.template/1
deadline: 2026-03-31
blackouts:
  - {system: juki, days: ["01-01", "12-31"], either_side: 2, name: 年越し,
     confidence: stated}
"""


@pytest.mark.parametrize(
    ("first", "last", "stated", "inferred"),
    [
        # The turn of a year reaches into the next one, and back.
        ("2024-01-02", "2024-01-05", [], [("2024-01-02", "2024-01-03")]),
        ("2023-12-25", "2023-12-30", [], [("2023-12-29", "2023-12-30")]),
        # No day lies beyond the ends of the calendar.
        (
            *("0001-01-01", "0001-01-31"),
            [("0001-01-01", "0001-01-01")],
            [("0001-01-02", "0001-01-03")],
        ),
        (
            *("9999-12-01", "9999-12-31"),
            [("9999-12-31", "9999-12-31")],
            [("9999-12-29", "9999-12-30")],
        ),
    ],
)
def test_days_at_the_turn_of_a_year(
    first: str,
    last: str,
    stated: list[tuple[str, str]],
    inferred: list[tuple[str, str]],
) -> None:
    """A season around New Year is found from either of the two years."""
    inventory = sound(workspace_text(MINIMAL, template=TURN))
    ends = date.fromisoformat(first), date.fromisoformat(last)
    found: dict[str, list[tuple[str, str]]] = {"stated": [], "inferred": []}
    for each in closures(inventory.template, inventory.systems[0], *ends):
        found[each.kind] += [(f"{a}", f"{b}") for a, b in each.spans]
    assert found == {"stated": stated, "inferred": inferred}


def test_spans_agree_with_the_day_by_day_answer() -> None:
    """Every day of a span is a day on which the black-out says that it holds."""
    template = sound(workspace_text()).template
    days = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]
    assert len(template.blackouts) > 10
    for blackout in template.blackouts:
        system = System.model_construct(id=blackout.system)
        alone = template.model_copy(update={"blackouts": (blackout,)})
        held: dict[date, str] = {}
        for each in closures(alone, system, FIRST, LAST):
            for first, last in each.spans:
                for shift in range((last - first).days + 1):
                    held[first + timedelta(shift)] = each.kind
        known = {day: blackout.on(day) for day in days}
        assert held == {day: sure for day, sure in known.items() if sure}
