"""From the record of progress to what the passes take as settled (進捗の反映)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from stdmig.dates import latest, months
from stdmig.inventory import Status, TaskProgress
from stdmig.network import Network
from stdmig.schedule.passes import Backward, Forward
from stdmig.schedule.settled import Settled
from stdmig.schedule.timing import Timing


class Record(NamedTuple):
    """
    What is recorded of one task, as it was known on the as-of date.

    Attributes
    ----------
    status
        How far the task is (進捗).
    start, finish
        First and last day as recorded; None where nobody wrote it.
    entry
        Its place under ``tasks`` in ``progress.yaml``.
    late
        Months by which it is supposed to end later than that (遅れの想定).
    """

    status: Status
    start: date | None
    finish: date | None
    remaining_months: int | None
    entry: int
    late: int = 0


def records(network: Network, as_of: date) -> dict[int, Record]:
    """
    Return what is recorded of the tasks, by their places.

    What names a task, or an item for one system, wins over what names an item alone.
    A day after the as-of date has not happened yet: work that ends after it is under
    way, work that begins after it has not begun.
    """
    file = network.inventory.progress
    if file is None or not file.tasks:
        return {}
    by_item: dict[str, list[int]] = {}
    by_system: dict[tuple[str, str], list[int]] = {}
    for place, task in enumerate(network.tasks):
        by_item.setdefault(task.item.ref, []).append(place)
        for system in task.systems:
            by_system.setdefault((task.item.ref, system.id), []).append(place)
    exact: dict[int, Record] = {}
    whole: dict[int, Record] = {}
    for number, entry in enumerate(file.tasks):
        found = _known(entry, number, as_of)
        if entry.task is not None:
            place_of = network.place_of.get(entry.task)
            exact.update({} if place_of is None else {place_of: found})
        elif entry.system is None:
            whole.update(dict.fromkeys(by_item.get(entry.item or "", ()), found))
        else:
            named = by_system.get((entry.item or "", entry.system), ())
            exact.update(dict.fromkeys(named, found))
    return whole | exact


def _known(entry: TaskProgress, number: int, as_of: date) -> Record:
    """Return what an entry says, without what lies ahead of the as-of date."""
    status, start, finish = entry.status, entry.start, entry.finish
    if start is not None and start > as_of:
        return Record("not_started", None, None, None, number)
    if finish is not None and finish > as_of:
        status, finish = "started" if start else "not_started", None
    return Record(status, start, finish, entry.remaining_months, number)


def settle(timing: Timing, known: Mapping[int, Record], as_of: date) -> Timing:
    """
    Return the rules of a scenario with what has happened already.

    A task under way takes the months that are recorded as remaining, from the as-of
    date on, else what this scenario gives it, from its start on; it is not over
    before the as-of date. What is done without a last day was over by then; what
    lacks its first day is counted back from the last.
    """
    settled = {
        place: found
        for place, record in known.items()
        if (found := _settled(timing, place, record, as_of.toordinal())) is not None
    }
    return replace(timing, settled=settled) if settled else timing


def _settled(timing: Timing, place: int, record: Record, today: int) -> Settled | None:
    rule = timing.tasks[place]
    start = record.start.toordinal() if record.start else None
    match record.status:
        case "not_applicable":
            return Settled(today, today, over=True)
        case "done":
            end = record.finish.toordinal() + 1 if record.finish else today
            begun = latest(rule, end) if start is None else min(start, end)
            return Settled(begun, end, over=True)
        case "started":
            begun = today if start is None else start
            if record.remaining_months is not None:
                left = record.remaining_months + record.late
                return Settled(begun, months(left)(today), over=False)
            soonest = months(record.late)(today)
            return Settled(begun, max(rule(begun), soonest), over=False)
    return None


def running_as_begun(
    late: Backward, settled: Mapping[int, Settled], early: Forward
) -> Backward:
    """Return late dates in which what is under way has its own, as far as known."""
    running = [place for place, known in settled.items() if not known.over]
    if not running:
        return late
    starts, finishes = [*late.start], [*late.finish]
    for place in running:
        starts[place], finishes[place] = early.start[place], early.finish[place]
    return late._replace(start=starts, finish=finishes)
