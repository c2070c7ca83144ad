"""Chosen starts as starts.yaml: a new file, or the one that is there (着手日の保存)."""

from __future__ import annotations

from pathlib import Path

from stdmig.inventory.template import Durations
from stdmig.levelling.levelled import Town
from stdmig.words import Language
from stdmig.workspace.file_draft import FileDraft, file_draft
from stdmig.workspace.files import STARTS
from stdmig.workspace.level import start_rows
from stdmig.workspace.open import find_folder, read_sources


def starts_draft(
    folder: Path | None, town: Town, durations: Durations, language: Language
) -> FileDraft:
    """
    Return what the file of a workspace becomes; nothing is written.

    Tasks that start as late as they can are not in it.
    """
    # Imported here, so that no other command waits for the editor.
    from stdmig.inventory.editing.starts import edit_starts_yaml
    from stdmig.inventory.writing.starts import new_starts_yaml

    # Reckoning takes its time: what is there by now is what is changed.
    place = find_folder(folder)
    sources, faults = read_sources(place)
    if sources is None:
        return FileDraft(place / STARTS, None, None, faults)
    rows = start_rows(town)
    return file_draft(
        sources,
        STARTS,
        lambda file: edit_starts_yaml(file, rows, durations, language),
        lambda: new_starts_yaml(rows, durations, language),
        partly=True,
    )
