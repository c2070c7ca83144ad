"""How far the prolongation of a contract has come (延長の進み具合)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple, get_args

from stdmig.dates import Span
from stdmig.inventory import Extension
from stdmig.inventory.contracts import ExtensionState
from stdmig.words import Text, text

STATES: tuple[ExtensionState, ...] = get_args(ExtensionState)
"""In the order in which an extension passes through them."""

STATE_TITLES: dict[ExtensionState, Text] = {
    "planned": text("planned, not requested yet"),
    "requested": text("requested"),
    "voted": text("voted"),
    "signed": text("signed"),
}
"""What people read (予定, 要求済み, 議決済み, 契約済み)."""


class ExtensionProgress(NamedTuple):
    """
    How far the extensions that close one gap have come.

    Attributes
    ----------
    state
        The state that all extensions needed for the whole gap have at least
        reached, or None where some day of it is not covered by any.
    signed_to, recorded_to
        Last day up to which signed, and any recorded, extensions reach unbroken.
    """

    state: ExtensionState | None = None
    signed_to: date = date.min
    recorded_to: date = date.min


def extension_progress(
    extensions: Iterable[Extension], start: date, end: date
) -> ExtensionProgress:
    """
    Return how far the extensions that close the days from `start` to `end` are.

    Parameters
    ----------
    extensions
        As recorded in the file, in any order.
    start, end
        First and last day of the gap.
    """
    recorded = list(extensions)
    reached: dict[ExtensionState, date] = {}
    for place, state in enumerate(STATES):
        advanced = [each for each in recorded if each.state in STATES[place:]]
        reached[state] = _reach(advanced, start)
    complete = [state for state in STATES if reached[state] >= end]
    return ExtensionProgress(
        complete[-1] if complete else None, reached["signed"], reached["planned"]
    )


def _reach(extensions: list[Extension], start: date) -> date:
    """Return the last day up to which spans cover the days from `start` on."""
    last = start - timedelta(days=1)
    for each in sorted(extensions, key=lambda each: each.start):
        if each.start <= last + timedelta(days=1):
            last = max(last, each.end)
    return last


def signed(extensions: Iterable[Extension]) -> list[Span]:
    """Return first and last days of the extensions that are signed."""
    return [(each.start, each.end) for each in extensions if each.state == "signed"]
