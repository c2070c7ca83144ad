"""The budget request by fiscal year (年度別の予算要求)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from stdmig.budget import REQUEST_STATE_TITLES, BudgetLine
from stdmig.dates import shown, shown_fiscal_year, shown_fiscal_year_long
from stdmig.render.html.facets import Facets
from stdmig.render.html.pen import Pen
from stdmig.words import Text, count, listing, text


class Line(NamedTuple):
    """
    One line of the request; what nobody knows is empty, never zero.

    Attributes
    ----------
    state
        How far its request has come: ``open``, ``asked`` or ``closed``.
    state_told
        The same in words; empty where it is open.
    """

    units: str
    title: Markup
    vote: Markup
    span: Markup
    yen: str
    due: Markup
    state: str
    state_told: Markup
    section: Markup
    remarks: Markup


class Year(NamedTuple):
    """
    The lines of one fiscal year.

    Attributes
    ----------
    yen
        The sum of the lines that have a price; empty where none has.
    priced, unpriced
        How many lines have one, and how many have not.
    due
        The first and the last day to ask for what is still open.
    past
        How many lines are asked for already, and how many are too late.
    """

    name: Markup
    number: int
    told: Markup
    yen: str
    priced: int
    unpriced: int
    due: Markup
    past: tuple[Markup, ...]
    lines: tuple[Line, ...]


class Total(NamedTuple):
    """All years together."""

    number: int
    yen: str
    priced: int
    unpriced: int


def years(
    lines: tuple[BudgetLine, ...], facets: Facets, pen: Pen
) -> tuple[tuple[Year, ...], Total]:
    """Return the request by the fiscal years that pay, and its sum."""
    held: dict[int, list[BudgetLine]] = {}
    for each in lines:
        held.setdefault(each.fiscal_year, []).append(each)
    shown_years = tuple(
        _year(year, own, facets, pen) for year, own in sorted(held.items())
    )
    return shown_years, Total(*_sums(lines))


def _year(year: int, lines: list[BudgetLine], facets: Facets, pen: Pen) -> Year:
    number, yen, priced, unpriced = _sums(lines)
    return Year(
        pen(shown_fiscal_year_long(year)),
        number,
        pen(count("{n} line", "{n} lines", number)),
        yen,
        priced,
        unpriced,
        pen(_due(lines)),
        tuple(map(pen, _past(lines))),
        tuple(_line(each, facets, pen) for each in lines),
    )


def _sums(
    lines: tuple[BudgetLine, ...] | list[BudgetLine],
) -> tuple[int, str, int, int]:
    known = [each.amount.yen for each in lines if each.amount.yen is not None]
    yen = f"{sum(known):,}" if known else ""
    return len(lines), yen, len(known), len(lines) - len(known)


def _due(lines: list[BudgetLine]) -> Text:
    ahead = [each for each in lines if each.request_state == "open"]
    days = sorted({each.request_due for each in ahead if each.request_due})
    if not ahead:
        return text("none open")
    if not days:
        return text("not known")
    if len(days) == 1:
        return text("{day}", day=shown(days[0]))
    return text("{first} to {last}", first=shown(days[0]), last=shown(days[-1]))


def _past(lines: list[BudgetLine]) -> Iterator[Text]:
    states = Counter(each.request_state for each in lines)
    if states["asked"]:
        yield count("requested: {n} line", "requested: {n} lines", states["asked"])
    if states["closed"]:
        yield count("closed: {n} line", "closed: {n} lines", states["closed"])
    if states["not_applicable"]:
        none = states["not_applicable"]
        yield count("not asked for: {n} line", "not asked for: {n} lines", none)


def _line(each: BudgetLine, facets: Facets, pen: Pen) -> Line:
    debt = (
        text(
            "debt obligation {years}",
            years=listing(map(shown_fiscal_year, each.debt_years)),
        )
        if each.debt_years
        else None
    )
    remarks = [*([debt] if debt else []), *each.remarks]
    return Line(
        _units(each, facets),
        pen(each.title),
        pen(each.vote),
        pen.day(each.start) + Markup("–") + pen.day(each.end),
        f"{each.amount.yen:,}" if each.amount.yen is not None else "",
        pen.day(each.request_due) if each.request_due else Markup(""),
        each.request_state,
        _state(each, pen),
        pen(each.section or ""),
        pen(listing(remarks)) if remarks else Markup(""),
    )


def _state(each: BudgetLine, pen: Pen) -> Markup:
    told = REQUEST_STATE_TITLES.get(each.request_state)
    return pen(told) if told else Markup("")


def _units(each: BudgetLine, facets: Facets) -> str:
    if each.system is not None:
        return facets.of_systems([each.system])
    if each.contract is not None:
        return facets.of_contract(each.contract)
    return ""
