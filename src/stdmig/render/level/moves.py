"""The tasks that move, with their old and new starts (移動した作業)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from stdmig.dates import padded
from stdmig.levelling.levelled import Town
from stdmig.outlook.levelling import Move, earlier, moves
from stdmig.render.cells import fit, right, width, wrap
from stdmig.render.one_line import one_line
from stdmig.render.painted import Line, Part, line
from stdmig.render.screen import Screen
from stdmig.words import Style, Text, count, text

_MOST_MOVES = 30
_LEAST_LABEL, _MOST_LABEL = 10, 60


def move_lines(town: Town, screen: Screen, *, full: bool) -> Iterator[Line]:
    """Yield a row per move; an item with several has a heading of its own."""
    found, style = moves(town, full=full), screen.style
    if not found:
        return
    table = _Table(found, screen)
    yield line("")
    yield table.head()
    listed = found if full else found[:_MOST_MOVES]
    for ref, same in groupby(listed, key=lambda each: each.ref):
        own = list(same)
        if len(own) == 1:
            yield table.row(own[0], ref, own[0].label)
            continue
        head = f"{ref:>3} {one_line(own[0].item.into(style))}"
        yield from (line(words) for words in wrap(head, screen.width, "    "))
        for each in own:
            yield table.row(each, "", text("  {name}", name=each.whose or each.item))
    if len(found) > len(listed):
        more = count(
            "and {n} more row (--full)",
            "and {n} more rows (--full)",
            len(found) - len(listed),
        )
        yield line(f"    {more.into(style)}")


class _Table:
    """Rows whose columns are as wide as their cells want."""

    def __init__(self, found: list[Move], screen: Screen) -> None:
        style = self.style = screen.style
        days = [_day(day, style) for each in found for day in _starts(each)]
        gains = [earlier(each.before, each.after).into(style) for each in found]
        heads = [text("start before").into(style), text("after").into(style)]
        self.day_cells = max(map(width, [*days, *heads[1:]]))
        self.head_gain = text("earlier by").into(style)
        self.gain_cells = max(map(width, [*gains, self.head_gain]))
        fixed = 4 + 1 + 2 * self.day_cells + 4 + 2 + self.gain_cells
        longest = max(width(one_line(each.label.into(style))) for each in found)
        room = min(screen.width - fixed, _MOST_LABEL, longest)
        self.label_cells = max(room, _LEAST_LABEL)

    def head(self) -> Line:
        """Return the headings."""
        style = self.style
        told = fit("    " + text("Tasks that move").into(style), 5 + self.label_cells)
        told += fit(text("start before").into(style), self.day_cells + 4)
        told += fit(text("after").into(style), self.day_cells + 2)
        return line(Part(told + right(self.head_gain, self.gain_cells), "bold"))

    def row(self, each: Move, ref: str, label: Text) -> Line:
        """Return one move."""
        style = self.style
        days = [right(_day(day, style), self.day_cells) for day in _starts(each)]
        gain = right(earlier(each.before, each.after).into(style), self.gain_cells)
        name = fit(_indented(label, style), self.label_cells)
        return line(f"{ref:>3} {name} {' -> '.join(days)}  {gain}")


def _indented(label: Text, style: Style) -> str:
    """Return a name on one line; the blanks before it stay."""
    told = label.into(style)
    return " " * (len(told) - len(told.lstrip(" "))) + one_line(told)


def _starts(each: Move) -> tuple[int, int]:
    return each.before.start, each.after.start


def _day(day: int, style: Style) -> str:
    return padded(date.fromordinal(day)).into(style)
