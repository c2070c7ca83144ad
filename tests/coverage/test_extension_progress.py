"""How far the extensions that close a gap have come."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from stdmig.coverage import STATE_TITLES
from stdmig.coverage.extension import STATES, extension_progress
from stdmig.inventory import Extension
from stdmig.inventory.contracts import ExtensionState
from tests.helpers import ENGLISH

START, END = date(2025, 4, 1), date(2025, 9, 30)


def _extensions(*written: tuple[str, str, ExtensionState]) -> list[Extension]:
    return [
        Extension(
            start=date.fromisoformat(start), end=date.fromisoformat(end), state=state
        )
        for start, end, state in written
    ]


def test_states_are_those_of_the_file_in_their_order() -> None:
    """An extension is planned, requested, voted, signed; each has its word."""
    assert STATES == ("planned", "requested", "voted", "signed")
    assert get_args(ExtensionState) == STATES
    assert [STATE_TITLES[state].into(ENGLISH) for state in STATES] == [
        "planned, not requested yet",
        "requested",
        "voted",
        "signed",
    ]


@pytest.mark.parametrize("state", STATES)
def test_one_extension_over_the_whole_gap(state: ExtensionState) -> None:
    """An extension that covers all days gives its own state."""
    found = extension_progress(
        _extensions(("2025-04-01", "2025-09-30", state)), START, END
    )
    assert found.state == state


@pytest.mark.parametrize(
    "span",
    [
        ("2025-04-02", "2025-09-30"),
        ("2025-04-01", "2025-09-29"),
        ("2025-05-01", "2025-08-31"),
        ("2025-10-01", "2026-03-31"),
        ("2024-10-01", "2025-03-31"),
    ],
)
def test_a_day_that_no_extension_covers(span: tuple[str, str]) -> None:
    """Where a single day is left over, the gap is not closed."""
    assert extension_progress(_extensions((*span, "signed")), START, END).state is None


def test_nothing_recorded() -> None:
    """Without an extension nothing reaches beyond the eve of the gap."""
    found = extension_progress([], START, END)
    assert found == (None, date(2025, 3, 31), date(2025, 3, 31))


def test_extensions_in_any_order_that_overlap() -> None:
    """Spans that meet or overlap close the gap; the least advanced gives the state."""
    found = extension_progress(
        _extensions(
            ("2025-08-01", "2026-03-31", "voted"),
            ("2025-04-01", "2025-04-30", "signed"),
            ("2025-03-01", "2025-07-31", "requested"),
        ),
        START,
        END,
    )
    assert found.state == "requested"
    assert found.signed_to == date(2025, 4, 30)
    assert found.recorded_to == date(2026, 3, 31)


def test_a_better_extension_over_the_same_days_counts() -> None:
    """What is planned and signed for the same days is signed."""
    found = extension_progress(
        _extensions(
            ("2025-04-01", "2025-09-30", "planned"),
            ("2025-04-01", "2025-09-30", "signed"),
        ),
        START,
        END,
    )
    assert found.state == "signed"


def test_a_hole_stops_what_is_signed() -> None:
    """Days are covered unbroken from the first one on, or not at all."""
    found = extension_progress(
        _extensions(
            ("2025-04-01", "2025-05-31", "signed"),
            ("2025-07-01", "2025-09-30", "signed"),
        ),
        START,
        END,
    )
    assert found.state is None
    assert found.signed_to == date(2025, 5, 31)
