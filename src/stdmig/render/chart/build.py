"""A chart of everything that a plan's papers show (図の組立て)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from stdmig.dates import fiscal_year, fiscal_year_end, fiscal_year_start, shown
from stdmig.render.chart.contract_rows import contract_rows
from stdmig.render.chart.model import Chart, Line, Link, Mark, Row
from stdmig.render.chart.system_rows import system_blocks, system_heads
from stdmig.render.chart.task_rows import Concerns, item_rows
from stdmig.render.dossier import Dossier
from stdmig.render.plan.page import PlanPage
from stdmig.schedule import Plan
from stdmig.words import Style, count, listing, text


def chart_of(dossier: Dossier, style: Style, *, fold: bool = True) -> Chart:
    """
    Return the rows of a plan, in the words of a reader.

    Parameters
    ----------
    fold
        Whether systems with the same dates share a block, as on paper; filters want
        a block of its own for each.
    """
    page, plan = dossier.page, dossier.plan
    found, concerns = outline_of(dossier, style), Concerns(plan)
    years = _years(found.first, found.last)
    systems = system_blocks(page, years, style, concerns, fold=fold)
    heads = tuple(block.head for block in systems)
    return found._replace(
        items=item_rows(plan, _places(page), style, concerns),
        systems=systems,
        heads=system_heads(page, years, style) if fold else heads,
    )


def outline_of(dossier: Dossier, style: Style) -> Chart:
    """Return a chart without its tasks: contracts, milestones and lines."""
    page = dossier.page
    first, last = _span(page, _places(page))
    return Chart(
        first,
        last,
        items=(),
        systems=(),
        heads=(),
        contracts=contract_rows(page.coverages, style, _years(first, last)[0]),
        milestones=tuple(_milestones(page, style)),
        lines=tuple(_lines(page, style)),
    )


def _places(page: PlanPage) -> list[int]:
    plan = page.plan
    return [place for place in page.places if plan.status(place) != "not_applicable"]


def _years(first: date, last: date) -> tuple[date, date]:
    """Return the April before a day and the March after another."""
    return fiscal_year_start(fiscal_year(first)), fiscal_year_end(fiscal_year(last))


def links_of(plan: Plan, rows: tuple[Row, ...]) -> tuple[Link, ...]:
    """Return which of some rows wait for which, each pair once."""
    row_of: dict[int, list[str]] = {}
    for row in rows:
        for place in row.places:
            row_of.setdefault(place, []).append(row.id)
    critical = plan.critical_places
    found: dict[tuple[str, str], bool] = {}
    for place, afters in row_of.items():
        for other in plan.network.before[place]:
            held = place in critical and other in critical
            for before in row_of.get(other, ()):
                for after in afters:
                    if before != after:
                        pair = before, after
                        found[pair] = found.get(pair, False) or held
    return tuple(Link(*pair, critical) for pair, critical in found.items())


def _span(page: PlanPage, places: list[int]) -> tuple[date, date]:
    """Return the first and last day of what counts; old contracts are cut."""
    plan = page.plan
    days = [plan.as_of]
    for place in places:
        dates = plan.dates(place)
        days += [dates.planned_start, dates.planned_finish]
    for cutover in page.cutovers:
        days.append(cutover.day)
        if cutover.source != "live":
            days.append(cutover.deadline)
    if len(days) == 1:
        days.append(plan.deadline)
    return min(days), max(days)


def _milestones(page: PlanPage, style: Style) -> Iterator[Mark]:
    """Yield the milestones by date, those of a day together."""
    total = len(page.plan.network.systems)
    together: dict[date, list[object]] = {}
    for each in page.milestones:
        name: object = each.milestone.title
        if len(each.systems) < total:
            whose = (
                each.systems[0].title
                if len(each.systems) == 1
                else count("{n} system", "{n} systems", len(each.systems))
            )
            name = text("{name} ({whose})", name=name, whose=whose)
        together.setdefault(each.day, []).append(name)
    for day, names in sorted(together.items()):
        label = listing(names).into(style)
        yield Mark("milestone", day, f"{shown(day).into(style)} {label}", label)


def _lines(page: PlanPage, style: Style) -> Iterator[Line]:
    """Yield the as-of date, and the deadlines that most systems have."""
    ahead = [each for each in page.cutovers if each.source != "live"]
    limits = Counter(each.deadline for each in ahead)
    limits = limits or Counter([page.plan.deadline])
    total = sum(limits.values())
    most = sorted(limits.items(), key=lambda pair: (-pair[1], pair[0]))[:_DEADLINES]
    for day, number in sorted(most):
        label = text("deadline {day}", day=shown(day))
        whose = count("{n} system", "{n} systems", number)
        told = text("{name} ({whose})", name=label, whose=whose)
        title = label if number == total else told
        yield Line("deadline", day, title.into(style), label.into(style))
    as_of = text("as of {day}", day=shown(page.plan.as_of)).into(style)
    yield Line("as_of", page.plan.as_of, as_of, as_of)


_DEADLINES = 2
"""How many are drawn through all rows; every system's own stands in its row."""
