"""What is due, joint procurements, findings, broken workspaces (一覧)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from stdmig.outlook.portfolio.joint_procurement import Joint
from stdmig.outlook.portfolio.portfolio import Broken, Portfolio
from stdmig.outlook.portfolio.statements import about_due
from stdmig.render.html.pen import Pen
from stdmig.render.portfolio.names import JOINT_FAULTS, names_by_place
from stdmig.render.towns.figures import day
from stdmig.render.towns.names import system_name
from stdmig.rules import RULES
from stdmig.words import Name, Text, count, listing

_NAMED = 5
"""So many municipalities are named; of more their number is told."""

MOST_DAYS = 60
"""So many days are listed; the workbook has all."""


class Due(NamedTuple):
    """A day by which somebody must have acted."""

    day: Markup
    what: Markup
    towns: str
    things: str
    names: Markup


class Purchase(NamedTuple):
    """A joint procurement."""

    name: Markup
    towns: str
    names: Markup
    systems: Markup
    begin: Markup
    contract: Markup
    cutover: Markup
    faults: tuple[Markup, ...]


class Finding(NamedTuple):
    """A rule of the check with how often it found something."""

    code: str
    severity: Markup
    tone: str
    title: Markup
    towns: str
    times: str


class Fault(NamedTuple):
    """What is wrong with a workspace: place, message, help."""

    place: Markup
    message: Markup
    help: Markup


class Unread(NamedTuple):
    """A workspace that could not be planned."""

    place: Markup
    name: Markup
    faults: tuple[Fault, ...]


def due(portfolio: Portfolio, pen: Pen) -> tuple[Due, ...]:
    """Return the days, the next first."""
    names = names_by_place(portfolio)
    return tuple(
        Due(
            pen(day(each.day, pen.style)),
            pen(about_due(each)),
            f"{len(each.towns):,}",
            f"{each.about:,}",
            pen(some(each.towns, names)),
        )
        for each in portfolio.due[:MOST_DAYS]
    )


def joint(portfolio: Portfolio, pen: Pen) -> Iterator[Purchase]:
    """Yield the joint procurements, what begins first in front."""
    names = names_by_place(portfolio)
    for each in portfolio.joint:
        places = list(dict.fromkeys(part.place for part in each.parts))
        yield Purchase(
            pen(each.name),
            f"{len(places):,}",
            pen(some(places, names)),
            pen(listing(map(system_name, bought(each)))) if bought(each) else Markup(),
            pen(day(each.start, pen.style)),
            # What ends before a day is signed by the day before it.
            pen(day(each.finish - 1, pen.style)),
            pen(day(min(part.cutover for part in each.parts), pen.style)),
            tuple(pen(JOINT_FAULTS[fault]) for fault in each.faults),
        )


def bought(joint: Joint) -> tuple[str, ...]:
    """Return the ids of the systems that are bought together, each once."""
    return tuple(dict.fromkeys(id_ for part in joint.parts for id_ in part.systems))


def findings(portfolio: Portfolio, pen: Pen) -> Iterator[Finding]:
    """Yield the rules that found something, the most severe and frequent first."""
    known = {rule.code: rule for rule in RULES}

    def order(code: str) -> tuple[int, int, str]:
        severity = known[code].severity if code in known else 0
        return -severity, -portfolio.findings[code][0], code

    for code in sorted(portfolio.findings, key=order):
        towns, times = portfolio.findings[code]
        rule = known.get(code)
        yield Finding(
            code,
            pen(rule.severity.label) if rule else Markup(),
            rule.severity.key if rule else "",
            pen(rule.title) if rule else Markup(),
            f"{towns:,}",
            f"{times:,}",
        )


def unread(broken: Iterable[Broken], pen: Pen) -> Iterator[Unread]:
    """Yield the workspaces that could not be planned, with their faults."""
    for each in broken:
        yield Unread(
            pen(each.place),
            pen(each.name or ""),
            tuple(
                Fault(
                    pen(f"{fault.code} {fault.location}"),
                    pen(fault.message),
                    pen(fault.help) if fault.help else Markup(),
                )
                for fault in each.faults
            ),
        )


def some(places: Iterable[str], names: Mapping[str, Name]) -> Text:
    """Return municipalities by their names, or the first of them with how many more."""
    told = [names.get(place) or Name(place) for place in places]
    if len(told) <= _NAMED:
        return listing(told)
    more = len(told) - _NAMED + 1
    return count(
        "{names} and {n} more municipality",
        "{names} and {n} more municipalities",
        more,
        names=listing(told[: _NAMED - 1]),
    )
