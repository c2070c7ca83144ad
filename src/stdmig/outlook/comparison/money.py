"""What the budget requests differ by: years, accounts, lines (予算の増減)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import zip_longest
from typing import Generic, NamedTuple, TypeVar

from stdmig.budget import BudgetLine
from stdmig.outlook.comparison.outcome import Outcome
from stdmig.outlook.comparison.union import union

Key = TypeVar("Key", bound=Hashable)


class Sum(NamedTuple):
    """
    Some lines of a request, added up.

    Attributes
    ----------
    yen
        Of the lines that have a price, with tax; None where lines are there and none
        of them has one, never zero for "unknown".
    lines, unpriced
        How many lines there are, and how many of them have no price.
    """

    yen: int | None
    lines: int
    unpriced: int


class SumChange(NamedTuple, Generic[Key]):
    """
    Lines that belong together, added up before and after.

    Attributes
    ----------
    key
        The fiscal year, or the account and the section that asks.
    """

    key: Key
    before: Sum
    after: Sum

    @property
    def yen(self) -> int | None:
        """Return how much more is asked for; None where one sum is not known."""
        if self.before.yen is None or self.after.yen is None:
            return None
        return self.after.yen - self.before.yen

    @property
    def is_partial(self) -> bool:
        """Return whether lines without a price are left out of the difference."""
        return self.before.unpriced + self.after.unpriced > 0


class LineChange(NamedTuple):
    """A line of the request that came, went, moved to another year or costs more."""

    before: BudgetLine | None
    after: BudgetLine | None

    @property
    def line(self) -> BudgetLine:
        """Return the line, as the second plan has it where it does."""
        held = self.after or self.before
        assert held is not None
        return held


class Money(NamedTuple):
    """
    How two budget requests differ.

    Attributes
    ----------
    years
        The fiscal years whose lines differ.
    shares
        By account and section that asks, where prices are known.
    total
        All of it.
    lines
        The single lines.
    """

    years: tuple[SumChange[int], ...]
    shares: tuple[SumChange[tuple[str | None, str | None]], ...]
    total: SumChange[None]
    lines: tuple[LineChange, ...]


def money_changes(before: Outcome, after: Outcome) -> Money:
    """Return what the requests differ by; what is alike is left out but for the sum."""
    first, second = before.lines, after.lines
    changed = tuple(_lines(first, second))
    touched = {
        line.fiscal_year
        for each in changed
        for line in (each.before, each.after)
        if line is not None
    }
    years = _sums(first, second, lambda line: line.fiscal_year)
    shares = _sums(first, second, lambda line: (line.heading.account, line.section))
    return Money(
        tuple(each for each in years if each.key in touched),
        tuple(each for each in shares if each.yen not in (None, 0)),
        SumChange(None, _sum(first), _sum(second)),
        changed,
    )


def _sums(
    before: Iterable[BudgetLine],
    after: Iterable[BudgetLine],
    key: Callable[[BudgetLine], Key],
) -> list[SumChange[Key]]:
    first, second = _grouped(before, key), _grouped(after, key)
    keys = sorted(union(first, second), key=_rank)
    return [
        SumChange(each, _sum(first.get(each, ())), _sum(second.get(each, ())))
        for each in keys
    ]


def _rank(key: Hashable) -> tuple[str, ...]:
    """Return an order for years, and for pairs of which either may lack."""
    parts = key if isinstance(key, tuple) else (key,)
    return tuple("" if part is None else str(part) for part in parts)


def _grouped(
    lines: Iterable[BudgetLine], key: Callable[[BudgetLine], Key]
) -> dict[Key, list[BudgetLine]]:
    found: dict[Key, list[BudgetLine]] = {}
    for line in lines:
        found.setdefault(key(line), []).append(line)
    return found


def _sum(lines: Iterable[BudgetLine]) -> Sum:
    held = list(lines)
    known = [line.amount.yen for line in held if line.amount.yen is not None]
    nothing = None if held else 0
    return Sum(sum(known) if known else nothing, len(held), len(held) - len(known))


def _lines(
    before: Iterable[BudgetLine], after: Iterable[BudgetLine]
) -> Iterator[LineChange]:
    """Yield the lines that differ, each with the one it was, by fiscal year."""
    first, second = _grouped(before, _subject), _grouped(after, _subject)
    found = [
        change
        for key in union(second, first)
        for change in _pairs(first.get(key, []), second.get(key, []))
    ]
    yield from sorted(found, key=lambda each: each.line.fiscal_year)


def _pairs(before: list[BudgetLine], after: list[BudgetLine]) -> Iterator[LineChange]:
    """Yield lines of one subject: by their years first, what is left in its order."""
    years = {each.fiscal_year for each in before} & {each.fiscal_year for each in after}
    for year in sorted(years):
        was = [each for each in before if each.fiscal_year == year]
        now = [each for each in after if each.fiscal_year == year]
        yield from _changed(was, now)
    yield from _changed(
        [each for each in before if each.fiscal_year not in years],
        [each for each in after if each.fiscal_year not in years],
    )


def _changed(before: list[BudgetLine], after: list[BudgetLine]) -> Iterator[LineChange]:
    for was, now in zip_longest(before, after):
        if was is None or now is None or _facts(was) != _facts(now):
            yield LineChange(was, now)


def _subject(line: BudgetLine) -> tuple[object, ...]:
    return line.cost_item, line.system, line.contract, line.section, line.sections


def _facts(line: BudgetLine) -> tuple[object, ...]:
    return (
        line.fiscal_year,
        line.vote,
        line.start,
        line.end,
        line.debt_years,
        line.amount,
        line.request_due,
        line.heading,
        line.method,
        line.counterparty,
    )
