"""How many rows of each section fit on a page, and which (行の割当て)."""

from __future__ import annotations

from stdmig.render.chart.model import Row
from stdmig.render.chart.phase_rows import Group


def shares(wanted: tuple[int, int], space: int) -> tuple[int, int]:
    """
    Return how many rows two sections get; neither crowds out the other.

    Parameters
    ----------
    wanted
        How many they have.
    space
        How many fit together.
    """
    if sum(wanted) <= space:
        return wanted
    first = min(wanted[0], max(space // 2, space - wanted[1]))
    return first, min(wanted[1], space - first)


def worst_groups(groups: tuple[Group, ...], number: int) -> tuple[Group, ...]:
    """Return so many groups in their order, those with the least float."""
    if len(groups) <= number:
        return groups
    ranked = sorted(groups, key=lambda each: (_float(each.row), -each.systems))
    kept = {each.row.id for each in ranked[:number]}
    return tuple(each for each in groups if each.row.id in kept)


def worst_contracts(rows: tuple[Row, ...], number: int) -> tuple[Row, ...]:
    """Return so many contracts in their order, those with the longest gaps."""
    if len(rows) <= number:
        return rows
    ranked = sorted(rows, key=_gap, reverse=True)
    kept = {row.id for row in ranked[:number]}
    return tuple(row for row in rows if row.id in kept)


def _float(row: Row) -> int:
    """Return the days of float; what is live comes last."""
    told = row.cells[2]
    return int(told) if told != "-" else 10**6


def _gap(row: Row) -> int:
    gaps = (bar for bar in row.bars if bar.kind == "gap")
    return max(((bar.last - bar.first).days + 1 for bar in gaps), default=0)
