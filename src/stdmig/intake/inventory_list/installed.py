"""A unit of a list, with the rows that tell of it (業務システム)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.intake.inventory_list.entry import Entry
from stdmig.intake.inventory_list.known import KnownUnit


class Installed(NamedTuple):
    """
    A unit, with the rows that tell of it.

    Attributes
    ----------
    entries
        The row that names it, and others that turned out to be about the same unit.
    known
        The unit of the file that it is, or None where it is new.
    """

    system: str
    entries: tuple[Entry, ...]
    known: KnownUnit | None

    @property
    def section(self) -> str:
        """Return the section; empty where no row says it."""
        told = (str(each.unit.get("section") or "") for each in self.entries)
        return next(filter(None, told), self.known.unit.section if self.known else "")

    @property
    def name(self) -> str:
        """Return the name; empty where no row says it."""
        told = (str(each.unit.get("name") or "") for each in self.entries)
        return next(filter(None, told), "")
