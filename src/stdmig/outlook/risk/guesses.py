"""What the chances lean on where no file says it (確率の仮定)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.inventory import WorkItem
from stdmig.outlook.risk.chances import sampling_error
from stdmig.outlook.risk.focus import Focus
from stdmig.risk.result import Shape
from stdmig.words import Text, count, listing, text

SHAPES: dict[Shape, Text] = {
    "pert": text("PERT distribution"),
    "triangular": text("triangular distribution"),
}
"""How durations spread between shortest, likely and longest."""


def guesses(focus: Focus, together: float) -> tuple[Text, ...]:
    """
    Return the assumptions.

    Parameters
    ----------
    together
        Correlation between the durations of tasks in which the same vendor acts.
    """
    return tuple(_guesses(focus, together))


def _guesses(focus: Focus, together: float) -> Iterator[Text]:
    risk = focus.risk
    items = {
        (task := risk.plan.tasks[place]).item.ref: task.item for place in focus.tasks
    }
    midway = [each for each in items.values() if _is_midway(each)]
    if midway:
        yield count(
            "{n} work item has no likely duration in procedures.yaml; the middle"
            " between the shortest and the longest is taken (items {items}).",
            "{n} work items have no likely duration in procedures.yaml; the middle"
            " between the shortest and the longest is taken (items {items}).",
            len(midway),
            items=listing(each.ref for each in midway),
        )
    if any(
        each.months.shape is None and not each.months.observed
        for each in items.values()
    ):
        yield text(
            "How durations spread between the shortest and the longest is not"
            " recorded: a {shape} is taken.",
            shape=SHAPES[risk.shape],
        )
    if together:
        yield text(
            "Tasks of the same vendor slip together (correlation {n}); others are"
            " independent of each other.",
            n=f"{together:g}",
        )
    else:
        yield text(
            "A slip of one task says nothing about the others; what the chances are"
            " where a vendor is late with all its tasks at once, --together 0.5 shows."
        )
    yield count(
        "Chances are counted over {samples} random runs: they may be wrong by {n}"
        " percentage point, by chance alone.",
        "Chances are counted over {samples} random runs: they may be wrong by {n}"
        " percentage points, by chance alone.",
        sampling_error(risk.samples),
        samples=f"{risk.samples:,}",
    )


def _is_midway(item: WorkItem) -> bool:
    months = item.months
    return months.likely is None and months.min < months.max and not months.observed
