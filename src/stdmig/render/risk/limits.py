"""Contracts and budget requests with their chances as rows (期限別の確率)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from stdmig.dates import padded
from stdmig.outlook.risk import KINDS, LimitRow, limit_rows, short_percent
from stdmig.render.cells import fit, right, width, wrap
from stdmig.render.one_line import one_line
from stdmig.render.painted import Line, Part, line
from stdmig.render.risk.page import RiskPage
from stdmig.render.screen import Screen
from stdmig.words import Text, count, text

_SHARE, _MOST_NAME = 6, 60


def limit_lines(page: RiskPage, screen: Screen) -> Iterator[Line]:
    """Yield the contracts, then the budget requests."""
    found, style = limit_rows(page.focus), screen.style
    if not found:
        return
    days = [padded(each.day).into(style) for each in found]
    heads = [KINDS[each.kind].into(style) for each in found]
    kept = max(_SHARE, width(text("kept").into(style)) + 2)
    cells = max(map(width, (*days, *heads)))
    names = [one_line(name_of(each).into(style)) for each in found]
    titles = [_WHAT[each.kind].into(style) for each in found]
    longest = max([*map(width, names), *(width(title) - 2 for title in titles)])
    room = min(screen.width - cells - kept - 4, _MOST_NAME, longest)
    for kind, same in groupby(found, key=lambda each: each.kind):
        yield line("")
        what = _WHAT[kind].into(style)
        head = fit(what, room + 4) + fit(KINDS[kind].into(style), cells)
        yield line(Part(head + right(text("kept").into(style), kept), "bold"))
        for each in same:
            name = one_line(name_of(each).into(style))
            if width(name) > room:
                for words in wrap(f"  {name}", screen.width, "    "):
                    yield line(words)
                name = ""
            name = fit(name, room)
            day = fit(padded(each.day).into(style), cells)
            told = right(short_percent(each.share), kept)
            yield line(f"  {name}  {day}", told)


_WHAT: dict[str, Text] = {
    "contract": text("Contracts that must last until the cutover"),
    "budget": text("Budget requests in their planned windows"),
}


def name_of(row: LimitRow) -> Text:
    """Return the name, and how many systems are shown of it."""
    if len(row.systems) == 1:
        return text("{name}", name=row.name)
    return count(
        "{name} ({n} system)", "{name} ({n} systems)", len(row.systems), name=row.name
    )
