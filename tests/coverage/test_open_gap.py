"""What of a gap is open, and which contracts end too early (未解消の空白)."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.coverage import Coverage, Gap, OpenGap, early_ends, open_gap
from tests.rules.planned import planned

TOWN = """\
schema: stdmig.systems/1
municipality: {{name: 見本市}}
contracts:
  - {{id: held, {held}}}
  - {{id: next, start: 2024-11-01, end: 2025-09-30}}
systems:
  - {{id: juki, cutover: 2025-10-01, units: [{{section: 市民課, contract: {by}}}]}}
"""
EXTENDED = "end: 2025-03-31, extensions: [{{start: 2025-04-01, end: {}, state: {}}}]"


def _coverages(
    held: str, by: str = "held", as_of: date = date(2024, 12, 1)
) -> tuple[Coverage, ...]:
    return planned(TOWN.format(held=held, by=by), as_of=as_of).coverages


HALF_YEAR = Gap(date(2025, 4, 1), date(2025, 9, 30))
SUMMER = Gap(date(2025, 7, 1), date(2025, 9, 30))


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ("start: 2020-04-01", OpenGap("unknown")),
        ("end: 2025-09-30", OpenGap("none")),
        ("end: 2025-03-31", OpenGap("open", (HALF_YEAR,), (), alarms=True)),
        # Asked for is not yet there; voted needs nobody's help any more.
        (
            EXTENDED.format("2025-09-30", "requested"),
            OpenGap("open", (HALF_YEAR,), (), alarms=True),
        ),
        (EXTENDED.format("2025-09-30", "voted"), OpenGap("open", (HALF_YEAR,))),
        (EXTENDED.format("2025-09-30", "signed"), OpenGap("signed")),
        (
            EXTENDED.format("2025-06-30", "signed"),
            OpenGap("open", (SUMMER,), (), alarms=True),
        ),
        (
            "end: 2025-03-31, kind: single_year",
            OpenGap("renewals", (HALF_YEAR,), (2025,), alarms=True),
        ),
    ],
)
def test_kinds_of_open_gaps(held: str, expected: OpenGap) -> None:
    """What is signed counts as the contract, nothing less does."""
    found = open_gap(_coverages(held)[0])
    assert found == expected
    assert found.days == sum(part.days for part in expected.parts)


def test_hole_that_is_past_is_no_gap_any_more() -> None:
    """Once the next contract runs nobody can close the hole before it."""
    past = _coverages("end: 2024-09-30", "[held, next]")
    assert open_gap(past[0]) == OpenGap("none")
    assert early_ends(past).short == ()
    within = _coverages("end: 2024-09-30", "[held, next]", date(2024, 10, 31))
    hole = Gap(date(2024, 10, 1), date(2024, 10, 31))
    assert open_gap(within[0]) == OpenGap("open", (hole,), (), alarms=True)
    assert [each.agreement.id for each in early_ends(within).short] == ["held"]


def test_day_of_the_extension_is_apart_from_the_contracts_own() -> None:
    """The last day stays; only what is signed without a hole prolongs it."""
    signed, asked = (
        _coverages(EXTENDED.format("2025-06-30", state))[0]
        for state in ("signed", "requested")
    )
    assert (signed.last_day, signed.extended_to) == (
        date(2025, 3, 31),
        date(2025, 6, 30),
    )
    assert (asked.last_day, asked.extended_to) == (date(2025, 3, 31), None)


def test_contract_that_another_takes_over_from_is_not_counted() -> None:
    """It need not last to the cutover; the one that follows is held against it."""
    found = early_ends(_coverages("end: 2024-10-31", "[held, next]"))
    assert [each.agreement.id for each in found.known] == ["next"]
    assert (found.short, found.longest) == ((), None)


def test_renewals_are_short_but_never_the_longest_gap() -> None:
    """A single-year contract ends too early, with renewals instead of a gap."""
    found = early_ends(_coverages("end: 2022-03-31, kind: single_year"))
    assert [each.agreement.id for each in found.short] == ["held"]
    assert found.longest is None
