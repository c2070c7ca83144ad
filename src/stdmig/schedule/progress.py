"""From the record of progress to what the passes take as settled (進捗の反映)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from stdmig.dates import DayOfYear, Rule, latest
from stdmig.inventory import Status, TaskProgress
from stdmig.network import Network, Task
from stdmig.schedule.money_at_hand import MoneyAtHand, money_from, money_of_all
from stdmig.schedule.passes import Backward, Forward
from stdmig.schedule.settled import Settled
from stdmig.schedule.task_rules import task_rule
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

    A day after the as-of date has not happened yet: work that ends after it is under
    way, work that begins after it has not begun.
    """
    file = network.inventory.progress
    if file is None:
        return {}
    return {
        place: _known(file.tasks[number], number, as_of)
        for place, number in network.recorded.items()
    }


def _known(entry: TaskProgress, number: int, as_of: date) -> Record:
    """Return what an entry says, without what lies ahead of the as-of date."""
    status, start, finish = entry.status, entry.start, entry.finish
    if start is not None and start > as_of:
        return Record("not_started", None, None, None, number)
    if finish is not None and finish > as_of:
        status, finish = "started" if start else "not_started", None
    return Record(status, start, finish, entry.remaining_months, number)


def settle(
    network: Network, timing: Timing, known: Mapping[int, Record], as_of: date
) -> Timing:
    """
    Return the rules of a scenario with what has happened already.

    A task under way takes the months that are recorded as remaining, from the as-of
    date on, else what this scenario gives it, from its start on; it is not over
    before the as-of date, and what ends with a vote is over with the next one by which
    its months are. What is done without a last day was over by then; what
    lacks its first day is counted back from the last. What spends money that can lapse
    begins while there is some.
    """
    votes = network.inventory.template.council.vote_days
    settled = {
        place: found
        for place, record in known.items()
        if (
            found := _settled(
                network.tasks[place],
                timing.tasks[place],
                record,
                as_of.toordinal(),
                votes,
            )
        )
    }
    money = _money(timing, settled, as_of.toordinal())
    if not settled and not money:
        return timing
    tasks = [*timing.tasks]
    for place, each in money.items():
        tasks[place] = each.rule()
    return replace(timing, tasks=tuple(tasks), money=money, settled=settled)


def _money(
    timing: Timing, settled: Mapping[int, Settled], today: int
) -> dict[int, MoneyAtHand]:
    """
    Return when there is money for the tasks that spend it, where not at all times.

    The ordinary budget comes every year, so that nobody who can still ask waits for it
    in vain.
    """
    found = {}
    for place, keys in timing.paid.items():
        rules = []
        for key in () if place in settled else keys:
            asked, ways = settled.get(key[0]), timing.ways[key]
            if asked is None and any(way.kind == "ordinary" for way in ways):
                continue
            # Whether somebody has asked is a fact; what the as-of date is, is none.
            known = (None, 0) if asked is None else (asked.finish, today)
            rules.append(money_from(ways, *known))
        if rules:
            each = money_of_all(tuple(dict.fromkeys(rules)))
            found[place] = MoneyAtHand(each, timing.tasks[place])
    return found


def _settled(
    task: Task, rule: Rule, record: Record, today: int, votes: tuple[DayOfYear, ...]
) -> Settled | None:
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
            left = (record.remaining_months or 0) + record.late
            finish = task_rule(task, left, votes)(today)
            if record.remaining_months is None:
                finish = max(rule(begun), finish)
            return Settled(begun, finish, ends=task_rule(task, 0, votes))
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
