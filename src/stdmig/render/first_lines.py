"""The first lines of a screen: whose it is, and what matters (画面の冒頭)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stdmig.outlook import Statement
from stdmig.render.cells import width, wrap
from stdmig.render.one_line import printable
from stdmig.render.painted import Line, Part, line
from stdmig.render.screen import Screen
from stdmig.words import Text, text

_TONES = {"good": "green", "bad": "bold red", "decide": "yellow", "next": "bold"}


def heading_lines(title: str, facts: Iterable[Text], screen: Screen) -> Iterator[Line]:
    """Yield the title with the facts beside it, or below where there is no room."""
    told = "  ".join(fact.into(screen.style) for fact in facts)
    if width(title) + 4 + width(told) <= screen.width:
        yield line(Part(title, "bold"), "    ", told)
    else:
        yield from (line(Part(each, "bold")) for each in wrap(title, screen.width))
        yield from (line(each) for each in wrap("  " + told, screen.width, "  "))


def statement_lines(found: Iterable[Statement], screen: Screen) -> Iterator[Line]:
    """Yield what matters, numbered, each in the colour of its tone."""
    gap = "" if screen.style.language == "ja" else " "
    for number, statement in enumerate(found, start=1):
        words = gap.join(each.into(screen.style) for each in _labelled(statement))
        for position, part in enumerate(wrap(printable(words), screen.width - 3)):
            lead = f"{number:>2} " if position == 0 else "   "
            yield line(lead, Part(part, _TONES[statement.tone]))


def _labelled(statement: Statement) -> tuple[Text, ...]:
    """Return the sentences; the next date, which no colour tells, says what it is."""
    first, *others = statement.sentences
    if statement.tone == "next":
        first = text("Next: {what}", what=first)
    return (first, *others)
