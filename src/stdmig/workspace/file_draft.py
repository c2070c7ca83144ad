"""What a file of the workspace becomes, not yet written (ファイルの下書き)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from stdmig.diagnostics import Diagnostic, Location
from stdmig.inventory import Source, Sources, load
from stdmig.workspace.acceptable import acceptable
from stdmig.workspace.files import source_of, with_source
from stdmig.workspace.write_change import write_change
from stdmig.workspace.write_new import write_new

if TYPE_CHECKING:
    from stdmig.inventory.editing.change import Change, Edited

    Edit = Callable[[Source], tuple[Edited | None, list[Diagnostic]]]
    """Makes another file of one, or says why it cannot."""


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


def file_draft(
    sources: Sources,
    name: str,
    edit: Edit,
    new: Callable[[], bytes] | None = None,
    *,
    partly: bool = False,
) -> FileDraft:
    """
    Return what a file of a workspace becomes, once all of it was read with the change.

    Nothing is written. This is the one way in which a file that people write is
    changed.

    Parameters
    ----------
    sources
        The workspace as it was read.
    name
        Of the file.
    edit
        What changes it.
    new
        Makes the file where there is none yet; it is then changed like any other.
    partly
        Whether it is changed even where something is left to be done by hand.
    """
    there = source_of(sources, name)
    path = Path(sources.systems.name).with_name(name)
    if there is None or there.packaged:
        assert new is not None
        before, source = None, Source(path.as_posix(), new())
    else:
        before, source = there.data, there
    edited, faults = edit(source)
    if edited is None or (faults and not partly):
        return FileDraft(path, before, None, faults)
    becomes = Source(source.name, edited.data)
    if wrong := _reading_faults(with_source(sources, name, becomes), becomes):
        return FileDraft(path, before, None, [*faults, *wrong])
    return FileDraft(path, before, edited.data, faults, edited.changes)


def _reading_faults(sources: Sources, becomes: Source) -> list[Diagnostic]:
    """Return what would be wrong with a workspace in which a file becomes another."""
    from stdmig.inventory.editing.systems import would_be

    _, faults = load(sources, acceptable())
    where = Location(becomes.name)
    return [
        would_be(fault, becomes, where)
        if fault.location.file == becomes.name
        else fault
        for fault in faults
    ]
