"""Chosen starts as starts.yaml: a new file, or the one that is there (着手日の保存)."""

from __future__ import annotations

from pathlib import Path

from stdmig.inventory.source import Source
from stdmig.inventory.template import Durations
from stdmig.levelling.levelled import Town
from stdmig.words import Language
from stdmig.workspace.file_draft import FileDraft
from stdmig.workspace.level import start_rows
from stdmig.workspace.open import STARTS, find_folder
from stdmig.workspace.read import read_input


def starts_draft(
    folder: Path | None, town: Town, durations: Durations, language: Language
) -> FileDraft:
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
        return FileDraft(path, None, new_starts_yaml(rows, durations, language), [])
    source = Source(path.as_posix(), before)
    edited, faults = edit_starts_yaml(source, rows, durations, language)
    return FileDraft(path, before, edited.data if edited else None, faults)
