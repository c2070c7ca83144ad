"""A cutover on a day that the calendar closes (閉庁日の稼働)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stdmig.dates import DayOff, shown, shown_weekday
from stdmig.diagnostics import Severity
from stdmig.inventory import ClosedDates
from stdmig.rules.alternatives import alternatives, named, offers
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.schedule import Cutover, closed_dates, day_off
from stdmig.words import Text, text

_KINDS: dict[DayOff, Text] = {
    "weekend": text("weekend"),
    "holiday": text("national holiday"),
    "year_end": text("year-end closure"),
}


def cutover_on_closed_day(context: Context) -> Iterator[Hit]:
    """Yield the days of cutovers that are closed, by the town's word or every year."""
    template = context.inventory.template
    closed: dict[tuple[date, str], tuple[ClosedDates, list[Cutover]]] = {}
    off: dict[tuple[date, DayOff], list[Cutover]] = {}
    for cutover in context.plan.cutovers:
        if cutover.is_last_resort:
            continue
        for each in closed_dates(template, cutover.system, cutover.day):
            held = closed.setdefault((cutover.day, each.name), (each, []))[1]
            if cutover not in held:
                held.append(cutover)
        kind = day_off(template, cutover.day)
        if kind is not None:
            off.setdefault((cutover.day, kind), []).append(cutover)
    for dates, cutovers in closed.values():
        yield _own(context, dates, cutovers)
    for (day, kind), cutovers in off.items():
        yield _off(context, day, kind, cutovers)


def _own(context: Context, dates: ClosedDates, cutovers: list[Cutover]) -> Hit:
    first = cutovers[0]
    return Hit(
        {"closed": dates.name, "cutover": first.day.isoformat()},
        text(
            "{names}: the cutover {day} lies on closed dates ({what},"
            " {start} to {end})",
            names=named(each.system for each in cutovers),
            day=shown(first.day),
            what=dates.title,
            start=shown(dates.start),
            end=shown(dates.end),
        ),
        context.inventory.locate_system(first.system),
        {
            "cutover": first.day.isoformat(),
            "closed": {
                "name": dates.name,
                "from": dates.start.isoformat(),
                "until": dates.end.isoformat(),
            },
            "systems": [each.system.id for each in cutovers],
            "proposals": alternatives(context, first),
        },
        details=tuple(offers(context, cutovers)),
    )


def _off(context: Context, day: date, kind: DayOff, cutovers: list[Cutover]) -> Hit:
    return Hit(
        {"cutover": day.isoformat()},
        text(
            "{names}: the cutover {day} ({weekday}) is a day off ({kind})",
            names=named(each.system for each in cutovers),
            day=shown(day),
            weekday=shown_weekday(day),
            kind=_KINDS[kind],
        ),
        context.inventory.locate_system(cutovers[0].system),
        {
            "cutover": day.isoformat(),
            "kind": kind,
            "systems": [each.system.id for each in cutovers],
        },
        severity=Severity.NOTE,
    )


RULE = Rule(
    code="STD308",
    name="cutover-on-closed-day",
    severity=Severity.ERROR,
    subjects=(
        (
            "cutover",
            "closed",
        ),
        ("cutover",),
    ),
    title=text("the cutover lies on a closed day"),
    help=text(
        "choose a working day that is not closed; a first day of service on which"
        " nobody works shows its faults only later"
    ),
    why=text(
        "The municipality has closed these days to cutovers itself: an election, the"
        " moving of the town hall, a payment day. On a weekend, a holiday or at the"
        " turn of the year a cutover is possible, and only noted."
    ),
    example=Example("""\
planning: {cutover: 2025-07-14}
calendar:
  closed:
    - {from: 2025-07-03, until: 2025-07-20, name: 参議院議員通常選挙, systems: [senkyo]}
"""),
    run=cutover_on_closed_day,
)
