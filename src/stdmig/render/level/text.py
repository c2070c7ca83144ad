"""A levelled plan on the terminal: what matters first (平準化の画面)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stdmig.dates import shown
from stdmig.levelling.levelled import Town
from stdmig.outlook.levelling import (
    goals,
    guesses,
    statements,
    troubles,
)
from stdmig.render.cells import fit, right, width, wrap
from stdmig.render.first_lines import heading_lines, statement_lines
from stdmig.render.level.loads import LoadRows
from stdmig.render.level.moves import move_lines
from stdmig.render.level.page import (
    DURATIONS,
    METHODS,
    LevelPage,
    level_title,
    town_name,
)
from stdmig.render.level.tower import tower_lines
from stdmig.render.level.unlevelled import reasons
from stdmig.render.notes import next_lines
from stdmig.render.one_line import one_line, printable
from stdmig.render.packaged_files import packaged_files
from stdmig.render.painted import Line, Part, line, page
from stdmig.render.screen import Screen
from stdmig.words import Text, count, listing, text

_MOST_TASKS = 12
_MOST_TROUBLES = 10


def level_text(shown_page: LevelPage, screen: Screen) -> str:
    """Return the page for a screen."""
    levelled = shown_page.levelled
    lines = [
        *_heading(shown_page, screen),
        *statement_lines(statements(levelled), screen),
    ]
    lines += _troubles(shown_page, screen)
    lines += _goals(shown_page, screen)
    for town in levelled.towns:
        lines.append(line(""))
        lines += _town(shown_page, town, screen)
    if levelled.shared:
        lines.append(line(""))
        title = text("Vendors of several municipalities").into(screen.style)
        lines.append(line(Part(title, "bold")))
        lines += LoadRows(levelled, levelled.shared, screen).lines()
    lines.append(line(""))
    lines += _assumed(shown_page, screen)
    lines += _next_steps(shown_page, screen)
    return page(lines, colour=screen.colour)


def _heading(shown_page: LevelPage, screen: Screen) -> Iterator[Line]:
    levelled, style = shown_page.levelled, screen.style
    title = one_line(level_title(shown_page).into(style))
    days = sorted({town.plan.as_of for town in levelled.towns})
    facts = [
        text("as of {day}", day=shown(days[0]))
        if len(days) == 1
        else text(
            "as of {first} to {last}", first=shown(days[0]), last=shown(days[-1])
        ),
        DURATIONS[levelled.durations],
        METHODS[levelled.method],
    ]
    return heading_lines(title, facts, screen)


def _troubles(shown_page: LevelPage, screen: Screen) -> Iterator[Line]:
    found = troubles(shown_page.levelled)
    if not found:
        return
    yield line("")
    title = text("Why no plan can keep every capacity").into(screen.style)
    yield line(Part(title, "bold"))
    shown_now = found if shown_page.full else found[:_MOST_TROUBLES]
    for each in shown_now:
        if len(found) > 1:
            yield from _told([each.what], screen, "  ")
        names = list(each.tasks)
        if not shown_page.full and len(names) > _MOST_TASKS:
            more = len(names) - _MOST_TASKS
            names = [
                *names[:_MOST_TASKS],
                count("{n} more task", "{n} more tasks", more),
            ]
        tasks = text("These tasks clash: {tasks}", tasks=listing(names or ["-"]))
        yield from _told([tasks], screen, "    ")
        ways = [text("To change: {what}", what=each.ways[0])]
        ways += [text("or: {what}", what=way) for way in each.ways[1:]]
        yield from _told(ways, screen, "    ")
    left = len(found) - len(shown_now)
    if left:
        untold = count("and {n} more (--full)", "and {n} more (--full)", left)
        yield from _told([untold], screen, "  ")


def _goals(shown_page: LevelPage, screen: Screen) -> Iterator[Line]:
    found, style = goals(shown_page.levelled), screen.style
    if not found or shown_page.levelled.clashes:
        return
    yield line("")
    heads = [
        text("Goals, the most important first"),
        text("value"),
        text("proven bound"),
        text("gap to bound"),
    ]
    rows = [
        [
            f"{number} {one_line(each.title.into(style))}",
            each.shown(each.value),
            each.shown(each.bound),
            each.shown_gap,
        ]
        for number, each in enumerate(found, start=1)
    ]
    table = [[head.into(style) for head in heads], *rows]
    cells = [max(width(row[column]) for row in table) for column in range(4)]
    cells[0] = min(cells[0], screen.width - sum(cells[1:]) - 6)
    for position, row in enumerate(table):
        told = [fit(row[0], cells[0])]
        told += [right(row[column], cells[column]) for column in (1, 2, 3)]
        yield line(Part("  ".join(told), "bold" if position == 0 else ""))


def _town(shown_page: LevelPage, town: Town, screen: Screen) -> Iterator[Line]:
    levelled = shown_page.levelled
    if len(levelled.towns) > 1:
        for each in wrap(
            one_line(town_name(town).into(screen.style)), screen.width, "  "
        ):
            yield line(Part(each, "bold"))
    if town.series:
        yield from tower_lines(levelled, town.series[0], screen)
        yield line("")
    yield from LoadRows(levelled, town.series, screen).lines()
    if levelled.method != "none":
        yield from move_lines(town, screen, full=shown_page.full)
    yield from _unlevelled(town, screen, full=shown_page.full)


def _unlevelled(town: Town, screen: Screen, *, full: bool) -> Iterator[Line]:
    if not town.unlevelled:
        return
    yield line("")
    yield line(Part(text("Tasks that keep their dates").into(screen.style), "bold"))
    told = [
        text("{tasks}: {why}", tasks=listing(names), why=reason)
        for reason, names in reasons(town, screen.style, full=full)
    ]
    yield from _told(told, screen, "  ")


def _assumed(shown_page: LevelPage, screen: Screen) -> Iterator[Line]:
    towns = shown_page.levelled.towns
    told = packaged_files(*(town.plan.inventory for town in towns))
    found = guesses(shown_page.levelled)
    yield from _told(told, screen)
    yield from _told([text("Assumed: {what}", what=each) for each in found], screen)


def _next_steps(shown_page: LevelPage, screen: Screen) -> Iterator[Line]:
    options = " --sample" if shown_page.is_sample else shown_page.options
    again = f"stdmig level{options}{shown_page.beside}"
    if shown_page.levelled.clashes:
        commands = [again]
    elif shown_page.saved or shown_page.is_sample:
        commands = [f"stdmig plan{options}", f"stdmig check{options}"]
    else:
        commands = [f"{again} --save", f"stdmig plan{options}"]
    yield from next_lines(commands, screen)


def _told(facts: Iterable[Text], screen: Screen, lead: str = "") -> Iterator[Line]:
    for words in facts:
        told = wrap(
            lead + printable(words.into(screen.style)), screen.width, f"{lead}  "
        )
        yield from (line(each) for each in told)
