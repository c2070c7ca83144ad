"""The budgets under the chart: when to ask, what is voted, other ways (予算)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stdmig.dates import padded, shown, shown_fiscal_year
from stdmig.outlook import BudgetGroup
from stdmig.render.cells import fit, width, wrap
from stdmig.render.painted import Line, Part, line
from stdmig.render.screen import Screen
from stdmig.schedule import BudgetOption, Occasion
from stdmig.words import Text, count, in_style, listing, text


def budget_lines(groups: tuple[BudgetGroup, ...], screen: Screen) -> Iterator[Line]:
    """Yield the budgets of the plan, group by group."""
    if not groups:
        return
    yield line(Part(text("Budgets").into(screen.style), "bold"))
    for group in groups:
        yield from _told(_whose(group), screen, "  ")
        for words in budget_facts(group):
            yield from _told(words, screen, "    ")
        if group.options:
            yield from _options(group, screen)


def _whose(group: BudgetGroup) -> Text:
    whose = (
        text("{name}", name=group.procurements[0].title)
        if len(group.procurements) == 1
        else count("{n} procurement", "{n} procurements", len(group.procurements))
    )
    return text(
        "{whose}: {budget}", whose=whose, budget=budget_title(group.planned.occasion)
    )


def budget_facts(group: BudgetGroup) -> Iterator[Text]:
    """Yield when a budget is asked for, what each year pays, and the last way in."""
    yield _days(group.planned.occasion)
    for year, refs in group.paid.items():
        paid = text(
            "{year} pays for items {items}",
            year=shown_fiscal_year(year),
            items=listing(refs),
        )
        if year in group.debt_years:
            paid = text("{paid} (debt obligation)", paid=paid)
        yield paid
    if group.last is not None and group.last.occasion != group.planned.occasion:
        last = group.last.occasion
        yield text("last way in: {budget}", budget=budget_title(last))
        yield _days(last)


def budget_title(occasion: Occasion) -> Text:
    """Return which budget of which year it is: R6年度当初予算."""
    return text(
        "{way} of {year}",
        way=occasion.way.title,
        year=shown_fiscal_year(occasion.fiscal_year),
    )


def _days(occasion: Occasion) -> Text:
    """Return when a budget is asked for, voted and spent."""
    if occasion.way.kind == "ordinary":
        return text(
            "asked for {opens} - {closes}, voted {voted}, spent from {usable}",
            opens=_day(occasion.opens),
            closes=_day(occasion.closes),
            voted=_day(occasion.voted),
            usable=_day(occasion.usable),
        )
    return text(
        "asked for by {closes}, voted {voted}, spent from {usable}",
        closes=_day(occasion.closes),
        voted=_day(occasion.voted),
        usable=_day(occasion.usable),
    )


def _options(group: BudgetGroup, screen: Screen) -> Iterator[Line]:
    """Yield a small table of the ways to the money, the least urgent first."""
    style = screen.style
    whose = group.options[0].purchase.procurement.title
    yield from _told(
        text("Ways to the money at the longest durations ({name}):", name=whose),
        screen,
        "    ",
    )
    heads = [
        text("way"),
        text("ask by"),
        text("begin by"),
        text("ready"),
        text("late"),
    ]
    rows = [[head.into(style) for head in heads]]
    rows += [[in_style(cell, style) for cell in _cells(each)] for each in group.options]
    yield from _table(rows, screen)


def _table(rows: list[list[str]], screen: Screen) -> Iterator[Line]:
    """Yield rows in columns; where they are too wide, the first cell has its line."""
    lead = " " * 6
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    beside = len(lead) + sum(widths) + 2 * (len(widths) - 1) <= screen.width
    for number, row in enumerate(rows):
        paint = "dim" if number == 0 else ""
        cells = [fit(cell, wide) for cell, wide in zip(row, widths, strict=True)]
        if beside:
            yield line(Part(f"{lead}{'  '.join(cells)}".rstrip(), paint))
        else:
            yield line(Part(f"{lead}{row[0]}", paint))
            yield line(Part(f"{lead}  {'  '.join(cells[1:])}".rstrip(), paint))


def _cells(option: BudgetOption) -> list[object]:
    late = option.late
    return [
        option.way.short_title,
        "-" if late is None else padded(date.fromordinal(late.occasion.closes)),
        padded(option.first_start),
        padded(option.cutover),
        count("{n} day", "{n} days", option.missed_by)
        if option.missed_by
        else text("in time"),
    ]


def _told(words: Text, screen: Screen, lead: str) -> Iterator[Line]:
    told = lead + words.into(screen.style)
    yield from (line(each) for each in wrap(told, screen.width, lead + "  "))


def _day(ordinal: int) -> object:
    return shown(date.fromordinal(ordinal))
