"""What the Mermaid chart shows, section by section (図の内容)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from stdmig.coverage import Coverage, open_gap
from stdmig.dates import shown
from stdmig.render.gap_words import (
    gap_sentence,
    part_words,
    renewal_parts,
    signed_words,
)
from stdmig.render.mermaid.bar import Bar, Tag
from stdmig.render.plan.page import PlanPage
from stdmig.render.plan.rows import Row, blocks
from stdmig.render.system_days import by_day, together
from stdmig.words import Name, Readable, text


class Section(NamedTuple):
    """Bars under a heading."""

    heading: Readable
    bars: tuple[Bar, ...]


def phases(page: PlanPage, *, folded: bool) -> Iterator[Section]:
    """
    Yield the work by phase, a row for each item and span of days.

    Parameters
    ----------
    page
        The plan.
    folded
        Whether an item has one row only, from its first start to its last finish.
    """
    plan = page.plan
    procedures = plan.inventory.procedures
    titles = {each.id: each.title for each in procedures.phases}
    phase_of = {each.ref: each.phase for each in procedures.items}
    places = [each for each in page.places if plan.status(each) != "not_applicable"]
    running = {
        (plan.tasks[place].item.ref, plan.planned.start[place])
        for place in places
        if plan.status(place) == "started"
    }
    items: dict[str, list[Row]] = {}
    for block in blocks(plan, places, "item", full=False):
        for row in block.rows:
            items.setdefault(row.ref, []).append(row)
    sections: dict[str, list[Bar]] = {}
    for ref, rows in items.items():
        bars = sections.setdefault(phase_of[ref], [])
        bars += [_folded(rows)] if folded else [_bar(row, running) for row in rows]
    for phase, bars in sections.items():
        yield Section(titles.get(phase, Name(phase)), tuple(bars))


def _bar(row: Row, running: set[tuple[str, int]]) -> Bar:
    tags: list[Tag] = []
    if row.done:
        tags.append("done")
    elif (row.ref, row.start.toordinal()) in running:
        tags.append("active")
    if row.critical and not row.done:
        tags.append("crit")
    label = text("{no} {name}", no=row.ref, name=row.label)
    return Bar(label, row.start, row.finish, tuple(tags))


def _folded(rows: list[Row]) -> Bar:
    tags: list[Tag] = ["done"] if all(row.done for row in rows) else []
    if any(row.critical and not row.done for row in rows):
        tags.append("crit")
    label = text("{no} {name}", no=rows[0].ref, name=rows[0].label)
    first, last = min(row.start for row in rows), max(row.finish for row in rows)
    return Bar(label, first, last, tuple(tags))


def days(page: PlanPage) -> Section:
    """Return the as-of date, the cutovers and their deadlines as milestones."""
    plan = page.plan
    found = [Bar(text("As-of date"), plan.as_of, plan.as_of, ("milestone",))]
    for day, systems in by_day((each.day, each.system) for each in page.cutovers):
        title = text("Cutover: {systems}", systems=together(systems))
        live = all(plan.cutover(each.id).source == "live" for each in systems)
        tags: tuple[Tag, ...] = ("done", "milestone") if live else ("milestone",)
        found.append(Bar(title, day, day, tags))
    waiting = [each for each in page.cutovers if each.source != "live"]
    for day, systems in by_day((each.deadline, each.system) for each in waiting):
        title = text("Deadline of the cutover: {systems}", systems=together(systems))
        found.append(Bar(title, day, day, ("crit", "milestone")))
    return Section(text("Cutovers and deadlines"), tuple(found))


def outermost(page: PlanPage) -> Section:
    """Return the as-of date, and the first and the last cutover and deadline."""
    plan = page.plan
    waiting = [each for each in page.cutovers if each.source != "live"]
    found = [Bar(text("As-of date"), plan.as_of, plan.as_of, ("milestone",))]
    for title, named in (
        (text("Cutover"), sorted({each.day for each in page.cutovers})),
        (text("Deadline of the cutover"), sorted({each.deadline for each in waiting})),
    ):
        ends = named if len(named) < 3 else [named[0], named[-1]]
        found += (Bar(title, day, day, ("milestone",)) for day in ends)
    return Section(text("Cutovers and deadlines"), tuple(found))


def contracts(coverages: tuple[Coverage, ...], first: date) -> Section:
    """
    Return the contracts, with what is signed, renewed and missing under each.

    Parameters
    ----------
    first
        The first day of the work: where a contract begins whose first day nobody
        knows, and, so many days before, one that began long ago; its label says so.
    """
    found = [bar for each in coverages for bar in _contract(each, first)]
    return Section(text("Contracts"), tuple(found))


_LOOKING_BACK = timedelta(days=5 * 366)
"""An older contract would leave no room for the work."""


def _contract(coverage: Coverage, first: date) -> Iterator[Bar]:
    yield _in_force(coverage, first)
    for each in coverage.signed_extensions:
        yield Bar(signed_words(), each.start, each.end)
    gap = open_gap(coverage)
    for part, words in renewal_parts(coverage):
        yield Bar(words, part.start, part.end)
    for part in gap.parts if gap.kind == "open" else ():
        yield Bar(part_words(coverage, part), part.start, part.end, ("crit",))


def _in_force(coverage: Coverage, first: date) -> Bar:
    """Return the contract's own days; what its bar cannot show its label tells."""
    name: Readable = coverage.agreement.title
    begins, last = coverage.first_day, coverage.last_day
    if open_gap(coverage).kind == "renewals":
        name = text("{what} ({span})", what=name, span=gap_sentence(coverage))
    if last is None:
        end = max(coverage.needed_to, begins or first)
        told = text("{what} ({span})", what=name, span=gap_sentence(coverage))
        return Bar(told, begins or min(first, end), end)
    if begins is None:
        told = text("{what} (first day unknown)", what=name)
        return Bar(told, min(first, last), last)
    edge = first - _LOOKING_BACK
    if begins < edge:
        told = text("{what} (since {day})", what=name, day=shown(begins))
        return Bar(told, min(edge, last), last)
    return Bar(text("{name}", name=name), begins, last)
