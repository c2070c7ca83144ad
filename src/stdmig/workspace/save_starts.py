"""Chosen starts as starts.yaml: a new file, or the one that is there (着手日の保存)."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.source import Source
from stdmig.inventory.template import Durations
from stdmig.levelling.levelled import Town
from stdmig.words import Language
from stdmig.workspace.level import start_rows
from stdmig.workspace.open import STARTS, find_folder
from stdmig.workspace.read import read_input
from stdmig.workspace.write_change import write_change
from stdmig.workspace.write_new import write_new


class StartsDraft(NamedTuple):
    """
    What a ``starts.yaml`` becomes.

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
    """

    path: Path
    before: bytes | None
    after: bytes | None
    faults: list[Diagnostic]

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


def starts_draft(
    folder: Path | None, town: Town, durations: Durations, language: Language
) -> StartsDraft:
    """
    Return what the file of a workspace becomes; nothing is written.

    Tasks that start as late as they can are not in it.

    Raises
    ------
    OSError
        If the file that is there cannot be read.
    """
    # Imported here, so that no other command waits for the editor.
    from stdmig.inventory.editing.starts import edit_starts_yaml
    from stdmig.inventory.writing.starts import new_starts_yaml

    path = find_folder(folder) / STARTS
    rows = start_rows(town)
    try:
        before = read_input(path)
    except FileNotFoundError:
        return StartsDraft(path, None, new_starts_yaml(rows, durations, language), [])
    source = Source(path.as_posix(), before)
    edited, faults = edit_starts_yaml(source, rows, durations, language)
    return StartsDraft(path, before, edited.data if edited else None, faults)
