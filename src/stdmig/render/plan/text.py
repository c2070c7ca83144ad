"""A plan on the terminal: what matters first, then the chart (計画の画面)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from stdmig.dates import padded, shown, shown_weekday
from stdmig.render.cells import right, width, wrap
from stdmig.render.first_lines import heading_lines, statement_lines
from stdmig.render.notes import next_lines
from stdmig.render.packaged_files import packaged_files
from stdmig.render.painted import Line, Part, line, page
from stdmig.render.plan.budgets import budget_lines
from stdmig.render.plan.chart import Chart
from stdmig.render.plan.page import PlanPage
from stdmig.render.plan.planned_dates import planned_dates
from stdmig.render.plan.standing import critical_path, standing
from stdmig.render.screen import Screen
from stdmig.schedule import MilestoneDate
from stdmig.words import Text, count, listing, text


def plan_text(shown_page: PlanPage, screen: Screen) -> str:
    """Return the page for a screen."""
    lines = [
        *_heading(shown_page, screen),
        *statement_lines(shown_page.summary.statements, screen),
        line(""),
        *Chart(shown_page, screen).lines(),
        line(""),
        *_told(_facts(shown_page), screen),
        *_milestones(shown_page, screen),
        *budget_lines(shown_page.budgets, screen),
        *_assumptions(shown_page, screen),
        *_next_steps(shown_page, screen),
    ]
    return page(lines, colour=screen.colour)


def _heading(shown_page: PlanPage, screen: Screen) -> Iterator[Line]:
    plan, style = shown_page.plan, screen.style
    name: object = plan.inventory.municipality.title
    if plan.inventory.sample:
        name = text("{name} (sample)", name=name)
    ahead = [each for each in shown_page.cutovers if each.source != "live"]
    days = sorted({cutover.day for cutover in ahead})
    head = text("{name}: migration plan", name=name)
    if shown_page.section is not None:
        head = text("{name} ({whose})", name=head, whose=shown_page.section)
    title = head.into(style)
    facts = [
        _as_of(shown_page),
        *_cutovers(days),
        _deadlines(sorted({each.deadline for each in ahead}) or [plan.deadline]),
    ]
    return heading_lines(title, facts, screen)


def _deadlines(days: list[date]) -> Text:
    if len(days) == 1:
        return text("deadline {day}", day=shown(days[0]))
    return text("deadlines {days}", days=listing(map(shown, days)))


def _as_of(shown_page: PlanPage) -> Text:
    day = shown(shown_page.plan.as_of)
    if shown_page.as_of_today:
        return text("as of {day} (today)", day=day)
    return text("as of {day}", day=day)


def _cutovers(days: list[date]) -> list[Text]:
    if not days:
        return []
    if len(days) == 1:
        day = days[0]
        return [
            text(
                "cutover {day} ({weekday})", day=shown(day), weekday=shown_weekday(day)
            )
        ]
    return [
        text("cutovers {first} to {last}", first=shown(days[0]), last=shown(days[-1]))
    ]


def _facts(shown_page: PlanPage) -> Iterator[Text]:
    yield from planned_dates(shown_page.plan)
    yield from critical_path(shown_page)
    yield from standing(shown_page)


def _told(facts: Iterable[Text], screen: Screen) -> Iterator[Line]:
    for words in facts:
        wrapped = wrap(words.into(screen.style), screen.width, "  ")
        yield from (line(each) for each in wrapped)


def _milestones(shown_page: PlanPage, screen: Screen) -> Iterator[Line]:
    """Yield the milestones by date; those of the same day and systems share a line."""
    if not shown_page.milestones:
        return
    style, total = screen.style, len(shown_page.plan.network.systems)
    together: dict[tuple[date, tuple[str, ...]], list[MilestoneDate]] = {}
    for each in shown_page.milestones:
        ids = tuple(system.id for system in each.systems)
        together.setdefault((each.day, ids), []).append(each)
    yield line(Part(text("Milestones").into(style), "bold"))
    # From the tenth year of an era on a day takes one cell more.
    cells = max(width(padded(day).into(style)) for day, _ in together)
    for (day, ids), shared in sorted(together.items(), key=lambda pair: pair[0]):
        names = listing(each.milestone.title for each in shared)
        named = names
        if len(ids) < total:
            systems = [each.title for each in shared[0].systems]
            whose = (
                systems[0]
                if len(ids) == 1
                else count("{n} system", "{n} systems", len(ids))
            )
            named = text("{name} ({whose})", name=names, whose=whose)
        words = f"  {right(padded(day).into(style), cells)}  {named.into(style)}"
        yield from (line(each) for each in wrap(words, screen.width, " " * 6))


def _assumptions(shown_page: PlanPage, screen: Screen) -> Iterator[Line]:
    style, found = screen.style, shown_page.assumptions
    for words in packaged_files(shown_page.plan.inventory):
        yield line(words.into(style))
    if not shown_page.list_assumptions:
        if found:
            told = count(
                "Leans on {n} assumption (--assumptions lists them)",
                "Leans on {n} assumptions (--assumptions lists them)",
                len(found),
            )
            yield line(told.into(style))
        return
    yield line("")
    yield line(Part(text("Assumptions").into(style), "bold"))
    for each in found:
        told_text = f"  {each.text.into(style)}"
        yield from (line(part) for part in wrap(told_text, screen.width, "    "))
        place = wrap(f"    {each.location}", screen.width, "      ")
        yield from (line(Part(part, "dim")) for part in place)


def _next_steps(shown_page: PlanPage, screen: Screen) -> Iterator[Line]:
    plan = shown_page.plan
    sample = " --sample" if plan.inventory.sample else shown_page.options
    commands = [f"stdmig check{sample}"]
    ahead = [place for place in shown_page.places if not plan.is_over(place)]
    worst = min(ahead, key=plan.total_float, default=None)
    if worst is not None:
        task = plan.tasks[worst]
        whose = next(
            (each for each in task.systems if each.id in (shown_page.systems or ())),
            task.systems[0],
        )
        commands.append(f"stdmig explain {whose.id} {task.item.ref}{sample}")
    yield from next_lines(commands, screen)
