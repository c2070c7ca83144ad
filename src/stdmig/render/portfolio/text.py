"""Many municipalities on the terminal: what matters first (団体の集計の画面)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import shown
from stdmig.outlook.portfolio.portfolio import Broken, Portfolio
from stdmig.outlook.portfolio.statements import municipalities, statements
from stdmig.render.cells import wrap
from stdmig.render.first_lines import heading_lines, statement_lines
from stdmig.render.notes import next_lines, note_lines
from stdmig.render.one_line import one_line
from stdmig.render.painted import Line, Part, line, page
from stdmig.render.portfolio.date_grids import due_grid, ending_grid, joint_grid
from stdmig.render.portfolio.finding_grid import finding_grid
from stdmig.render.portfolio.names import portfolio_title
from stdmig.render.portfolio.town_grids import (
    LEGEND,
    prefecture_grid,
    system_grid,
    town_grid,
)
from stdmig.render.portfolio.vendor_lines import overload_lines, vendor_lines
from stdmig.render.screen import Screen
from stdmig.render.towns.grid import dim_lines, grid_lines, more_rows
from stdmig.render.towns.names import system_name
from stdmig.words import Name, Text, count, listing, text


def portfolio_text(
    portfolio: Portfolio,
    screen: Screen,
    top: int,
    *,
    is_today: bool = False,
    next_steps: tuple[str, ...] = (),
) -> str:
    """
    Return the roll-up for a screen.

    Parameters
    ----------
    top
        Rows of each table, but for prefectures and systems, all of which are shown.
    is_today
        Whether nobody said from which day to look.
    next_steps
        Commands to try.
    """
    title = one_line(portfolio_title(portfolio).into(screen.style))
    lines = [
        *heading_lines(title, _facts(portfolio, is_today=is_today), screen),
        *statement_lines(statements(portfolio), screen),
        *_broken(portfolio, screen, top),
        *grid_lines(town_grid(portfolio, top), screen),
        *grid_lines(prefecture_grid(portfolio), screen),
        *grid_lines(system_grid(portfolio), screen),
        *vendor_lines(portfolio, screen, top),
        *overload_lines(portfolio, screen, top),
        *grid_lines(ending_grid(portfolio, top), screen),
        *grid_lines(due_grid(portfolio, top), screen),
        *grid_lines(joint_grid(portfolio, top), screen),
        *grid_lines(finding_grid(portfolio, top), screen),
        *_legend(portfolio, screen),
        *next_lines(next_steps, screen),
    ]
    return page(lines, colour=screen.colour)


def _facts(portfolio: Portfolio, *, is_today: bool) -> Iterator[Text]:
    day = shown(portfolio.as_of)
    if is_today:
        yield text("as of {day} (today)", day=day)
    else:
        yield text("as of {day}", day=day)
    yield municipalities(portfolio.total.towns)
    yield count("{n} system", "{n} systems", portfolio.total.systems)
    if portfolio.chosen:
        names = listing(system_name(id_) for id_ in portfolio.chosen)
        yield text("only: {names}", names=names)


def _broken(portfolio: Portfolio, screen: Screen, top: int) -> Iterator[Line]:
    """Yield the workspaces that cannot be read, each with its first fault."""
    if not portfolio.broken:
        return
    yield line("")
    yield line(Part(text("Cannot be read").into(screen.style), "bold"))
    for each in portfolio.broken[:top]:
        name = f"  {one_line(each.place)}"
        yield from (line(part) for part in wrap(name, screen.width, "  "))
        yield from dim_lines(first_fault(each), screen)
    more = more_rows(len(portfolio.broken) - top if top < len(portfolio.broken) else 0)
    yield from dim_lines([more] if more is not None else [], screen)


def first_fault(broken: Broken) -> Iterator[Text]:
    """Yield the first fault of a workspace, and how many more there are."""
    if not broken.faults:
        return
    first = broken.faults[0]
    yield text(
        "{place}: {code} {what}",
        place=Name(one_line(str(first.location))),
        code=first.code,
        what=first.message,
    )
    left = len(broken.faults) - 1
    if left:
        yield count("and {n} more fault", "and {n} more faults", left)


def _legend(portfolio: Portfolio, screen: Screen) -> Iterator[Line]:
    """Yield what the words above mean; nothing where no municipality stands there."""
    yield line("")
    if not portfolio.towns:
        return
    yield from note_lines(LEGEND, screen)
    if portfolio.chosen:
        told = text(
            "Findings, days that are due and work rates are known for whole"
            " municipalities alone; --system leaves them out."
        )
        yield from note_lines(told, screen)
