"""The chart of a comparison: the plan after, with the one before as ghosts (比較図)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from stdmig.coverage import Coverage, open_gap
from stdmig.dates import shown
from stdmig.outlook.comparison import Comparison, ContractChange
from stdmig.render.chart.build import chart_of
from stdmig.render.chart.draw_row import draw_row
from stdmig.render.chart.model import Bar, Chart, Mark, Row
from stdmig.render.chart.scale import Scale, scale_over
from stdmig.render.compare.amounts import longer, span
from stdmig.render.compare.contract_tables import KIND_TITLES
from stdmig.render.dossier import Dossier
from stdmig.render.gap_words import gap_cell
from stdmig.render.html.gantt import PITCH, WIDTH
from stdmig.render.html.pen import Pen
from stdmig.schedule import Plan, TaskDates
from stdmig.words import Text, text


class GhostLane(NamedTuple):
    """
    One row: the words in cells, the bars as SVG.

    Attributes
    ----------
    tone
        ``changed`` where the plans differ, ``gone`` where the plan before alone has it.
    before, after, difference
        The start of work, the cutover or the gap on either side.
    title
        All of it in words.
    """

    tone: str
    ref: str
    label: Markup
    before: Markup
    after: Markup
    difference: Markup
    title: Markup
    bars: Markup


class Ghosts(NamedTuple):
    """Everything that is drawn over one time axis."""

    chart: Chart
    scale: Scale
    systems: tuple[GhostLane, ...]
    items: tuple[GhostLane, ...]
    contracts: tuple[GhostLane, ...]


def ghosts(found: Comparison, dossier: Dossier, pen: Pen) -> Ghosts:
    """
    Return the rows of the plan after.

    Parameters
    ----------
    dossier
        All about the plan after.
    """
    chart = chart_of(dossier, pen.style)
    days = [chart.first, chart.last, *_days(found)]
    scale = scale_over(min(days), max(days), 0, WIDTH)
    draw = _Drawing(found, scale, pen)
    return Ghosts(
        chart,
        scale,
        (*map(draw.system, chart.heads), *draw.systems_gone()),
        (*map(draw.item, chart.items), *draw.items_gone()),
        tuple(
            draw.contract(row, dossier.page.coverages[int(row.id.removeprefix("c"))])
            for row in chart.contracts
        ),
    )


def _days(found: Comparison) -> Iterator[date]:
    """Yield the first and the last day of the plan before."""
    for place in found.before.places:
        dates = found.before.plan.dates(place)
        yield from (dates.planned_start, dates.planned_finish)
    for cutover in found.before.cutovers.values():
        yield cutover.day


class _Drawing:
    """Turns rows of the chart into rows of the page."""

    def __init__(self, found: Comparison, scale: Scale, pen: Pen) -> None:
        self.found, self.scale, self.pen = found, scale, pen
        self.before: Plan = found.before.plan
        self.after: Plan = found.after.plan
        self.own = _own(found)
        self.gaps = {id(each.after): each for each in found.contracts if each.after}

    def system(self, row: Row) -> GhostLane:
        name = row.systems[0]
        was, is_ = self.found.before.cutovers.get(name), self.after.cutover(name)
        bars, marks = list(row.bars), list(row.marks)
        work, now = self.own.get(name, []), [self.after.dates(p) for p in row.places]
        if work and _whole(work) != (_whole(now) if now else None):
            at = next((n for n, b in enumerate(bars) if b.kind in _WORK), len(bars))
            bars.insert(at, self._ghost(*_whole(work)))
        if was is not None and was.day != is_.day:
            title = text("cutover {day}", day=shown(was.day))
            marks.insert(0, Mark("ghost", was.day, self._before(title)))
        shift = longer((is_.day - was.day).days) if was else text("new")
        return self._lane(
            row._replace(bars=tuple(bars), marks=tuple(marks)),
            self.pen.day(was.day) if was else Markup(""),
            self.pen.day(is_.day),
            shift,
            is_new=was is None,
        )

    def systems_gone(self) -> Iterator[GhostLane]:
        for change in self.found.cutovers:
            if change.after is None and change.before is not None:
                day = change.before.day
                name = change.system.title.into(self.pen.style)
                marks = (
                    Mark("ghost", day, self._before(text("{day}", day=shown(day)))),
                )
                yield self._gone(
                    "", name, self.own.get(change.system.id, []), day, marks
                )

    def item(self, row: Row) -> GhostLane:
        pairs = self.found.pairs.both
        moved: dict[tuple[date, date], None] = {}
        starts, shifts = [], []
        for place in row.places:
            now, known = self.after.dates(place), pairs.get(place)
            if known is not None:
                was = self.before.dates(known)
                starts.append(was.planned_start)
                if was[:2] != now[:2]:
                    moved[was.planned_start, was.planned_finish] = None
                    shifts.append((was, now))
        bars = [*(self._ghost(*each) for each in moved), *row.bars]
        first = self.after.dates(row.places[0]).planned_start
        words = _shift(*shifts[0]) if shifts else None
        return self._lane(
            row._replace(bars=tuple(bars)),
            self.pen.day(min(starts)) if starts else Markup(""),
            self.pen.day(first),
            words if starts else text("new"),
            is_new=not starts,
        )

    def items_gone(self) -> Iterator[GhostLane]:
        together: dict[str, list[int]] = {}
        for place in self.found.pairs.before:
            together.setdefault(self.before.tasks[place].item.ref, []).append(place)
        for ref, places in together.items():
            title = self.before.tasks[places[0]].item.title.into(self.pen.style)
            dates = [self.before.dates(place) for place in places]
            first = min(each.planned_start for each in dates)
            yield self._gone(ref, title, dates, first, ())

    def contract(self, row: Row, coverage: Coverage) -> GhostLane:
        change = self.gaps.get(id(coverage))
        before = change.before if change else None
        bars = list(row.bars)
        if before is not None:
            held = (
                self._ghost(each.start, each.end) for each in open_gap(before).parts
            )
            bars = [*held, *bars]
        told = self._days_told(change)
        return self._lane(
            row._replace(bars=tuple(bars)),
            self.pen(_gap(before if change else coverage)),
            self.pen(_gap(coverage)),
            told,
            is_new=change is not None and change.before is None,
        )

    def _days_told(self, change: ContractChange | None) -> Text | None:
        if change is None:
            return None
        return longer(change.days) or KIND_TITLES[change.kind]

    def _gone(
        self,
        ref: str,
        label: str,
        dates: Iterable[TaskDates],
        day: date,
        marks: tuple[Mark, ...],
    ) -> GhostLane:
        spans = dict.fromkeys((e.planned_start, e.planned_finish) for e in dates)
        bars = tuple(self._ghost(*each) for each in spans)
        title = self._before(text("{name}", name=label))
        row = Row("", "task", ref, label, ("", "", ""), title, bars, marks)
        lane = self._lane(row, self.pen.day(day), Markup(""), text("gone"))
        return lane._replace(tone="gone")

    def _ghost(self, first: date, last: date) -> Bar:
        return Bar("ghost", first, last, self._before(span(first, last)))

    def _before(self, words: Text) -> str:
        return text("before: {what}", what=words).into(self.pen.style)

    def _lane(
        self,
        row: Row,
        before: Markup,
        after: Markup,
        difference: Text | None,
        *,
        is_new: bool = False,
    ) -> GhostLane:
        pen = self.pen
        tone = "changed" if difference is not None or is_new else ""
        return GhostLane(
            tone,
            row.ref,
            pen(row.label),
            before,
            after,
            pen(difference) if difference is not None else Markup(""),
            pen(row.title),
            Markup(draw_row(row._replace(kind="contract"), self.scale, PITCH)),
        )


_WORK = ("span", "past")


def _own(found: Comparison) -> dict[str, list[TaskDates]]:
    """Return the dates of the plan before by the ids of the systems."""
    plan = found.before.plan
    held: dict[str, list[TaskDates]] = {}
    for place in found.before.places:
        if plan.status(place) != "not_applicable":
            for system in plan.tasks[place].systems:
                held.setdefault(system.id, []).append(plan.dates(place))
    return held


def _whole(dates: Iterable[TaskDates]) -> tuple[date, date]:
    held = list(dates)
    first = min(each.planned_start for each in held)
    return first, max(each.planned_finish for each in held)


def _shift(before: TaskDates, after: TaskDates) -> Text | None:
    start = (after.planned_start - before.planned_start).days
    return longer(start or (after.planned_finish - before.planned_finish).days)


def _gap(coverage: Coverage | None) -> Text:
    return text("{name}", name="") if coverage is None else gap_cell(coverage)
