"""The ids of contracts in a cell of our own list (契約ID)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from stdmig.intake.inventory_list.identifiers import given_identifier
from stdmig.intake.inventory_list.known import Known
from stdmig.intake.inventory_list.rows import Row
from stdmig.intake.inventory_list.table import Table
from stdmig.inventory.check_systems import unit_id

_BETWEEN = re.compile(r"[\s、，,]+")
_AHEAD = re.compile(r"^[\s、，,]+")


class ContractIds:
    """
    The ids that cells may name, those included that nobody could write.

    A contract that stands in its unit goes by the unit's id, which is made from its
    section and holds whatever that holds: ``juki/税務 課``. Such an id is looked for
    before a cell is taken apart at commas and spaces.

    Parameters
    ----------
    tables
        All that are read: ours list the contracts once more, each id in its own cell.
    known
        The file that is there.
    """

    def __init__(self, tables: Iterable[Table], known: Known) -> None:
        listed = {
            row.words("contract.id")
            for table in tables
            if table.ours and not table.has("system.id")
            for row in table.body.rows
        }
        self._known = known
        self._odd: dict[str, list[str]] = {}
        for each in sorted(listed | known.contract_ids, key=len, reverse=True):
            if _BETWEEN.search(each):
                self._odd.setdefault(_first(each), []).append(each)

    def of(self, row: Row) -> tuple[str, ...]:
        """Return the ids that the cell of a row names."""
        written = row.words("contract.id")
        system, unit = row.words("system.id"), row.words("unit.id")
        whole = self._known.row_of(system, unit, written)
        if whole is not None:
            return whole
        implied = {unit, unit_id(system, row.words("unit.section"), None, alone=False)}
        found: list[str] = []
        rest = _AHEAD.sub("", written)
        while rest:
            name = self._next(rest, implied)
            if own := self._as_known(name):
                found.append(own)
            rest = _AHEAD.sub("", rest[len(name) :])
        return tuple(found)

    def _next(self, rest: str, implied: set[str]) -> str:
        """Return the id with which the rest of a cell begins, the longest that fits."""
        first = _first(rest)
        odd = [each for each in implied if each] + self._odd.get(first, [])
        fitting = [each for each in odd if _begins(rest, each)]
        return max(fitting, key=len, default=first)

    def _as_known(self, written: str) -> str:
        """
        Return an id as the file has it by now: it may have been made valid.

        Empty where nothing is left that could be one.
        """
        if written in self._known.contract_ids:
            return written
        return given_identifier(written)


def _first(written: str) -> str:
    return _BETWEEN.split(written, maxsplit=1)[0]


def _begins(written: str, name: str) -> bool:
    after = written[len(name) : len(name) + 1]
    return written.startswith(name) and (not after or bool(_BETWEEN.match(after)))
