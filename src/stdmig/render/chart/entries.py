"""Lines of the full chart, and how they come onto pages (頁割り)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from stdmig.render.chart.measure import wrapped
from stdmig.render.chart.model import Block, Chart, Row
from stdmig.words import Text, text

_LEAST, _MOST = 15.5, 22.0
BAND = 30.0
"""Height of a heading."""

LINE, NAMES = 13.5, 290.0
"""Height and width of a line with names of systems."""

_SIZE, _MOST_LINES = 11.0, 8


class Heading(NamedTuple):
    """A heading over rows, with the titles of the three cells left of the bars."""

    title: Text
    cells: tuple[Text | None, Text, Text]
    again: bool = False

    def height(self, pitch: float) -> float:
        """Return what it takes, however high the rows are."""
        return max(BAND, pitch)


class Entry(NamedTuple):
    """
    A row.

    Attributes
    ----------
    names
        The systems whose tasks follow it, in lines that fit; else none.
    """

    row: Row
    names: tuple[str, ...] = ()

    def height(self, pitch: float) -> float:
        """Return what it takes: its pitch, or more where many systems are named."""
        return max(pitch, len(self.names) * LINE + 4)


Item = Heading | Entry


def whole(chart: Chart) -> list[Item]:
    """Return items, systems in a row each, and contracts: what one sheet can show."""
    return [
        *_under(ITEMS, chart.items),
        *_under(SYSTEMS, chart.heads),
        *_under(CONTRACTS, chart.contracts),
    ]


def every_task(blocks: Iterable[Block]) -> list[Item]:
    """Return the tasks of every system; those with the same dates share a block."""
    found: list[Item] = []
    for block in blocks:
        if block.rows:
            names = wrapped(block.head.label, _SIZE, NAMES, _MOST_LINES)
            found.append(Entry(block.head, tuple(names)))
            found += map(Entry, block.rows)
    return [TASKS, *found] if found else []


ITEMS = Heading(
    text("Work items (planned dates)"),
    (text("start"), text("finish"), text("float")),
)
SYSTEMS = Heading(text("Systems"), (None, text("cutover"), text("float")))
CONTRACTS = Heading(text("Contracts"), (text("units"), text("last day"), text("gap")))
TASKS = Heading(
    text("Tasks by system (planned dates)"),
    (text("start"), text("finish"), text("float")),
)


def paged(items: list[Item], room: float, pitch: float) -> Iterator[list[Item]]:
    """
    Yield the lines of each page; headings come again on the next page.

    A heading and the head of a system never stand alone at the foot of a page.

    Parameters
    ----------
    room
        Height of a page.
    pitch
        Height of a row.
    """
    page: list[Item] = []
    used = 0.0
    heading: Heading | None = None
    for place, item in enumerate(items):
        needed = sum(each.height(pitch) for each in _together(items, place))
        if page and used + needed > room:
            yield page
            page, used = [], 0.0
            if heading is not None and not isinstance(item, Heading):
                page.append(heading._replace(again=True))
                used = heading.height(pitch)
        if isinstance(item, Heading):
            heading = item
        page.append(item)
        used += item.height(pitch)
    if page:
        yield page


def evenly_paged(items: list[Item], room: float) -> tuple[float, list[list[Item]]]:
    """
    Return the height of a row, and the lines of each page.

    Rows are as high as they can be on as few pages as their least height takes.
    """
    fewest = list(paged(items, room, _LEAST))
    for steps in range(int(2 * (_MOST - _LEAST)), 0, -1):
        pitch = _LEAST + steps / 2
        pages = list(paged(items, room, pitch))
        if len(pages) == len(fewest):
            return pitch, pages
    return _LEAST, fewest


def _together(items: list[Item], place: int) -> list[Item]:
    """Return an item with what must stand on the same page."""
    kept = [items[place]]
    while place + 1 < len(items) and _leads(items[place]):
        place += 1
        kept.append(items[place])
    return kept


def _leads(item: Item) -> bool:
    return isinstance(item, Heading) or bool(item.names)


def _under(heading: Heading, rows: tuple[Row, ...]) -> list[Item]:
    return [heading, *map(Entry, rows)] if rows else []
