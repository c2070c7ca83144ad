"""What matters, what to decide, and the next date (要点)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from stdmig.coverage import Coverage
from stdmig.dates import difference, shown
from stdmig.outlook.contract_statement import contract_statement
from stdmig.outlook.next_dates import NextDate, first_to_act
from stdmig.outlook.statement import Statement
from stdmig.schedule import Cutover, Plan, sooner_way
from stdmig.words import Text, count, text


class Summary(NamedTuple):
    """The statements at the head of a plan, the most important first."""

    statements: tuple[Statement, ...]


def summarise(
    plan: Plan,
    coverages: tuple[Coverage, ...],
    dates: tuple[NextDate, ...],
    systems: Collection[str] | None = None,
) -> Summary:
    """
    Return what a busy officer must know about a plan.

    Parameters
    ----------
    plan
        The dates.
    coverages
        The contracts held against it.
    dates
        What is due next.
    systems
        Ids of the systems that the reader looks at; None means all.
    """
    cutovers = [
        cutover
        for cutover in plan.cutovers
        if (systems is None or cutover.system.id in systems)
        and cutover.source != "live"
    ]
    return Summary(
        (
            *_past(plan, cutovers),
            *contract_statement(coverages),
            *_deadline(cutovers),
            *_fit(plan, cutovers),
            *_next(dates),
        )
    )


def _past(plan: Plan, cutovers: list[Cutover]) -> Iterator[Statement]:
    """Yield that deadlines are past with nothing known to be live, and what to do."""
    past = [each for each in cutovers if _is_past(plan, each)]
    if not past:
        return
    message = count(
        "The deadline {deadline} is past, and {n} system is not recorded as live.",
        "The deadline {deadline} is past, and {n} systems are not recorded as live.",
        len(past),
        deadline=shown(max(each.deadline for each in past)),
    )
    advice = text(
        "Record the live ones in progress.yaml (live), and mark the designated ones in"
        " systems.yaml (designated)."
    )
    yield Statement("bad", (message, advice))


def _is_past(plan: Plan, cutover: Cutover) -> bool:
    return cutover.is_overdue(plan.as_of) and cutover.deadline < plan.as_of


def _deadline(cutovers: list[Cutover]) -> Iterator[Statement]:
    late = [each for each in cutovers if each.day > each.deadline]
    if late:
        yield Statement(
            "bad",
            (
                count(
                    "{n} system is to be cut over after its deadline.",
                    "{n} systems are to be cut over after their deadline.",
                    len(late),
                ),
            ),
        )


_LATER = text("Choose a later cutover.")


def _fit(plan: Plan, cutovers: list[Cutover]) -> Iterator[Statement]:
    """Yield whether the cutovers can be kept, and by how much the worst is missed."""
    quick = [each for each in cutovers if each.earliest > each.day]
    slow = [each for each in cutovers if each.early > each.day]
    if quick:
        worst = max(quick, key=lambda each: each.earliest - each.day)
        late = difference(worst.day, worst.earliest)
        if len(quick) == len(cutovers):
            message = text(
                "Even with every task at its shortest the cutover would be"
                " {day}, {late} late.",
                day=shown(worst.earliest),
                late=late,
            )
        else:
            message = text(
                "Even with every task at its shortest {name} would be cut over on"
                " {day}, {late} late.",
                name=worst.system.title,
                day=shown(worst.earliest),
                late=late,
            )
        past = all(_is_past(plan, each) for each in quick)
        yield Statement("bad", (message,) if past else (message, _LATER))
    elif slow:
        worst = max(slow, key=lambda each: each.early - each.day)
        message = text(
            "With every task at its longest the cutover would be {day}, {late} late.",
            day=shown(worst.early),
            late=difference(worst.day, worst.early),
        )
        advice = text("At its shortest it is in time: decide which tasks to shorten.")
        yield Statement("decide", (message, *_sooner(plan, worst), advice))
    elif cutovers:
        message = text("The plan fits, even with every task at its longest.")
        yield Statement("good", (message,))


def _sooner(plan: Plan, cutover: Cutover) -> Iterator[Text]:
    """Yield the supplementary budget by which a system would be ready sooner."""
    for purchase in plan.network.purchases:
        if any(each is cutover.system for each in purchase.procurement.systems):
            option = sooner_way(plan, purchase)
            if option is not None:
                yield text(
                    "With the {way} it would be {day}.",
                    way=option.early.occasion.way.title,
                    day=shown(option.cutover),
                )
            return


def _next(dates: tuple[NextDate, ...]) -> Iterator[Statement]:
    """Yield the next day on which somebody must act."""
    due = first_to_act(dates)
    if due is not None and due.sentence is not None:
        yield Statement("next", (due.sentence,))
