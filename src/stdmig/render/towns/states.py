"""How the state of a system is told: sign, words and class (業務の状況の表示)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.outlook.portfolio.town import SystemState
from stdmig.words import Text, text


class Shown(NamedTuple):
    """
    What tells a state.

    Attributes
    ----------
    sign
        One character that needs no colour and no language.
    label
        The state in a few words.
    about
        What it means, as a sentence.
    ink, fill
        Colours on paper and in a workbook; None where nothing is painted.
    """

    sign: str
    label: Text
    about: Text
    ink: str
    fill: str | None


# The order is that of severity: a row is sorted, and its worst state told, by it.
STATES: dict[SystemState, Shown] = {
    "overdue": Shown(
        "!",
        text("past its day and not live"),
        text("The cutover day is past, and the system is not recorded as live."),
        "#ffffff",
        "#5b1a4a",
    ),
    "impossible": Shown(
        "×",
        text("cannot be kept"),
        text("Not even the shortest durations keep the cutover or its deadline."),
        "#ffffff",
        "#b3261e",
    ),
    "late": Shown(
        "△",
        text("only if shortened"),
        text("The longest durations do not keep the cutover; shorter ones can."),
        "#3d2a00",
        "#f6c453",
    ),
    "fits": Shown(
        "○",
        text("can be kept"),
        text("Even the longest durations keep the cutover."),
        "#0b3d2e",
        "#cfeade",
    ),
    "live": Shown(
        "●",
        text("live"),
        text("The new system serves."),
        "#ffffff",
        "#00795a",
    ),
    "absent": Shown(
        "-",
        text("does not apply"),
        text("The municipality has none of it."),
        "#6a7580",
        None,
    ),
}
"""Each state, the worst first."""

ORDER: tuple[SystemState, ...] = tuple(STATES)


def number_of(state: SystemState) -> int:
    """Return what stands for a state in data: 0 for the worst."""
    return ORDER.index(state)
