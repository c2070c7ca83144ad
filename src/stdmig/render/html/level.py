"""A levelled plan as one HTML file (平準化の紙面)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from stdmig.levelling.levelled import Levelled, Series, Town
from stdmig.outlook.levelling import (
    earlier,
    exceeded,
    goals,
    guesses,
    highest_limit,
    moves,
    peak,
    statements,
    troubles,
    worker_title,
)
from stdmig.render.chart.stylesheet import definitions
from stdmig.render.html.heading import Fact, Heading, told
from stdmig.render.html.labels import LABELS
from stdmig.render.html.level_chart import frame, load_svg
from stdmig.render.html.pen import Pen
from stdmig.render.html.whole_page import whole_page
from stdmig.render.level.page import (
    DURATIONS,
    METHODS,
    LevelPage,
    level_title,
    town_name,
)
from stdmig.render.level.unlevelled import reasons
from stdmig.render.packaged_files import packaged_files
from stdmig.words import Style, Text, count, listing, text

_WIDE, _HALF, _TALL, _SHORT = 1320.0, 640.0, 240.0, 110.0


class _Load(NamedTuple):
    """A worker with the picture of its load."""

    name: Markup
    note: Markup
    over: bool
    svg: Markup


class _Move(NamedTuple):
    """A row of the table of moves."""

    ref: Markup
    name: Markup
    before: Markup
    after: Markup
    gain: Markup


class _Part(NamedTuple):
    """What is shown of a municipality."""

    name: Markup
    lead: tuple[_Load, ...]
    others: tuple[_Load, ...]
    moves: tuple[_Move, ...]
    kept: tuple[tuple[Markup, Markup], ...]


def level_html(page: LevelPage, style: Style) -> str:
    """
    Return the page; it asks for nothing and runs no script.

    The same plan gives the same bytes.
    """
    pen, levelled = Pen(style), page.levelled
    contents = {
        "patterns": Markup(definitions()),
        "head": _heading(page, pen),
        "sample": page.is_sample,
        "troubles": [
            (pen(each.what), list(map(pen, each.tasks)), list(map(pen, each.ways)))
            for each in troubles(levelled)
        ],
        "goals": _goals(levelled, pen),
        "parts": [_part(levelled, each, pen) for each in levelled.towns],
        "several": len(levelled.towns) > 1,
        "shared": _loads(levelled, levelled.shared, _HALF, _SHORT, pen),
        "guesses": [pen(each) for each in guesses(levelled)],
        "packaged": [
            pen(each)
            for each in packaged_files(
                *(town.plan.inventory for town in levelled.towns)
            )
        ],
        "t": {name: pen(words) for name, words in _LABELS.items()},
    }
    return whole_page("level.html", style, contents, css=["level.css"])


def _heading(page: LevelPage, pen: Pen) -> Heading:
    towns = page.levelled.towns
    name = (
        text("{name}", name=towns[0].plan.inventory.municipality.title)
        if len(towns) == 1
        else count("{n} municipality", "{n} municipalities", len(towns))
    )
    return Heading(
        pen(name),
        pen(level_title(page)),
        None,
        tuple(_facts(page.levelled, pen)),
        told(statements(page.levelled), pen),
    )


def _facts(levelled: Levelled, pen: Pen) -> Iterator[Fact]:
    days = sorted({town.plan.as_of for town in levelled.towns})
    none = Markup("")
    yield Fact("as-of", pen(text("As-of date")), pen.day(days[0]), none)
    durations = pen(DURATIONS[levelled.durations])
    yield Fact("durations", pen(text("Counted with")), durations, none)
    yield Fact("method", pen(text("Found by")), pen(METHODS[levelled.method]), none)


def _goals(levelled: Levelled, pen: Pen) -> list[tuple[Markup, str, str, str]]:
    if levelled.clashes:
        return []
    return [
        (
            pen(each.title),
            each.shown(each.value),
            each.shown(each.bound),
            each.shown_gap,
        )
        for each in goals(levelled)
    ]


def _part(levelled: Levelled, town: Town, pen: Pen) -> _Part:
    lead, others = town.series[:1], town.series[1:]
    return _Part(
        pen(town_name(town)),
        tuple(_loads(levelled, lead, _WIDE, _TALL, pen)),
        tuple(_loads(levelled, others, _HALF, _SHORT, pen)),
        tuple(_moves(town, pen)) if levelled.method != "none" else (),
        tuple((pen(why), pen(listing(told))) for why, told in reasons(town, pen.style)),
    )


def _loads(
    levelled: Levelled, series: Sequence[Series], wide: float, tall: float, pen: Pen
) -> list[_Load]:
    """Return the pictures; those beside each other have the same scale."""
    busy = [each for each in series if any(each.before + each.after)]
    drawn = frame(levelled, busy, wide, tall)
    if drawn is None:
        return []
    return [
        _Load(
            pen(worker_title(each.worker)),
            pen(_note(each)),
            bool(exceeded(each)),
            load_svg(levelled, each, drawn, pen.style),
        )
        for each in busy
    ]


def _note(each: Series) -> Text:
    told = text(
        "peak {after}, before {before}",
        after=f"{peak(each.after).normalize():f}",
        before=f"{peak(each.before).normalize():f}",
    )
    highest = highest_limit(each)
    if highest is None:
        return text("{what}; no limit", what=told)
    most = f"{highest.normalize():f}"
    told = text("{what}; limit {limit}", what=told, limit=most)
    if not exceeded(each):
        return told
    return count(
        "{what}; {n} month above it",
        "{what}; {n} months above it",
        exceeded(each),
        what=told,
    )


def _moves(town: Town, pen: Pen) -> Iterator[_Move]:
    for each in moves(town):
        yield _Move(
            pen(each.ref),
            pen(each.label),
            pen.time(date.fromordinal(each.before.start)),
            pen.time(date.fromordinal(each.after.start)),
            pen(earlier(each.before, each.after)),
        )


_LABELS: dict[str, Text] = {
    "eyebrow": text("Levelled work of the migration plan"),
    **{name: LABELS[name] for name in ("sample", "sample_note", "section_note")},
    "summary": text("What matters"),
    "why": text("Why no plan can keep every capacity"),
    "clash": text("These tasks clash"),
    "ways": text("What may be changed"),
    "goals": text("Goals, the most important first"),
    "goal": text("Goal"),
    "value": text("Value"),
    "bound": text("Proven bound"),
    "gap": text("Gap to bound"),
    "bound_note": text(
        "No plan that is as good in the goals before can have a value below the bound."
    ),
    "lead": text("Load of the lead section"),
    "others": text("Load of the sections and vendors"),
    "key_after": text("people a month, after"),
    "key_before": text("before"),
    "key_limit": text("limit"),
    "key_over": text("above the limit"),
    "shared": text("Vendors of several municipalities"),
    "moves": text("Tasks that move"),
    "item": text("Item"),
    "task": text("Task"),
    "before": text("Start before"),
    "after": text("Start after"),
    "gain": text("Earlier by"),
    "kept": text("Tasks that keep their dates"),
    "assumed": text("Assumptions"),
}
