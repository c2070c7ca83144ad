"""The chart of the page: tables whose last column is drawn as SVG (工程表)."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from stdmig.render.chart.build import chart_of, links_of
from stdmig.render.chart.draw_links import draw_link
from stdmig.render.chart.draw_row import draw_row
from stdmig.render.chart.model import Block, Chart, Row
from stdmig.render.chart.scale import Scale, scale_over
from stdmig.render.dossier import Dossier
from stdmig.render.html.facets import Facets
from stdmig.render.html.pen import Pen
from stdmig.words import Text, count, text

WIDTH = 800.0
"""Of the bars' column, in CSS pixels."""

PITCH = 24.0
"""Height of a row in CSS pixels; the lines between rows rely on it."""


class Lane(NamedTuple):
    """
    One row: words in cells, bars as SVG.

    Attributes
    ----------
    tone
        Classes: ``minor`` parts of a work item, ``bad`` where the last cell is.
    state
        What the bar's colour says, for who cannot see it.
    title
        All of it in words.
    """

    id: str
    units: str
    tone: str
    ref: str
    label: Markup
    cells: tuple[Markup, Markup, Markup]
    state: Markup
    title: Markup
    bars: Markup


class Fold(NamedTuple):
    """
    Systems with the same dates: one line that opens to their tasks.

    Attributes
    ----------
    names
        The systems; `number` says how many.
    heads
        Where they are several, a row for each with its black-outs.
    links
        Lines between the rows, in the order of what is waited for.
    """

    head: Lane
    number: Markup | None
    names: tuple[Markup, ...]
    heads: tuple[Lane, ...]
    rows: tuple[Lane, ...]
    links: Markup


class Gantt(NamedTuple):
    """Everything that is drawn over one time axis."""

    chart: Chart
    scale: Scale
    milestones: Markup
    items: tuple[Lane, ...]
    links: Markup
    contracts: tuple[Lane, ...]
    folds: tuple[Fold, ...]


def gantt(dossier: Dossier, facets: Facets, pen: Pen) -> Gantt:
    """Return the rows of a plan over one axis."""
    chart = chart_of(dossier, pen.style)
    scale = scale_over(chart.first, chart.last, 0, WIDTH)
    draw = _Drawing(dossier, chart, scale, facets, pen)
    marks = Row("m", "task", "", "", ("", "", ""), "", (), chart.milestones)
    bare = marks._replace(marks=tuple(m._replace(label="") for m in marks.marks))
    return Gantt(
        chart,
        scale,
        Markup(draw_row(bare._replace(kind="contract"), scale, PITCH)),
        tuple(draw.task(row) for row in chart.items),
        draw.links(chart.items),
        tuple(draw.contract(row) for row in chart.contracts),
        tuple(draw.fold(block) for block in chart.systems),
    )


class _Drawing:
    """Turns rows of the chart into rows of the page."""

    def __init__(
        self, dossier: Dossier, chart: Chart, scale: Scale, facets: Facets, pen: Pen
    ) -> None:
        self.plan, self.scale, self.facets, self.pen = dossier.plan, scale, facets, pen
        self.coverages = dossier.page.coverages
        self.titles = {each.id: each.title for each in self.plan.network.systems}
        self.heads = {row.systems[0]: row for row in chart.heads}

    def task(self, row: Row) -> Lane:
        return self._lane(row, self.facets.of_tasks(row.places))

    def contract(self, row: Row) -> Lane:
        coverage = self.coverages[int(row.id.removeprefix("c"))]
        units = self.facets.of_units(each.installation for each in coverage.units)
        return self._lane(row, units)

    def fold(self, block: Block) -> Fold:
        """Return a block; what concerns one of its systems concerns the block."""
        head, systems = block.head, block.head.systems
        prefix, many = head.id, len(systems) > 1
        rows = tuple(
            row._replace(id=f"{prefix}{row.id}", title=self._told(row))
            if many
            else row._replace(id=f"{prefix}{row.id}")
            for row in block.rows
        )
        return Fold(
            self._lane(head, self.facets.of_systems(systems)),
            self.pen(count("{n} system", "{n} systems", len(systems)))
            if many
            else None,
            tuple(self.pen(self.titles[each]) for each in systems),
            tuple(self._head(self.heads[each]) for each in systems) if many else (),
            tuple(self._lane(row, "") for row in rows),
            self.links(rows),
        )

    def _head(self, row: Row) -> Lane:
        lane = self._lane(row, self.facets.of_systems(row.systems))
        _, cutover, slack = lane.cells
        cells = (Markup(""), cutover, slack)
        return lane._replace(id=f"h{row.id}", tone=f"sys {lane.tone}", cells=cells)

    def links(self, rows: tuple[Row, ...]) -> Markup:
        """Return the lines between some rows, each with the rows that it joins."""
        place = {row.id: number for number, row in enumerate(rows)}
        drawn = []
        for link in links_of(self.plan, rows):
            before, after = place[link.before], place[link.after]
            line = draw_link(
                rows[before],
                rows[after],
                self.scale,
                (before * PITCH, after * PITCH),
                PITCH,
                critical=link.critical,
            )
            if line:
                drawn.append(f'<g data-l="{link.before} {link.after}">{line}</g>')
        return Markup("".join(drawn))

    def _lane(self, row: Row, units: str) -> Lane:
        pen, (first, second, third) = self.pen, row.cells
        tones = [name for name in ("minor", "alarming") if getattr(row, name)]
        return Lane(
            row.id,
            units,
            " ".join(tones),
            row.ref,
            pen(row.label),
            (pen(first), pen(second), pen(third)),
            self._state(row),
            pen(row.title),
            Markup(draw_row(row._replace(kind="contract"), self.scale, PITCH)),
        )

    def _state(self, row: Row) -> Markup:
        state = _state(row)
        return Markup("") if state is None else self.pen(state)

    def _told(self, row: Row) -> str:
        """Return what a row says that stands for the tasks of several systems."""
        start, finish, slack = row.cells
        state = _state(row)
        told = text(
            "{no} {name}: {first} to {last}",
            no=row.ref,
            name=row.label,
            first=start,
            last=finish,
        )
        if slack != "-":
            told = text("{task}, float {n} days", task=told, n=slack)
        if state is not None:
            told = text("{task}, {state}", task=told, state=state)
        return told.into(self.pen.style)


_STATES: dict[str, Text] = {
    "critical": text("critical"),
    "done": text("done"),
    "begun": text("under way"),
}


def _state(row: Row) -> Text | None:
    """Return what a bar's colour and pattern say, where it is out of the ordinary."""
    kinds = {bar.kind for bar in row.bars}
    for kind, words in _STATES.items():
        if kind in kinds and row.kind == "task":
            return words
    return None
