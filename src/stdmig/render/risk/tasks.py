"""Tasks whose slip hurts, as bars to both sides, and those that bind (感度の図)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.outlook.risk import (
    CriticalRow,
    SwingRow,
    critical_rows,
    short_percent,
    swing_rows,
)
from stdmig.render.cells import fit, right, width, wrap
from stdmig.render.one_line import one_line
from stdmig.render.painted import Line, Part, line
from stdmig.render.risk.page import RiskPage
from stdmig.render.screen import Screen
from stdmig.words import Text, count, text

_MOST_ROWS = 10
_DAYS, _SHARE = 6, 5
_LEAST_BAR, _MOST_BAR = 14, 40
EARLIER, LATER, BAR = "-", "+", "#"


def swing_lines(page: RiskPage, screen: Screen) -> Iterator[Line]:
    """Yield the tasks that move the last cutover most, with bars in days."""
    found = swing_rows(page.focus)
    listed = found if page.full else found[:_MOST_ROWS]
    yield from _title(text("Tasks whose slip hurts most"), screen)
    if not found:
        told = text("No task moves the last cutover by a day on average.")
        yield from _note(told, screen)
        return
    names = [one_line(row.title.into(screen.style)) for row in listed]
    longest = max(map(width, names))
    beside = longest <= screen.width // 2
    taken = 2 * _DAYS + 6 + (longest if beside else 0)
    half = min((screen.width - taken) // 2, _MOST_BAR)
    unit = max(max(-row.short, row.long) for row in listed) / half
    for name, row in zip(names, listed, strict=True):
        if not beside:
            for words in wrap(f"  {name}", screen.width, "    "):
                yield line(words)
        head = f"  {fit(name, longest)}" if beside else "   "
        yield line(head, *_swing(row, unit, half))
    yield from _more(len(found) - len(listed), screen)
    note = text(
        "Days by which the last cutover of all systems moves on average where the task"
        " is among its shortest (-) or its longest (+) tenth"
    )
    yield from _note(note, screen)


def _swing(row: SwingRow, unit: float, half: int) -> Iterator[Part | str]:
    sooner, later = (max(round(each / unit), 0) for each in (-row.short, row.long))
    yield right(signed(row.short), _DAYS) + " "
    yield Part(right(EARLIER * min(sooner, half), half), "green")
    yield "|"
    yield Part(fit(LATER * min(later, half), half), "red")
    yield right(signed(row.long), _DAYS)


def signed(days: float) -> str:
    """Return whole days with their sign."""
    whole = round(days)
    return f"{whole:+}" if whole else "0"


def critical_lines(page: RiskPage, screen: Screen) -> Iterator[Line]:
    """Yield the tasks that set a cutover most often, with bars in per cent."""
    found = critical_rows(page.focus, full=page.full)
    if not found:
        return
    listed = found if page.full else found[:_MOST_ROWS]
    yield line("")
    yield from _title(text("Tasks that set a cutover most often"), screen)
    names = [one_line(row.title.into(screen.style)) for row in listed]
    longest = min(max(map(width, names)), screen.width - _SHARE - _LEAST_BAR - 4)
    room = min(screen.width - longest - _SHARE - 4, _MOST_BAR)
    for name, row in zip(names, listed, strict=True):
        yield _critical(fit(name, longest), row, room)
    yield from _more(len(found) - len(listed), screen)
    note = text(
        "Share of the runs in which the task is on the chain that sets the cutover of a"
        " system (criticality index)"
    )
    yield from _note(note, screen)


def _critical(name: str, row: CriticalRow, room: int) -> Line:
    told = right(short_percent(row.share), _SHARE)
    return line(f"  {name}", told, "  ", Part(BAR * round(row.share * room), "magenta"))


def _title(title: Text, screen: Screen) -> Iterator[Line]:
    yield line(Part(title.into(screen.style), "bold"))


def _more(number: int, screen: Screen) -> Iterator[Line]:
    if number:
        told = count("and {n} more row (--full)", "and {n} more rows (--full)", number)
        yield line(f"  {told.into(screen.style)}")


def _note(words: Text, screen: Screen) -> Iterator[Line]:
    for each in wrap(f"  {words.into(screen.style)}", screen.width, "  "):
        yield line(Part(each, "dim"))
