"""Which likely durations nobody wrote down (見込みの月数の前提)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.schedule.assumption import Assumption
from stdmig.schedule.plan import Plan
from stdmig.schedule.timing import Duration
from stdmig.words import count


def assumed_likely(plan: Plan) -> Iterator[Assumption]:
    """
    Yield the midpoints that stand for likely durations in the planned dates.

    Where the shortest and the longest are one there is nothing to assume. An item of
    which some tasks take longer (a full assessment) has an assumption for each.
    """
    if plan.planned_durations != "likely":
        return
    document = plan.inventory.documents.procedures
    leaning: dict[str, dict[Duration, list[str]]] = {}
    for place, span in enumerate(plan.durations):
        if span.stated is None and span.min < span.max:
            task = plan.tasks[place]
            held = leaning.setdefault(task.item.ref, {})
            held.setdefault(span, []).append(task.id)
    for place, item in enumerate(plan.inventory.procedures.items):
        where = document.locate(("items", place, "months"))
        for number, (span, ids) in enumerate(sorted(leaning.get(item.ref, {}).items())):
            message = count(
                "item {ref} {name} mostly takes {n} month, the middle of {min} and"
                " {max}, rounded up",
                "item {ref} {name} mostly takes {n} months, the middle of {min} and"
                " {max}, rounded up",
                span.likely,
                ref=item.ref,
                name=item.title,
                min=span.min,
                max=span.max,
            )
            name = (
                f"likely-{item.ref}" if number == 0 else f"likely-{item.ref}-{number}"
            )
            yield Assumption(name, message, where, tuple(ids))
