"""A plan on the terminal: what matters first, then the chart (計画の画面)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from stdmig.coverage import Coverage
from stdmig.dates import padded, shown, shown_weekday
from stdmig.outlook import Summary
from stdmig.render.cells import fit, right, width, wrap
from stdmig.render.painted import Line, Part, line, page
from stdmig.render.plan.axis import Axis, axis
from stdmig.render.plan.bars import LEGEND, as_of_mark, contract_bar, task_bar
from stdmig.render.plan.rows import Block, Grouping, Row, blocks
from stdmig.render.screen import Screen
from stdmig.schedule import Assumption, Cutover, MilestoneDate, Plan
from stdmig.words import Text, count, listing, text

_TONES = {"good": "green", "bad": "bold red", "decide": "yellow", "next": "bold"}
_LEAST_LABEL, _MOST_LABEL = 16, 44


class PlanPage(NamedTuple):
    """
    What a page about a plan shows.

    Attributes
    ----------
    places
        The tasks, for instance those of one section.
    coverages
        The contracts, likewise.
    assumptions
        All of them; they are counted, or listed where `list_assumptions` says so.
    as_of_today
        Whether the as-of date is the clock's.
    systems
        Ids of the systems that are looked at; None means all.
    options
        What a command must be given to open the same workspace.
    """

    plan: Plan
    summary: Summary
    places: list[int]
    coverages: tuple[Coverage, ...]
    milestones: tuple[MilestoneDate, ...]
    assumptions: tuple[Assumption, ...]
    grouping: Grouping = "item"
    full: bool = False
    list_assumptions: bool = False
    as_of_today: bool = False
    systems: frozenset[str] | None = None
    options: str = ""

    @property
    def cutovers(self) -> list[Cutover]:
        """Return the cutovers of the systems that are looked at."""
        return [self.plan.cutovers[place] for place in self.system_places]

    @property
    def system_places(self) -> list[int]:
        """Return the places of the systems that are looked at."""
        return [
            place
            for place, system in enumerate(self.plan.network.systems)
            if self.systems is None or system.id in self.systems
        ]


def plan_text(shown_page: PlanPage, screen: Screen) -> str:
    """Return the page for a screen."""
    lines = [
        *_heading(shown_page, screen),
        *_summary(shown_page.summary, screen),
        line(""),
        *_Chart(shown_page, screen).lines(),
        line(""),
        *_critical_path(shown_page, screen),
        *_milestones(shown_page, screen),
        *_assumptions(shown_page, screen),
        *_next_steps(shown_page, screen),
    ]
    return page(lines, colour=screen.colour)


def _heading(shown_page: PlanPage, screen: Screen) -> Iterator[Line]:
    plan, style = shown_page.plan, screen.style
    name: object = plan.inventory.municipality.title
    if plan.inventory.sample:
        name = text("{name} (sample)", name=name)
    days = sorted({cutover.day for cutover in shown_page.cutovers})
    title = text("{name}: migration plan", name=name).into(style)
    facts = [
        _as_of(shown_page),
        *_cutovers(days),
        text("deadline {day}", day=shown(plan.deadline)),
    ]
    told = "  ".join(fact.into(style) for fact in facts)
    if width(title) + 4 + width(told) <= screen.width:
        yield line(Part(title, "bold"), "    ", told)
    else:
        yield line(Part(title, "bold"))
        yield from (line(each) for each in wrap("  " + told, screen.width, "  "))


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


def _summary(summary: Summary, screen: Screen) -> Iterator[Line]:
    for number, statement in enumerate(summary.statements, start=1):
        gap = "" if screen.style.language == "ja" else " "
        words = gap.join(each.into(screen.style) for each in statement.sentences)
        for position, each in enumerate(wrap(words, screen.width - 3)):
            lead = f"{number:>2} " if position == 0 else "   "
            yield line(lead, Part(each, _TONES[statement.tone]))


class _Chart:
    """Rows of tasks and contracts over one time axis."""

    def __init__(self, shown_page: PlanPage, screen: Screen) -> None:
        self.page, self.style, self.width = shown_page, screen.style, screen.width
        self.plan = shown_page.plan
        self.groups = blocks(
            self.plan, shown_page.places, shown_page.grouping, full=shown_page.full
        )
        self.day_cells = width(padded(self.plan.deadline).into(self.style))
        # item, blank, label, blank, start - finish, blank, float, blank, bar
        fixed = 3 + 1 + 1 + 2 * self.day_cells + 3 + 1 + 5 + 1
        first, last = self._span()
        self.axis: Axis = axis(first, last, screen.width - fixed - _LEAST_LABEL)
        room = screen.width - fixed - self.axis.columns
        self.label_cells = max(min(room, _MOST_LABEL), _LEAST_LABEL)

    def _span(self) -> tuple[date, date]:
        rows = [row for group in self.groups for row in group.rows]
        days = [self.plan.deadline, self.plan.as_of]
        days += [row.start for row in rows] + [row.finish for row in rows]
        days += [cutover.day for cutover in self.page.cutovers]
        return min(days), max(days)

    def lines(self) -> Iterator[Line]:
        if any(group.rows for group in self.groups):
            yield from self._head(text("Work items (planned dates)"), text("float"))
        for group in self.groups:
            yield from self._block(group)
        if self.page.coverages:
            yield line("")
            yield line(Part(self._contract_heading(), "bold"))
        for coverage in self.page.coverages:
            yield self._contract(coverage)
        yield line("")
        yield from self._legend()

    def _head(self, title: Text, last: Text) -> Iterator[Line]:
        span = 2 * self.day_cells + 3
        left = fit("    " + title.into(self.style), 4 + self.label_cells + 1 + span)
        left += " " + right(last.into(self.style), 5) + " "
        yield line(Part(left, "bold"), Part(self.axis.years(self.style), "bold"))
        quarters = self.axis.quarters()
        blank = " " * width(left)
        if quarters is not None:
            yield line(blank, Part(quarters, "dim"))
        yield line(blank, *as_of_mark(self.axis, self.plan.as_of, self.plan.deadline))

    def _block(self, group: Block) -> Iterator[Line]:
        if group.heading is not None:
            words = group.heading.into(self.style)
            for each in wrap(words, self.label_cells + 2 * self.day_cells + 12, "  "):
                yield line(Part(each, "bold"))
        for row in group.rows:
            yield self._row(row)

    def _row(self, row: Row) -> Line:
        label = fit(row.label.into(self.style), self.label_cells)
        slack = Part(right(str(row.float_days), 5), "red" if row.float_days < 0 else "")
        return line(
            f"{row.ref:>3} {label} {self._days(row.start, row.finish)} ",
            slack,
            " ",
            *task_bar(self.axis, row, self.plan.deadline),
        )

    def _days(self, start: date, finish: date) -> str:
        days = (padded(day).into(self.style) for day in (start, finish))
        return " - ".join(right(day, self.day_cells) for day in days)

    def _contract_heading(self) -> str:
        left = fit("    " + text("Contracts").into(self.style), 4 + self.label_cells)
        ends = right(text("units, last day").into(self.style), self.day_cells * 2 + 1)
        return f"{left}{ends} {right(text('gap').into(self.style), 8)}"

    def _contract(self, coverage: Coverage) -> Line:
        style, last = self.style, coverage.last_day
        name = fit(coverage.agreement.title.into(style), self.label_cells)
        units = right(str(len(coverage.units)), self.day_cells - 5)
        kind = text("1-yr").into(style) if coverage.single_year else ""
        ends = padded(last) if last else text("unknown")
        gap = str(coverage.gap.days) if coverage.gap else "-"
        if coverage.renewals:
            gap = text("renew {n}x", n=len(coverage.renewals)).into(style)
        return line(
            f"    {name}{units} {fit(kind, 5)}",
            right(ends.into(style), self.day_cells) + " ",
            Part(right(gap, 8), "red" if coverage.gap else ""),
            " ",
            *contract_bar(self.axis, coverage, self.plan.deadline),
        )

    def _legend(self) -> Iterator[Line]:
        told = "   "
        for mark, name in LEGEND:
            words = f"{mark} {name.into(self.style)}"
            if width(told) + 1 + width(words) > self.width:
                yield line(Part(told, "dim"))
                told = "   "
            told += f" {words} "
        yield line(Part(told, "dim"))


def _critical_path(shown_page: PlanPage, screen: Screen) -> Iterator[Line]:
    """Yield the chain that must be begun first of all."""
    plan, paths = shown_page.plan, shown_page.plan.critical_paths
    own = shown_page.system_places
    if not own:
        return
    first = min(own, key=lambda system: paths[system].start)
    places = paths[first].places
    words = text(
        "Critical path ({system}): {items}",
        system=plan.network.systems[first].title,
        items="-".join(plan.tasks[place].item.ref for place in places),
    )
    told = wrap(words.into(screen.style), screen.width, "  ")
    yield from (line(each) for each in told)


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
        words = f"  {padded(day).into(style)}  {named.into(style)}"
        yield from (line(each) for each in wrap(words, screen.width, " " * 6))


def _assumptions(shown_page: PlanPage, screen: Screen) -> Iterator[Line]:
    style, found = screen.style, shown_page.assumptions
    for name in shown_page.plan.inventory.packaged:
        words = text(
            "{file}: the packaged file is used", file=name.removeprefix("stdmig:")
        )
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
    worst = min(shown_page.places, key=plan.total_float, default=None)
    if worst is not None:
        task = plan.tasks[worst]
        commands.append(f"stdmig explain {task.systems[0].id} {task.item.ref}{sample}")
    words = text("Next: {commands}", commands=listing(commands)).into(screen.style)
    yield from (line(Part(each, "dim")) for each in wrap(words, screen.width, "  "))
