"""What the plan leans on although no source states it (前提)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from stdmig.dates import holiday_data, holidays_announced, shown
from stdmig.inventory import Path, System
from stdmig.network import CUTOVER, Task, links
from stdmig.schedule.assumed_assessments import assumed_assessments
from stdmig.schedule.assumed_votes import assumed_votes
from stdmig.schedule.assumption import Assumption
from stdmig.schedule.bridges import bridges
from stdmig.schedule.plan import Plan
from stdmig.words import count, text


def assumptions(plan: Plan) -> tuple[Assumption, ...]:
    """Return what is assumed: the municipality's facts first, then the procedure's."""
    return (
        *_policies(plan),
        *_nameless(plan),
        *_assessments(plan),
        *assumed_assessments(plan),
        *assumed_votes(plan),
        *_publications(plan),
        *_contracts(plan),
        *_durations(plan),
        *_links(plan),
        *_calendar(plan),
        *_system_links(plan),
        *_designated(plan),
        *_progress(plan),
        *_blackouts(plan),
        *_holidays(plan),
    )


def _policies(plan: Plan) -> Iterator[Assumption]:
    """Yield the procurements whose vendor is taken to change, and why."""
    for procurement in plan.network.procurements.values():

        def bought(task: Task, name: str = procurement.id) -> bool:
            held = task.procurement
            drops = task.item.drops_when == "vendor_stays"
            return drops and held is not None and held.id == name

        for policy in ("undecided", "national"):
            units = [
                placed
                for placed in procurement.installations
                if placed.unit.policy == policy
                and placed.system.id not in plan.network.live
            ]
            if not units:
                continue
            if policy == "undecided":
                message = count(
                    "{name}: the vendor's policy is undecided for {n} unit;"
                    " planned as a change of vendor",
                    "{name}: the vendor's policy is undecided for {n} units;"
                    " planned as a change of vendor",
                    len(units),
                    name=procurement.name,
                )
            else:
                message = count(
                    "{name}: the nationally provided product counts as a change of"
                    " vendor for {n} unit",
                    "{name}: the nationally provided product counts as a change of"
                    " vendor for {n} units",
                    len(units),
                    name=procurement.name,
                )
            where = plan.inventory.locate((*units[0].path, "policy"))
            ids = _ids(plan, bought)
            yield Assumption(f"{policy}-{procurement.id}", message, where, ids)


def _nameless(plan: Plan) -> Iterator[Assumption]:
    placed = {each.system.id for each in plan.inventory.installations}
    for system in plan.network.systems:
        if system.id not in placed and system.id not in plan.network.live:
            message = text(
                "{name}: no unit is recorded; planned as one bought alone, with a"
                " change of vendor",
                name=system.title,
            )
            where = plan.inventory.locate_system(system)
            yield Assumption(f"no-unit-{system.id}", message, where, _of(plan, system))


def _assessments(plan: Plan) -> Iterator[Assumption]:
    for system in plan.network.systems:
        assessment = system.assessment
        if assessment and assessment.assumed and system.id not in plan.network.live:
            message = (
                text("{name}: an assessment (PIA) is needed", name=system.title)
                if system.needs_assessment
                else text("{name}: needs no assessment (PIA)", name=system.title)
            )
            where = plan.inventory.locate_system(system)
            name = f"assessment-{system.id}"
            yield Assumption(name, message, where, _of(plan, system))


def _publications(plan: Plan) -> Iterator[Assumption]:
    inventory = plan.inventory
    for place, group in enumerate(inventory.file.specifications):
        if not group.assumed or group.published is None:
            continue

        def waits(task: Task, name: str = group.id) -> bool:
            return task.item.waits_for == "specification" and any(
                system.specification == name for system in task.systems
            )

        message = text(
            "the specifications of {group} are published by {day}",
            group=group.title,
            day=shown(group.published),
        )
        where = inventory.locate(("specifications", place, "published"))
        name = f"publication-{group.id}"
        yield Assumption(name, message, where, _ids(plan, waits))


def _contracts(plan: Plan) -> Iterator[Assumption]:
    inventory = plan.inventory
    for agreement in inventory.agreements:
        if agreement.contract is not None and agreement.contract.assumed:
            message = text("{name}: the contract's dates", name=agreement.title)
            where = inventory.locate(agreement.path)
            yield Assumption(f"contract-{agreement.id}", message, where, ())


def _durations(plan: Plan) -> Iterator[Assumption]:
    document = plan.inventory.documents.procedures
    for place, item in enumerate(plan.inventory.procedures.items):
        if item.months.assumed or item.assumed:
            message = text(
                "item {ref} {name} takes {min} to {max} months",
                ref=item.ref,
                name=item.title,
                min=item.months.min,
                max=item.months.max,
            )
            where = document.locate(("items", place, "months"))
            ids = _of_item(plan, item.ref)
            if ids:
                yield Assumption(f"months-{item.ref}", message, where, ids)


def _links(plan: Plan) -> Iterator[Assumption]:
    """Yield the links between items that no source states."""
    procedures = plan.inventory.procedures
    paths: dict[str, Path] = {
        item.ref: ("items", place, "after")
        for place, item in enumerate(procedures.items)
    }
    paths[CUTOVER] = ("cutover", "after")
    for ref, after in links(procedures).items():
        for position, link in enumerate(after):
            if not link.assumed:
                continue
            where = plan.inventory.documents.procedures.locate((*paths[ref], position))
            if ref == CUTOVER:
                message = text("item {item} ends before the cutover", item=link.item)
                ids = _of_item(plan, link.item)
            else:
                message = text(
                    "item {item} ends before item {ref} begins",
                    item=link.item,
                    ref=ref,
                )
                ids = _of_item(plan, ref)
            if ids:
                yield Assumption(f"link-{link.item}-{ref}", message, where, ids)


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
            "budget requests for the next fiscal year are taken from"
            " {start} to {end} (month-day)",
            start=_month_day(request.start),
            end=_month_day(request.end),
        )
        where = document.locate(("budget", "request"))
        yield Assumption("budget-request", message, where, _asking(plan))
    notice = template.budget.notice
    waits = template.planning.rfp_after == "notice"
    if notice is not None and notice.assumed and waits:
        message = text(
            "the informal notice of the budget is out by {day} (month-day)",
            day=_month_day(notice.on),
        )
        where = document.locate(("budget", "notice"))
        yield Assumption("budget-notice", message, where, _asking(plan))


def _month_day(day: tuple[int, int]) -> str:
    return "{:02}-{:02}".format(*day)


def _asking(plan: Plan) -> tuple[str, ...]:
    """Return the ids of the tasks that ask for money or tender for what it pays."""
    places = {
        place
        for each in plan.network.purchases
        for place in (each.request, each.rfp)
        if place is not None
    }
    return tuple(plan.tasks[place].id for place in sorted(places))


def _system_links(plan: Plan) -> Iterator[Assumption]:
    """Yield the inferred links that bridges carry, all in one."""
    places = {
        flow.place
        for group in bridges(plan)
        for flow in group.flows
        if flow.link.assumed
    }
    if places:
        message = count(
            "bridges carry {n} link between systems that is inferred",
            "bridges carry {n} links between systems that are inferred",
            len(places),
        )
        where = plan.inventory.locate(("links", min(places)))
        yield Assumption("system-links", message, where, ())


def _designated(plan: Plan) -> Iterator[Assumption]:
    """Yield the limit of the designated systems that have no date of their own."""
    limit = plan.inventory.template.designated
    leaning = [
        cutover.system
        for cutover in plan.cutovers
        if cutover.system.designated
        and cutover.system.deadline is None
        and cutover.source != "live"
    ]
    if limit.assumed and leaning:
        message = text(
            "the deadline of designated systems is {day} where none is set for the"
            " system",
            day=shown(limit.deadline),
        )
        where = plan.inventory.documents.template.locate(("designated",))
        ids = tuple(name for system in leaning for name in _of(plan, system))
        yield Assumption("designated-deadline", message, where, ids)


def _progress(plan: Plan) -> Iterator[Assumption]:
    """Yield what takes the place of days that nobody recorded."""
    document = plan.inventory.documents.progress
    if document is None:
        return
    lacking: dict[str, list[int]] = {}
    for place, known in plan.progress.items():
        if known.status == "done" and known.finish is None:
            lacking.setdefault("finish", []).append(place)
        if known.start is None and known.status in ("done", "started"):
            lacking.setdefault(f"{known.status}-start", []).append(place)
    messages = {
        "finish": text(
            "what is done without a last day was over before the as-of date"
        ),
        "done-start": text(
            "what is done without a first day took its longest duration"
        ),
        "started-start": text(
            "what is under way without a first day began on the as-of date"
        ),
    }
    for kind, message in messages.items():
        if kind in lacking:
            first = min(plan.progress[place].entry for place in lacking[kind])
            where = document.locate(("tasks", first))
            ids = tuple(plan.tasks[place].id for place in sorted(lacking[kind]))
            yield Assumption(f"progress-{kind}", message, where, ids)


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
                _of(plan, cutover.system),
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


def _of(plan: Plan, system: System) -> tuple[str, ...]:
    return _ids(
        plan,
        lambda task: task.item.scope != "municipality" and task.is_for(system),
    )


def _of_item(plan: Plan, ref: str) -> tuple[str, ...]:
    return _ids(plan, lambda task: task.item.ref == ref)


def _ids(plan: Plan, wanted: Callable[[Task], bool]) -> tuple[str, ...]:
    return tuple(task.id for task in plan.tasks if wanted(task))
