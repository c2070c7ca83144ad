"""What is guessed of the municipal year (年間の予定の前提)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import holiday_data, holidays_announced, shown, shown_month_day
from stdmig.inventory import Path
from stdmig.schedule.assumed_tasks import tasks_of
from stdmig.schedule.assumption import Assumption
from stdmig.schedule.plan import Plan
from stdmig.words import text


def assumed_year(plan: Plan) -> Iterator[Assumption]:
    """Yield what is assumed of budgets, closed days and holidays."""
    yield from _calendar(plan)
    yield from _no_blackouts(plan)
    yield from _blackouts(plan)
    yield from _holidays(plan)


def _calendar(plan: Plan) -> Iterator[Assumption]:
    template = plan.inventory.template
    document = plan.inventory.documents.template
    if template.deadline.assumed:
        message = text("the deadline is {day}", day=shown(plan.deadline))
        yield Assumption("deadline", message, document.locate(("deadline",)), ())
    request = template.budget.request
    if request is None:
        message = text(
            "no window for budget requests is recorded; money is taken to be at hand"
        )
        yield Assumption("budget", message, document.locate(()), ())
        return
    if request.assumed:
        message = text(
            "budget requests for the next fiscal year are taken from {start} to {end}",
            start=shown_month_day(request.start),
            end=shown_month_day(request.end),
        )
        where = document.locate(("budget", "request"))
        yield Assumption("budget-request", message, where, _asking(plan))
    notice = template.budget.notice
    waits = template.planning.rfp_after == "notice"
    if notice is not None and notice.assumed and waits:
        message = text(
            "the informal notice of the budget is out by {day}",
            day=shown_month_day(notice.until),
        )
        where = document.locate(("budget", "notice"))
        yield Assumption("budget-notice", message, where, _asking(plan))


def _no_blackouts(plan: Plan) -> Iterator[Assumption]:
    if not plan.inventory.template.blackouts:
        message = text("no busy seasons are recorded; any working day may be a cutover")
        where = plan.inventory.documents.template.locate(())
        yield Assumption("no-blackouts", message, where, ())


def _blackouts(plan: Plan) -> Iterator[Assumption]:
    """Yield the inferred black-outs that hit a cutover or spoke against other days."""
    systems = {each.system.id: each for each in plan.cutovers}
    for place, blackout in enumerate(plan.inventory.template.blackouts):
        cutover = systems.get(blackout.system)
        if cutover is None:
            continue
        hit = any(
            each.blackout is blackout and each.confidence == "inferred"
            for each in cutover.blackouts
        )
        weighed = cutover.choice is not None and blackout.confidence == "inferred"
        if hit or weighed:
            path: Path = ("blackouts", place)
            yield Assumption(
                f"blackout-{blackout.system}-{place + 1}",
                text(
                    "{system}: a cutover is better avoided in this season ({when},"
                    " {name})",
                    system=cutover.system.title,
                    when=blackout.when,
                    name=blackout.title,
                ),
                plan.inventory.documents.template.locate(path),
                tasks_of(plan, cutover.system),
            )


def _holidays(plan: Plan) -> Iterator[Assumption]:
    """Yield the national holidays of years that are not announced yet."""
    announced = holidays_announced(plan.as_of)
    last = max((each.day.year for each in plan.cutovers), default=announced)
    if last <= announced:
        return
    yield Assumption(
        "national-holidays",
        text(
            "the national holidays after {year} are as {library} computes them",
            year=announced,
            library=holiday_data(last),
        ),
        plan.inventory.documents.template.locate(("calendar",)),
        (),
    )


def _asking(plan: Plan) -> tuple[str, ...]:
    """Return the ids of the tasks that ask for money or tender for what it pays."""
    places = {
        place
        for each in plan.network.purchases
        for place in (each.request, each.rfp)
        if place is not None
    }
    return tuple(plan.tasks[place].id for place in sorted(places))
