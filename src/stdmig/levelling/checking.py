"""Every plan checked once more, day by day, before anybody sees it (検証)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from stdmig.dates import shown
from stdmig.inventory.template import Durations
from stdmig.levelling.checking_loads import Checked, own_loads, vendor_loads
from stdmig.schedule import Plan, Timing
from stdmig.schedule.funding import first_to_spend, funding
from stdmig.words import Text, text


class _Dates(NamedTuple):
    """Starts and finishes as the money looks at them."""

    start: list[int]
    finish: list[int]


def check(
    chosen: Sequence[Checked],
    durations: Durations,
    *,
    capacity: bool = True,
) -> tuple[Text, ...]:
    """
    Return what is wrong with the starts that were chosen; nothing where all is right.

    It goes through tasks, links, days and months one by one and knows nothing of how
    the starts were found.

    Parameters
    ----------
    chosen
        Of every municipality.
    durations
        Which durations were counted with.
    capacity
        Whether nobody may have more to do than they can.
    """
    found: list[Text] = []
    for each in chosen:
        rules = _rules(each.plan, durations)
        found += _tasks(each, rules)
        found += _links(each, rules)
        found += _cutovers(each, rules)
        found += _money(each, rules)
    if capacity:
        found += own_loads(chosen)
        found += vendor_loads(chosen)
    return tuple(found)


def _rules(plan: Plan, durations: Durations) -> Timing:
    if durations == "likely":
        return plan.scenario("likely").timing
    return plan.quick if durations == "minimum" else plan.safe


def _tasks(each: Checked, rules: Timing) -> Iterator[Text]:
    """Yield the tasks that do not last as long as they must, or cannot start then."""
    for place, task in enumerate(each.plan.tasks):
        start, finish = each.spans[place]
        known = rules.settled.get(place)
        if known is not None:
            if (start, finish) != (known.start, known.finish):
                yield text("{task} has begun, and was moved", task=task.title)
            continue
        if rules.tasks[place](start) != finish:
            yield text(
                "{task} does not end on its day, {day}",
                task=task.title,
                day=shown(date.fromordinal(rules.tasks[place](start) - 1)),
            )
        if start < each.plan.floors[place].day and place not in each.loose:
            yield text(
                "{task} starts before {day}",
                task=task.title,
                day=shown(date.fromordinal(each.plan.floors[place].day)),
            )
        if each.kept.get(place, start) != start:
            yield text("{task} was not to be moved", task=task.title)


def _links(each: Checked, rules: Timing) -> Iterator[Text]:
    """Yield the tasks that do not wait for those before them."""
    plan = each.plan
    for place, earlier in enumerate(plan.ahead.before):
        for other in earlier:
            ready = each.spans[other].finish
            if (other, place) in rules.links:
                ready = rules.links[other, place](ready)
            if each.spans[place].start >= ready:
                continue
            # What lacks time may lack it because of what has begun and takes longer.
            if not (place in each.loose and other in rules.settled):
                yield text(
                    "{task} does not wait for {other}",
                    task=plan.tasks[place].title,
                    other=plan.tasks[other].title,
                )


def _cutovers(each: Checked, rules: Timing) -> Iterator[Text]:
    """Yield the cutovers that do not wait for a task."""
    plan = each.plan
    for system, earlier in enumerate(plan.ahead.before_cutover):
        cutover = plan.cutovers[system]
        for place in earlier:
            late = each.spans[place].finish > cutover.day.toordinal()
            # What has begun ends when it ends; no choice of starts changes that.
            if late and place not in rules.settled:
                yield text(
                    "{task} ends after the cutover of {system}",
                    task=plan.tasks[place].title,
                    system=cutover.system.title,
                )


def _money(each: Checked, rules: Timing) -> Iterator[Text]:
    """Yield the contracts that begin when their money has lapsed."""
    plan = each.plan
    places = range(len(plan.tasks))
    dates = _Dates(
        [each.spans[place].start for place in places],
        [each.spans[place].finish for place in places],
    )
    for purchase in plan.network.purchases:
        first = first_to_spend(purchase, dates)
        if first in rules.settled or purchase.contract in each.lost:
            continue
        paid = funding(plan.ahead, rules, dates, purchase)
        if paid is not None and not paid.in_time:
            yield text(
                "{task} begins after its money has lapsed",
                task=plan.tasks[first].title,
            )
