"""What the templates are given: words and shapes, nothing to compute (紙面の内容)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from stdmig.render.chart.legend import LEGEND, draw_legend
from stdmig.render.chart.stylesheet import definitions
from stdmig.render.dossier import Dossier
from stdmig.render.html.assumed import guesses
from stdmig.render.html.axis import axis, ground
from stdmig.render.html.contracts import contracts
from stdmig.render.html.facets import Facets
from stdmig.render.html.findings import counts, groups, parted
from stdmig.render.html.gantt import PITCH, Gantt, gantt
from stdmig.render.html.heading import heading
from stdmig.render.html.labels import labels
from stdmig.render.html.load import load
from stdmig.render.html.milestones import milestone_rows
from stdmig.render.html.money import years
from stdmig.render.html.pen import Pen
from stdmig.render.html.tasks import task_groups
from stdmig.render.html.ways import ways
from stdmig.render.packaged_files import packaged_files
from stdmig.render.plan.page import PlanPage
from stdmig.render.plan.planned_dates import planned_dates
from stdmig.render.plan.standing import critical_path, standing
from stdmig.words import Style, Text, count, text

_LEGEND_WIDTH = 1100.0


def contents(dossier: Dossier, style: Style) -> dict[str, Any]:
    """
    Return everything that the templates name.

    Parameters
    ----------
    dossier
        The plan with its findings, its budget request and its load.
    style
        Language and calendar of the reader.
    """
    page, pen = dossier.page, Pen(style)
    facets = Facets(page)
    return {
        "sample": page.plan.inventory.sample,
        "t": {name: pen(words) for name, words in labels(page.plan).items()},
        "head": heading(page, pen),
        "filters": _filters(facets, pen),
        "facts": tuple(map(pen, _facts(page))),
        "packaged": tuple(map(pen, packaged_files(page.plan.inventory))),
        **_chart(dossier, facets, pen),
        **_tables(dossier, facets, pen),
    }


def _facts(page: PlanPage) -> Iterator[Text]:
    yield from planned_dates(page.plan)
    yield from critical_path(page)
    yield from standing(page)


def _chart(dossier: Dossier, facets: Facets, pen: Pen) -> dict[str, Any]:
    chart = gantt(dossier, facets, pen)
    lines = chart.chart.lines
    behind = ground(lines, chart.scale, PITCH)
    legend, height = draw_legend(pen.style, _LEGEND_WIDTH, _used(chart, behind))
    return {
        "chart": chart,
        "axis": axis(lines, chart.scale, pen.style),
        "ground": behind,
        "patterns": Markup(definitions()),
        "legend": Markup(legend),
        "legend_height": f"{height:g}",
    }


def _used(chart: Gantt, behind: str) -> frozenset[str]:
    """Return the classes of the legend that the chart uses."""
    lanes = [*chart.items, *chart.contracts]
    for fold in chart.folds:
        lanes += [fold.head, *fold.heads, *fold.rows]
    drawn = "".join([behind, *(lane.bars for lane in lanes)])
    return frozenset(name for name, _ in LEGEND if f'class="{name}"' in drawn)


def _tables(dossier: Dossier, facets: Facets, pen: Pen) -> dict[str, Any]:
    page, (told, accepted) = dossier.page, parted(dossier.report)
    return {
        "milestones": milestone_rows(page, facets, pen),
        "counts": counts(told, pen),
        "findings": groups(told, facets, pen),
        "accepted": groups(accepted, facets, pen),
        "contracts": contracts(page, facets, pen),
        "years": years(dossier.lines, facets, pen),
        "load": load(dossier.workloads, facets, pen),
        "groups": task_groups(page, facets, pen),
        "task_count": pen(count("{n} task", "{n} tasks", len(page.places))),
        "ways": ways(page.budgets, facets, pen),
        "guesses": guesses(page, facets, pen),
    }


def _filters(facets: Facets, pen: Pen) -> tuple[tuple[str, Markup, object], ...]:
    """Return what the page can be narrowed by: name, words, choices."""
    sections, systems, vendors = facets.choices(pen)
    return (
        ("section", pen(text("Section")), sections),
        ("system", pen(text("System")), systems),
        ("vendor", pen(text("Vendor")), vendors),
    )
