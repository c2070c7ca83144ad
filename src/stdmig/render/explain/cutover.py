"""Why a cutover is on its day, in sentences (稼働開始日の理由)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import month_list, shown
from stdmig.inventory import Blackout
from stdmig.schedule import Cutover, Plan, proposals
from stdmig.words import Text, count, listing, text


def chosen_words(plan: Plan, cutover: Cutover) -> Text:
    """Return why a day was chosen that nobody wanted."""
    choice = cutover.choice
    if choice is None and cutover.reason.kind == "completion":
        return text("no day is wanted, so the planned completion is taken")
    if choice is None:
        return text("no day is wanted and none is allowed, so the deadline is taken")
    if choice.closure is None:
        fact = text("no day is wanted; the last allowed one that fits best is taken")
    else:
        first, last = choice.closure
        fact = count(
            "no day is wanted; it follows the longest closure, {n} day ({first} to"
            " {last})",
            "no day is wanted; it follows the longest closure, {n} days ({first} to"
            " {last})",
            (last - first).days + 1,
            first=shown(first),
            last=shown(last),
        )
    if choice.closed:
        fact = text(
            "{fact}, before {months}, which are closed ({seasons})",
            fact=fact,
            months=month_list(choice.closed),
            seasons=_closing(plan, cutover, choice.closed),
        )
    if choice.others:
        days = listing(map(shown, choice.others))
        fact = text("{fact}; the other choices: {days}", fact=fact, days=days)
    return fact


def day_words(plan: Plan, cutover: Cutover) -> Iterator[Text]:
    """Yield what else the calendar says about a cutover, a sentence each."""
    for hit in cutover.blackouts:
        name = hit.blackout.title
        if hit.confidence == "stated":
            yield text("the day lies in a black-out: {name}", name=name)
        else:
            yield text("the day is better avoided, as is inferred: {name}", name=name)
    yield from _order_words(plan, cutover)
    choice = proposals(plan, cutover)
    if choice is None or not choice.closed:
        return
    yield text(
        "the last allowed day before the deadline is {day}: {months} are closed",
        day=shown(choice.last),
        months=month_list(choice.closed),
    )


def _order_words(plan: Plan, cutover: Cutover) -> Iterator[Text]:
    """Yield which systems are wanted on an earlier or a later day (稼働の順序)."""
    for other in plan.cutovers:
        if other.system.id in cutover.system.after:
            yield text(
                "wanted after {system} ({day})",
                system=other.system.title,
                day=shown(other.day),
            )
        if cutover.system.id in other.system.after:
            yield text(
                "wanted before {system} ({day})",
                system=other.system.title,
                day=shown(other.day),
            )


def _closing(plan: Plan, cutover: Cutover, months: tuple[int, ...]) -> Text:
    """Return which stated black-outs close some months, with their systems."""
    blackouts = plan.inventory.template.blackouts
    return listing(
        text(
            "{system}: {name}",
            system=plan.cutover(each.system).system.title,
            name=each.title,
        )
        for each in blackouts
        if each.system in cutover.together and _closes(each, months)
    )


def _closes(blackout: Blackout, months: tuple[int, ...]) -> bool:
    return blackout.confidence == "stated" and not set(months).isdisjoint(
        blackout.months
    )
