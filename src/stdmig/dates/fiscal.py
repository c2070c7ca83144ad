"""The fiscal year, 1 April to 31 March, named after its first year (会計年度)."""

from __future__ import annotations

from datetime import date


def fiscal_year(day: date) -> int:
    """Return the fiscal year of a day (地方自治法208条): 2025-03-31 is in 2024."""
    return day.year - (day.month < 4)


def fiscal_year_start(year: int) -> date:
    """Return the first day of a fiscal year."""
    return date(year, 4, 1)


def fiscal_year_end(year: int) -> date:
    """Return the last day of a fiscal year (inclusive)."""
    return date(year + 1, 3, 31)


def split_by_fiscal_year(first: date, last: date) -> list[tuple[int, date, date]]:
    """
    Return a span cut at every turn of the fiscal year.

    Parameters
    ----------
    first, last
        Both inside the span; there is nothing to cut where `first` is later.

    Returns
    -------
    list
        Fiscal year, first day and last day (inclusive) of every piece, in order.
    """
    if first > last:
        return []
    return [
        (year, max(first, fiscal_year_start(year)), min(last, fiscal_year_end(year)))
        for year in range(fiscal_year(first), fiscal_year(last) + 1)
    ]


def months_by_fiscal_year(first: date, last: date) -> dict[int, int]:
    """
    Return the number of calendar months that a span touches, per fiscal year.

    A month counts as a whole where one day of it lies in the span, since fees are
    asked for by the month.

    Parameters
    ----------
    first, last
        Both inside the span; where `first` is later the answer is empty.
    """
    return {
        year: (end.year - start.year) * 12 + end.month - start.month + 1
        for year, start, end in split_by_fiscal_year(first, last)
    }
