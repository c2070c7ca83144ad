"""How sure the cutovers are as one HTML file (確率の紙面)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from stdmig.outlook.risk import (
    KINDS,
    SHAPES,
    critical_rows,
    guesses,
    limit_rows,
    percent,
    statements,
    swing_rows,
    system_rows,
)
from stdmig.render.chart.stylesheet import definitions
from stdmig.render.html.heading import Fact, Heading, told
from stdmig.render.html.labels import LABELS
from stdmig.render.html.pen import Pen
from stdmig.render.html.risk_bars import (
    axis_svg,
    longest,
    share_svg,
    span_scale,
    span_svg,
    swing_svg,
)
from stdmig.render.html.risk_curve import curve_svg
from stdmig.render.html.whole_page import whole_page
from stdmig.render.packaged_files import packaged_files
from stdmig.render.risk.page import (
    RiskPage,
    last_cutover,
    narrowed_to,
    risk_title,
)
from stdmig.render.risk.systems import more_of
from stdmig.render.risk.tasks import signed
from stdmig.words import Style, Text, listing, text

_MOST_TASKS = 20


class _System(NamedTuple):
    """A row of the table of systems."""

    name: Markup
    others: Markup
    planned: Markup
    kept: Markup
    tone: str
    span: Markup
    likely: Markup
    sure: Markup
    more: tuple[Markup, ...]


class _Limit(NamedTuple):
    """A row of the table of contracts and budget requests."""

    kind: Markup
    name: Markup
    systems: Markup
    day: Markup
    kept: Markup
    tone: str


class _Task(NamedTuple):
    """A row of a table of tasks, with its picture."""

    name: Markup
    before: str
    picture: Markup
    after: str


def risk_html(page: RiskPage, style: Style) -> str:
    """
    Return the page; it asks for nothing and runs no script.

    The same chances give the same bytes.
    """
    pen, focus = Pen(style), page.focus
    rows = system_rows(focus, full=page.full)
    contents = {
        "patterns": Markup(definitions()),
        "head": _heading(page, pen),
        "sample": page.is_sample,
        "last": pen(last_cutover(page)),
        "curve": curve_svg(page, style) if rows else None,
        "axis": axis_svg(span_scale(rows), style) if rows else None,
        "systems": tuple(_systems(page, pen)),
        "limits": tuple(_limits(page, pen)),
        "swings": tuple(_swings(page, pen)),
        "criticals": tuple(_criticals(page, pen)),
        "guesses": [pen(each) for each in guesses(focus, page.together)],
        "packaged": [
            pen(each) for each in packaged_files(page.focus.risk.plan.inventory)
        ],
        "t": {name: pen(words) for name, words in _LABELS.items()},
    }
    return whole_page("risk.html", style, contents, css=["risk.css"])


def _heading(page: RiskPage, pen: Pen) -> Heading:
    narrowed = narrowed_to(page)
    return Heading(
        pen(page.focus.risk.plan.inventory.municipality.title),
        pen(risk_title(page)),
        None if narrowed is None else pen(narrowed),
        tuple(_facts(page, pen)),
        told(statements(page.focus), pen),
    )


def _facts(page: RiskPage, pen: Pen) -> Iterator[Fact]:
    risk = page.focus.risk
    none = Markup("")
    today = pen(text("today")) if page.as_of_today else none
    yield Fact("as-of", pen(text("As-of date")), pen.day(risk.plan.as_of), today)
    if page.focus.systems:
        yield Fact("cutover", pen(text("Chance")), pen(percent(page.focus.kept)), none)
    yield Fact("samples", pen(text("Random runs")), pen(f"{risk.samples:,}"), none)
    yield Fact("shape", pen(text("Spread of durations")), pen(SHAPES[risk.shape]), none)


def _systems(page: RiskPage, pen: Pen) -> Iterator[_System]:
    rows = system_rows(page.focus, full=page.full)
    scale = span_scale(rows) if rows else None
    for row in rows:
        assert scale is not None
        others = [system.title for system in row.systems[1:]]
        yield _System(
            pen(row.systems[0].title),
            pen(listing(others)) if others else Markup(""),
            pen.time(row.planned),
            pen(percent(row.kept)),
            _tone(row.kept),
            span_svg(row, scale, pen.style),
            pen.time(row.days[2]),
            pen.time(row.days[3]),
            tuple(map(pen, more_of(row, page.focus.risk.plan.as_of))),
        )


def _limits(page: RiskPage, pen: Pen) -> Iterator[_Limit]:
    for row in limit_rows(page.focus):
        yield _Limit(
            pen(KINDS[row.kind]),
            pen(row.name),
            pen(listing(row.systems)),
            pen.time(row.day),
            pen(percent(row.share)),
            _tone(row.share),
        )


def _swings(page: RiskPage, pen: Pen) -> Iterator[_Task]:
    rows = swing_rows(page.focus)
    for row in rows if page.full else rows[:_MOST_TASKS]:
        before, after = signed(row.short), signed(row.long)
        picture = swing_svg(row, longest(rows), f"{before} / {after}")
        yield _Task(pen(row.title), before, picture, after)


def _criticals(page: RiskPage, pen: Pen) -> Iterator[_Task]:
    rows = critical_rows(page.focus, full=page.full)
    for row in rows if page.full else rows[:_MOST_TASKS]:
        told = percent(row.share).into(pen.style)
        yield _Task(pen(row.title), "", share_svg(row.share, told), told)


def _tone(share: float) -> str:
    return "good" if share >= 0.95 else "decide" if share >= 0.8 else "bad"


_LABELS: dict[str, Text] = {
    "eyebrow": text("How sure the cutovers are"),
    **{name: LABELS[name] for name in ("sample", "sample_note", "section_note")},
    "summary": text("What matters"),
    "by_month": text("by month"),
    "key_share": text("share of the runs in the month"),
    "key_curve": text("share up to the day"),
    "key_planned": text("planned cutover"),
    "key_deadline": text("deadline"),
    "key_span": text("from P10 to P95"),
    "key_box": text("from P50 to P80"),
    "key_sooner": text("earlier, where the task is short"),
    "key_later": text("later, where it is long"),
    "systems": text("Systems"),
    "system": text("System"),
    "planned": text("Planned"),
    "kept": text("Chance"),
    "span": text("Where the cutover falls"),
    "likely": text("80% by"),
    "sure": text("95% by"),
    "more": text("Deadline and start"),
    "limits": text("Contracts and budget requests"),
    "what": text("What is kept"),
    "name": text("Name"),
    "day": text("Day"),
    "swings": text("Tasks whose slip hurts most"),
    "swings_note": text(
        "Days by which the last cutover of all systems moves on average where the task"
        " is among its shortest (-) or its longest (+) tenth"
    ),
    "no_swings": text("No task moves the last cutover by a day on average."),
    "task": text("Task"),
    "criticals": text("Tasks that set a cutover most often"),
    "criticals_note": text(
        "Share of the runs in which the task is on the chain that sets the cutover of a"
        " system (criticality index)"
    ),
    "assumed": text("Assumptions"),
}
