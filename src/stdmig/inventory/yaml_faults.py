"""What is wrong with the YAML of a file, up to a limit (YAMLの誤り)."""

from __future__ import annotations

from array import array
from typing import Any

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.document import Position, location
from stdmig.inventory.many_faults import MOST_KEPT, more
from stdmig.words import Text


class YamlFaults:
    """
    The faults of one file, while it is read.

    Parameters
    ----------
    name
        The file's.
    lines
        Where its lines begin.
    """

    def __init__(self, name: str, lines: array[int]) -> None:
        self.kept: list[Diagnostic] = []
        self._name, self._lines = name, lines
        # How many faults were not kept, and where the first of them stands.
        self._left = 0
        self._untold: Position = 0

    def report(self, code: str, at: Position, message: Text, **details: Any) -> None:
        """Take up a fault; beyond the limit only that there is one more."""
        if len(self.kept) < MOST_KEPT:
            where = location(self._name, at, self._lines)
            self.kept.append(Diagnostic(code, message, where, **details))
        else:
            self._untold = self._untold or at
            self._left += 1

    def refuse(self, mark: Any, message: Text, help: Text) -> None:
        """Take up that a feature of YAML is not read."""
        self.report("STD003", mark.index, message, help=help)

    def has(self, code: str) -> bool:
        """Return whether a fault of this code was kept."""
        return any(fault.code == code for fault in self.kept)

    def last_is_at(self, at: Position) -> bool:
        """Return whether the fault that was kept last stands at this place."""
        where = location(self._name, at, self._lines)
        return bool(self.kept) and self.kept[-1].location == where

    def told(self) -> list[Diagnostic]:
        """Return the faults that were kept, and how many more there are."""
        if not self._left:
            return self.kept
        where = location(self._name, self._untold, self._lines)
        return [*self.kept, more(self._left, where)]
