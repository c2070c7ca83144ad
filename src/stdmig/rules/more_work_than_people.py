"""More planned work in a month than can be done (体制を超える作業量)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from stdmig.dates import shown_month
from stdmig.diagnostics import Location, Severity
from stdmig.inventory import Document, Path
from stdmig.inventory.capacity import Capacity, CapacityFile
from stdmig.levelling.demand import (
    Demand,
    MonthNumber,
    demands,
    month_of,
    monthly,
    yearly,
)
from stdmig.levelling.levelled import Worker
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.words import Text, count, listing, text


def more_work_than_people(context: Context) -> Iterator[Hit]:
    """Yield whoever has more to do in a month than ``capacity.yaml`` allows."""
    document, file = context.inventory.documents.capacity, context.inventory.capacity
    if document is None or file is None:
        return
    plan = context.plan
    planned = plan.planned
    spans = {
        place: (planned.start[place], planned.finish[place])
        for place in range(len(plan.tasks))
    }
    today = month_of(plan.as_of.toordinal())
    for demand in demands(plan):
        over = [
            _Month(month, load, limit)
            for month, load in monthly(demand, spans).items()
            if (limit := demand.capacity(month)) is not None
            and load > limit
            and month >= today
        ]
        if over:
            yield _hit(file, demand, over, document)


class _Month(NamedTuple):
    """A month in which there is too much to do."""

    month: MonthNumber
    load: Decimal
    limit: Decimal

    @property
    def day(self) -> date:
        return date(self.month // 12, self.month % 12 + 1, 1)


def _hit(
    file: CapacityFile, demand: Demand, over: list[_Month], document: Document
) -> Hit:
    worker = demand.worker
    worst = max(over, key=lambda each: (each.load - each.limit, -each.month))
    message = count(
        "{who}: more work is planned than can be done in {n} month ({months}); the"
        " worst is {month}, {load} against {limit}",
        "{who}: more work is planned than can be done in {n} months ({months}); the"
        " worst is {month}, {load} against {limit}",
        len(over),
        who=_name(worker),
        months=_listed(over),
        month=shown_month(worst.day),
        load=_figure(worst.load),
        limit=_figure(worst.limit),
    )
    return Hit(
        _subject(worker),
        message,
        _place(file, worker, worst, document),
        {
            "months": [
                {
                    "month": f"{each.day:%Y-%m}",
                    "load": _number(each.load),
                    "capacity": _number(each.limit),
                }
                for each in over
            ]
        },
        details=tuple(_details(over)),
    )


def _listed(over: list[_Month]) -> Text:
    """Return the months, those in a row as a span."""
    runs: list[list[_Month]] = []
    for each in over:
        if runs and runs[-1][-1].month + 1 == each.month:
            runs[-1].append(each)
        else:
            runs.append([each])
    return listing(
        text(
            "{first} to {last}",
            first=shown_month(run[0].day),
            last=shown_month(run[-1].day),
        )
        if len(run) > 1
        else shown_month(run[0].day)
        for run in runs
    )


def _details(over: list[_Month]) -> Iterator[Text]:
    """Yield the load of each month, the first ones only where they are many."""
    for each in over[:_DETAILS]:
        yield text(
            "{month}: {load} against {limit}",
            month=shown_month(each.day),
            load=_figure(each.load),
            limit=_figure(each.limit),
        )
    more = len(over) - _DETAILS
    if more > 0:
        yield count("and {n} more", "and {n} more", more)


_DETAILS = 12


def _name(worker: Worker) -> Text:
    if worker.kind == "lead":
        if worker.name is None:
            return text("the lead section")
        return text("{name} (lead section)", name=worker.name)
    if worker.kind == "section":
        return text("{name}", name=worker.name)
    return text("{name}, items {items}", name=worker.name, items=listing(worker.items))


def _subject(worker: Worker) -> dict[str, str]:
    if worker.kind == "lead":
        return {"worker": "lead"}
    if worker.kind == "section":
        return {"section": str(worker.name)}
    items = ",".join(sorted(set(worker.items)))
    return {"vendor": str(worker.name), "items": items}


def _place(
    file: CapacityFile, worker: Worker, worst: _Month, document: Document
) -> Location:
    """Return where the limit of the worst month is written down."""
    path = next(
        path
        for path, written in _written(file, worker)
        if (limits := yearly(written)) and limits[worst.month % 12] == worst.limit
    )
    return document.locate((*path, "capacity"))


def _written(file: CapacityFile, worker: Worker) -> Iterator[tuple[Path, Capacity]]:
    """Yield the entries of a worker; the lead section may have one by its name too."""
    if worker.kind == "vendor":
        for place, vendor in enumerate(file.vendors):
            if vendor.vendor == worker.name and {*vendor.items} == {*worker.items}:
                yield ("vendors", place), vendor
        return
    if worker.kind == "lead":
        yield ("lead",), file.lead
    for place, section in enumerate(file.sections):
        if section.section == worker.name:
            yield ("sections", place), section


def _figure(amount: Decimal) -> str:
    """Return a number of people without the zeros that say nothing: 2, 0.5."""
    return f"{amount.normalize():f}"


def _number(amount: Decimal) -> int | float:
    """Return a number of people as programs take it."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)


RULE = Rule(
    code="STD404",
    name="more-work-than-people",
    severity=Severity.WARNING,
    subjects=(("worker",), ("section",), ("vendor", "items")),
    title=text("more work is planned than can be done"),
    help=text(
        "spread the work with stdmig level, bring in more people, or correct"
        " capacity.yaml"
    ),
    why=text(
        "Planned as late as the cutovers allow, the work of all systems falls on the"
        " same months, and on the same few people. What they cannot do in their month"
        " is done late, and every cutover behind it moves."
    ),
    example=Example(
        """\
lead: {capacity: 2}   # {remark}
""",
        text("while five tasks of the lead section are planned for one month"),
    ),
    run=more_work_than_people,
)
