"""Which columns of the form are which steps (ステップの列の判別)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from stdmig.diagnostics.location import column_letters
from stdmig.intake.inventory_list.plain import plain
from stdmig.intake.sheet.sheet import Cell
from stdmig.intake.steps_form.header import Header
from stdmig.intake.steps_form.states import state_of
from stdmig.inventory.quoted import quoted
from stdmig.words import Text, text

By = Literal["numbers", "names", "order"]
"""By what steps are known: numbers, names, or the order of their columns alone."""

_SAMPLED = 400
"""Rows below the header by which a column of states is known."""


class StepColumns(NamedTuple):
    """
    Columns of steps.

    Attributes
    ----------
    steps
        Column of each step.
    by
        By what they are known.
    """

    steps: dict[int, int]
    by: By


def step_columns(
    header: Header, columns: list[int], count: int, known: Mapping[int, str]
) -> StepColumns | Text | None:
    """
    Return which of some columns are which steps, or why it cannot be told.

    Parameters
    ----------
    columns
        Those that may be steps.
    count
        How many steps there are.
    known
        Names of the steps that are known already.

    Returns
    -------
    None where they are no steps at all.
    """
    return _Columns(header, columns, count, known).told()


class _Columns:
    """Columns that may be steps."""

    def __init__(
        self, header: Header, columns: list[int], count: int, known: Mapping[int, str]
    ) -> None:
        self.header, self.columns = header, columns
        self.count, self.known = count, known
        rows = header.sheet.rows[header.first : header.first + _SAMPLED]
        self.filled = [each for each in columns if _is_of_states(rows, each)]

    def told(self) -> StepColumns | Text | None:
        """Return the steps by what tells them best."""
        numbered = {
            column: number
            for column in self.columns
            if (number := self.header.heading(column).number) is not None
        }
        if len(numbered) > 1 and len(numbered) >= len(self.filled) / 2:
            told = self._by_number(numbered)
            return told if isinstance(told, Text) else StepColumns(told, "numbers")
        by_name = {plain(name): number for number, name in self.known.items()}
        named = {
            by_name[plain(name)]: column
            for column in self.columns
            if (name := self.header.name(column)) and plain(name) in by_name
        }
        if len(named) == self.count:
            return StepColumns(dict(sorted(named.items())), "names")
        ordered = self._by_order(named)
        if ordered is None or isinstance(ordered, Text):
            return ordered
        return StepColumns(ordered, "order")

    def _by_number(self, numbered: dict[int, int]) -> dict[int, int] | Text:
        steps: dict[int, int] = {}
        for column, number in numbered.items():
            if not 1 <= number <= self.count:
                return text(
                    "column {column} is headed {number}, and there are {count} steps",
                    column=column_letters(column + 1),
                    number=number,
                    count=self.count,
                )
            if number in steps:
                return text(
                    "columns {first} and {second} are both headed {number}",
                    first=column_letters(steps[number] + 1),
                    second=column_letters(column + 1),
                    number=number,
                )
            steps[number] = column
        return dict(sorted(steps.items()))

    def _by_order(self, named: dict[int, int]) -> dict[int, int] | Text | None:
        """Return the steps where there are as many columns of states as steps."""
        headed = [column for column in self.columns if self.header.headed[column]]
        after = max(self.header.fields.values())
        found = [column for column in headed if column > after]
        if self.filled:
            first, last = self.filled[0], self.filled[-1]
            span = [each for each in self.columns if first <= each <= last]
            found = found if len(found) == self.count else span
        elif len(found) != self.count:
            return None
        if len(found) != self.count:
            return text(
                "{n} columns hold states, and there are {count} steps; write the"
                " numbers of the steps above them",
                n=len(found),
                count=self.count,
            )
        steps = dict(enumerate(found, start=1))
        for number, column in named.items():
            if steps[number] != column:
                return text(
                    "'{name}' is step {number} and does not stand in its place; write"
                    " the numbers of the steps above the columns",
                    name=quoted(self.known[number]),
                    number=number,
                )
        return steps


def _is_of_states(rows: tuple[tuple[Cell, ...], ...], column: int) -> bool:
    filled = [value for row in rows if (value := row[column].value) is not None]
    return bool(filled) and sum(
        state_of(each) is not None for each in filled
    ) * 2 >= len(filled)
