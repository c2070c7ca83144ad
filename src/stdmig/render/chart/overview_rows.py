"""Sections of the mayor's page: systems, contracts, most urgent chain (行)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stdmig.render.chart.draw_row import draw_row
from stdmig.render.chart.markup import escaped, number, path, words
from stdmig.render.chart.measure import cut, text_width, wrapped
from stdmig.render.chart.model import Row
from stdmig.render.chart.phase_rows import Group
from stdmig.render.chart.scale import Scale
from stdmig.render.chart.shares import shares, worst_contracts, worst_groups
from stdmig.render.chart.sheet import MARGIN, WIDTH
from stdmig.words import Style, Text, count, listing, text

_BAND, _MORE, _END = 28.0, 20.0, 8.0
_LEAST, _MOST, _TWO_LINES = 22.0, 42.0, 32.0
_NAME, _CELLS, _SIZE = 222.0, (298.0, 392.0), 12.0
_CHAIN = 18.0, 22.0
_HEADING = 13.0


@dataclass(frozen=True, slots=True)
class Section:
    """
    Rows under a heading.

    Attributes
    ----------
    heads
        Titles of the two columns left of the bars.
    labels
        What the rows are called, in lines that fit.
    pitch
        Height of each row.
    more
        What is told where rows are left out.
    """

    title: Text
    heads: tuple[Text, Text]
    rows: tuple[Row, ...]
    labels: tuple[list[str], ...]
    pitch: float
    more: Text | None = None

    @property
    def height(self) -> float:
        """Return what it takes."""
        last = _MORE if self.more else 0
        return _BAND + len(self.rows) * self.pitch + last + _END

    def draw(self, scale: Scale, top: float, style: Style) -> Iterator[str]:
        """Yield the heading, the rows and the note on what is left out."""
        base = top + _BAND - 9
        beside = text_width(self.heads[0].into(style), _SIZE)
        title = cut(self.title.into(style), _HEADING, _CELLS[0] - beside - 8)
        yield words("h3", MARGIN, base, title)
        for told, edge in zip(self.heads, _CELLS, strict=True):
            yield words("n1", MARGIN + edge, base, told.into(style), anchor="e")
        y = top + _BAND
        for place, (row, lines) in enumerate(zip(self.rows, self.labels, strict=True)):
            rule = f"M{number(MARGIN)} {number(y)}H{number(WIDTH - MARGIN)}"
            yield path("hl" if place else "hr", rule)
            yield from _label(row, lines, y, self.pitch)
            move = f'transform="translate(0 {number(y)})"'
            yield draw_row(row, scale, self.pitch, attributes=move)
            y += self.pitch
        if self.more is not None:
            yield words("n1", MARGIN, y + 14, self.more.into(style))


def sections(
    groups: tuple[Group, ...],
    contracts: tuple[Row, ...],
    style: Style,
    room: float,
    below: float = 0,
) -> list[Section]:
    """
    Return systems and contracts, as many as fit into a height.

    Parameters
    ----------
    groups
        Systems by the phases that they share.
    room
        Height for all of them, in units of the picture.
    below
        How much of it is wanted for what follows; the rows give it up as long as two
        lines of names still fit into each.
    """
    bands = (bool(groups) + bool(contracts)) * (_BAND + _END)
    wanted = len(groups), len(contracts)
    held = shares(wanted, int((room - bands) / _LEAST))
    if held != wanted:
        held = shares(wanted, int((room - bands - 2 * _MORE) / _LEAST))
        bands += 2 * _MORE
    number_of = max(sum(held), 1)
    pitch = min(max((room - bands) / number_of, _LEAST), _MOST)
    tight = (room - bands - below) / number_of
    if tight >= _TWO_LINES:
        pitch = min(pitch, tight)
    found = []
    if groups:
        found.append(_systems(groups, worst_groups(groups, held[0]), pitch, style))
    if contracts:
        found.append(_contracts(contracts, held[1], pitch))
    return found


def chain_height(tasks: int) -> float:
    """Return the least height of a chain of so many tasks, 0 where it has none."""
    return _BAND + _END + tasks * _CHAIN[0] if tasks else 0


def chain_section(title: Text, rows: tuple[Row, ...], room: float) -> Section | None:
    """Return the most urgent chain of tasks, if all of it fits into what is left."""
    least, most = _CHAIN
    pitch = (room - _BAND - _END) / max(len(rows), 1)
    if not rows or pitch < least:
        return None
    pitch = min(pitch, most)
    heads = text("finish"), text("float (days)")
    labels = tuple(wrapped(f"{row.ref} {row.label}", _SIZE, _NAME, 1) for row in rows)
    return Section(title, heads, rows, labels, pitch)


def _systems(
    groups: tuple[Group, ...], kept: tuple[Group, ...], pitch: float, style: Style
) -> Section:
    left = sum(each.systems for each in groups) - sum(each.systems for each in kept)
    return Section(
        text("Systems"),
        (text("cutover"), text("float (days)")),
        tuple(each.row for each in kept),
        tuple(_names(each, pitch, style) for each in kept),
        pitch,
        count("and {n} more system", "and {n} more systems", left) if left else None,
    )


def _contracts(rows: tuple[Row, ...], number_of: int, pitch: float) -> Section:
    kept = worst_contracts(rows, number_of)
    left = len(rows) - len(kept)
    return Section(
        text("Contracts"),
        (text("last day"), text("gap")),
        kept,
        tuple(wrapped(row.label, _SIZE, _NAME, _limit(pitch)) for row in kept),
        pitch,
        count("and {n} more contract", "and {n} more contracts", left)
        if left
        else None,
    )


def _limit(pitch: float) -> int:
    return 2 if pitch >= _TWO_LINES else 1


def _names(group: Group, pitch: float, style: Style) -> list[str]:
    """Return as many names as fit, and how many systems there are besides."""
    limit = _limit(pitch)
    for shown_names in range(len(group.names), 0, -1):
        told = listing(group.names[:shown_names])
        left = len(group.names) - shown_names
        if left:
            told = count(
                "{names} and {n} more system",
                "{names} and {n} more systems",
                left,
                names=told,
            )
        words_of = told.into(style)
        if text_width(words_of, _SIZE) > _NAME * limit:
            continue
        lines = wrapped(words_of, _SIZE, _NAME, limit + 1)
        if len(lines) <= limit:
            return lines
    return wrapped(group.row.label, _SIZE, _NAME, limit)


def _label(row: Row, lines: list[str], y: float, pitch: float) -> Iterator[str]:
    """Yield name and figures of a row; the whole of it is told to a pointer."""
    middle = y + pitch / 2 + _SIZE * 0.36
    base = middle - (len(lines) - 1) * _SIZE * 0.62
    yield f"<g><title>{escaped(row.title)}</title>"
    for place, line in enumerate(lines):
        yield words("nm", MARGIN, base + place * _SIZE * 1.24, line)
    yield "</g>"
    for place, (cell, edge) in enumerate(zip(row.cells[1:], _CELLS, strict=True)):
        tone = "nm r" if place and row.alarming else "nm"
        yield words(tone, MARGIN + edge, middle, cell, anchor="e")
