"""What became of a form (回収の結果)."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

from stdmig.diagnostics import Diagnostic, Severity
from stdmig.intake.forms.town import TownNamed
from stdmig.intake.inventory_list.inquiry import Remark
from stdmig.inventory.editing.change import Change

Outcome = Literal["new", "changed", "same", "refused"]
"""A workspace was made, was changed, says all of it already; nothing was taken."""


class Taken(NamedTuple):
    """
    A form, and what became of it.

    Attributes
    ----------
    file
        As it was named.
    town
        Whose it is; None where that cannot be said.
    folder
        The workspace; None where nothing was taken.
    changes
        Of a workspace that was there already.
    remarks, faults
        What people should look at; an error among them is why nothing was taken, or
        what is left to be done by hand.
    """

    file: Path
    town: TownNamed | None
    outcome: Outcome
    folder: Path | None = None
    changes: tuple[Change, ...] = ()
    remarks: tuple[Remark, ...] = ()
    faults: tuple[Diagnostic, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Return whether everything that could be taken was."""
        wrong = any(each.severity is Severity.ERROR for each in self.faults)
        return self.outcome != "refused" and not wrong
