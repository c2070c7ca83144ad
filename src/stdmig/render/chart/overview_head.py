"""Key figures, statements and next dates above the mayor's chart (要点)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import shown
from stdmig.outlook import NextDate, Statement, first_to_act
from stdmig.render.chart.heading import Figure, figures
from stdmig.render.chart.markup import box, path, words
from stdmig.render.chart.measure import cut, text_width, wrapped
from stdmig.render.chart.sheet import MARGIN, WIDTH
from stdmig.render.dossier import Dossier
from stdmig.words import Style, count, in_style, text

_FIGURE, _APART = 74.0, 16.0
_LINE, _SAID = 22.0, 15.0
_LEFT, _RIGHT = 1000.0, 536.0
_NEXT = 20.0
_TONES = {"good": "cg", "bad": "ca", "decide": "cp", "next": "ci"}


def draw_head_parts(
    dossier: Dossier, style: Style, top: float
) -> tuple[list[str], float]:
    """Return what stands above the chart, and where the chart may begin."""
    parts = list(_figures(figures(dossier.page), style, top))
    top += _FIGURE + 18
    said, height = _statements(dossier.page.summary.statements, style, top)
    parts += said
    room = max(int(height / _NEXT), 6)
    dates = _listed(dossier.page.next_dates)
    parts += _next(dates, style, top, room)
    shown_dates = min(len(dates), room)
    return parts, top + max(height, (shown_dates + 1) * _NEXT + 4) + 12


def _figures(held: tuple[Figure, ...], style: Style, top: float) -> Iterator[str]:
    width = (WIDTH - 2 * MARGIN - _APART * (len(held) - 1)) / len(held)
    for place, each in enumerate(held):
        left = MARGIN + place * (width + _APART)
        yield path("cb", box(left, top, width, _FIGURE))
        yield path("ca" if each.alarming else "cp", box(left, top, 5, _FIGURE))
        room = width - 34
        yield words("n1", left + 20, top + 19, each.name.into(style))
        value = in_style(each.value, style)
        tone = "va" if each.alarming else "v1"
        yield words(tone, left + 20, top + 46, cut(value, 24, room))
        if each.note is not None:
            yield words("n1", left + 20, top + 65, cut(each.note.into(style), 12, room))


def _statements(
    held: tuple[Statement, ...], style: Style, top: float
) -> tuple[list[str], float]:
    parts: list[str] = []
    y, gap = top, "" if style.language == "ja" else " "
    for place, each in enumerate(held, start=1):
        told = gap.join(sentence.into(style) for sentence in each.sentences)
        lines = wrapped(told, _SAID, _LEFT - 36, 3)
        parts.append(path(_TONES[each.tone], box(MARGIN, y + 2, 22, 22)))
        parts.append(words("sn", MARGIN + 11, y + 17.8, str(place), anchor="m"))
        for line in lines:
            parts.append(words("st", MARGIN + 36, y + 18.4, line))
            y += _LINE
        y += 9
    return parts, y - top


def _listed(dates: tuple[NextDate, ...]) -> tuple[NextDate, ...]:
    """Return the dates without the starts, which are the bars of the chart."""
    first = first_to_act(dates)
    return tuple(each for each in dates if each.kind != "start" or each is first)


def _next(
    dates: tuple[NextDate, ...], style: Style, top: float, room: int
) -> Iterator[str]:
    """Yield the next dates in a column of their own at the right."""
    if not dates:
        return
    left = WIDTH - MARGIN - _RIGHT
    yield words("h3", left, top + 15, text("Next dates").into(style))
    held = dates if len(dates) <= room else dates[: room - 1]
    days = [shown(each.day).into(style) for each in held]
    column = max(text_width(day, 13) for day in days) + 14
    y = top + _NEXT
    for day, each in zip(days, held, strict=True):
        yield words("nd b", left, y + 15, day)
        told = cut(each.what.into(style), 13, _RIGHT - column)
        yield words("nd", left + column, y + 15, told)
        y += _NEXT
    if len(held) < len(dates):
        more = count("and {n} more", "and {n} more", len(dates) - len(held))
        yield words("n1", left, y + 15, more.into(style))
