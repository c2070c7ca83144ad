"""What a file of the workspace becomes, not yet written (ファイルの下書き)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from stdmig.diagnostics import Diagnostic
from stdmig.workspace.write_change import write_change
from stdmig.workspace.write_new import write_new

if TYPE_CHECKING:
    from stdmig.inventory.editing.change import Change


class FileDraft(NamedTuple):
    """
    What a file becomes.

    Attributes
    ----------
    path
        Where it lies.
    before
        What it was; None where there is none yet.
    after
        What it becomes; None where it is at fault, or would be.
    faults
        What is wrong, or is left to be done by hand.
    changes
        What is changed, for people to look through.
    """

    path: Path
    before: bytes | None
    after: bytes | None
    faults: list[Diagnostic]
    changes: tuple[Change, ...] = ()

    def write(self) -> bool:
        """
        Put it in its place; return whether anything was to be written.

        Raises
        ------
        OSError
            If it cannot be written to.
        BeingWrittenError, ChangedMeanwhileError
            If somebody else writes it.
        """
        if self.after is None or self.after == self.before:
            return False
        if self.before is None:
            write_new(self.path.parent, {self.path.name: self.after})
        else:
            write_change(self.path, self.before, self.after)
        return True
