"""A comparison as one HTML file that opens offline (比較のHTML)."""

from __future__ import annotations

from typing import Any, NamedTuple

from markupsafe import Markup

from stdmig.render.chart.legend import LEGEND, draw_legend
from stdmig.render.chart.stylesheet import definitions
from stdmig.render.compare.page import ComparePage
from stdmig.render.compare.summary import points
from stdmig.render.compare.table import AFTER, BEFORE, DIFFERENCE, Row, Table
from stdmig.render.compare.tables import tables
from stdmig.render.dossier import Dossier
from stdmig.render.html.axis import axis, ground
from stdmig.render.html.gantt import PITCH
from stdmig.render.html.ghosts import Ghosts, ghosts
from stdmig.render.html.labels import LABELS
from stdmig.render.html.pen import Pen
from stdmig.render.html.whole_page import whole_page
from stdmig.words import Style, Text, count, text

_LEGEND_WIDTH = 1100.0


class _Cells(NamedTuple):
    """One change as the page shows it."""

    sign: str
    sign_told: Markup
    tone: str
    what: Markup
    names: tuple[Markup, ...]
    before: Markup
    after: Markup
    difference: Markup


class _Section(NamedTuple):
    """Changes of one kind."""

    key: str
    title: Markup
    what: Markup
    note: Markup | None
    folded: bool
    number: Markup
    rows: tuple[_Cells, ...]


def compare_html(page: ComparePage, dossier: Dossier, style: Style) -> str:
    """
    Return the comparison as one HTML file; it asks for nothing from elsewhere.

    Parameters
    ----------
    page
        The differences.
    dossier
        All about the plan after, which the chart draws.
    style
        Language and calendar of the reader.
    """
    contents = _contents(page, dossier, Pen(style))
    return whole_page("compare.html", style, contents, css=["compare.css"])


def _contents(page: ComparePage, dossier: Dossier, pen: Pen) -> dict[str, Any]:
    chart = ghosts(page.comparison, dossier, pen)
    lines = chart.chart.lines
    behind = ground(lines, chart.scale, PITCH)
    legend, height = draw_legend(pen.style, _LEGEND_WIDTH, _used(chart, behind))
    return {
        "head": {"title": pen(page.title)},
        "municipality": pen(page.municipality),
        "sample": page.is_sample,
        "section": pen(page.section) if page.section else None,
        "before": pen(page.before),
        "after": pen(page.after),
        "as_of": pen(page.day),
        "notes": tuple(map(pen, page.notes)),
        "points": [(point.tone, pen(point.words)) for point in points(page.comparison)],
        "sections": [_section(each, pen) for each in tables(page.comparison)],
        "t": {name: pen(words) for name, words in _LABELS.items()},
        "chart": chart,
        "axis": axis(lines, chart.scale, pen.style),
        "ground": behind,
        "patterns": Markup(definitions()),
        "legend": Markup(legend),
        "legend_height": f"{height:g}",
    }


def _used(chart: Ghosts, behind: str) -> frozenset[str]:
    """Return the classes of the legend that the chart uses."""
    lanes = (*chart.systems, *chart.items, *chart.contracts)
    drawn = "".join([behind, *(lane.bars for lane in lanes)])
    return frozenset(name for name, _ in LEGEND if f'class="{name}"' in drawn)


def _section(table: Table, pen: Pen) -> _Section:
    return _Section(
        table.key,
        pen(table.title),
        pen(table.what),
        pen(table.note) if table.note else None,
        table.folded,
        pen(count("{n} row", "{n} rows", len(table.rows))),
        tuple(_cells(row, pen) for row in table.rows),
    )


def _cells(row: Row, pen: Pen) -> _Cells:
    before, after, difference = (
        Markup("") if each is None else pen(each)
        for each in (row.before, row.after, row.difference)
    )
    return _Cells(
        row.sign,
        pen(_SIGNS[row.sign]),
        row.tone,
        pen(row.what),
        tuple(map(pen, row.names)),
        before,
        after,
        difference,
    )


_SIGNS: dict[str, Text] = {
    "+": text("new"),
    "-": text("gone"),
    "~": text("changed"),
}

_LABELS: dict[str, Text] = {
    "eyebrow": text("Comparison of two migration plans"),
    "before": BEFORE,
    "after": AFTER,
    "difference": DIFFERENCE,
    "as_of": text("As-of date"),
    "chart_note": text(
        "Bars and diamonds are the plan after; where the plan before differs, it stands"
        " behind them in a dashed line."
    ),
    "ghost": text("the plan before"),
    "cutover": text("Cutover"),
    "all_systems": text("System by system"),
    **{
        name: LABELS[name]
        for name in (
            "sample",
            "sample_note",
            "section_note",
            "summary",
            "chart",
            "chart_items",
            "contracts",
            "contract",
            "work_item",
            "start",
            "gap",
            "bars",
            "legend",
            "systems",
        )
    },
}
