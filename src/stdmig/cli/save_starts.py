"""Chosen starts into the workspaces they were chosen for (着手日の保存)."""

from __future__ import annotations

from pathlib import Path

from stdmig.cli.messages import complain
from stdmig.cli.saving import UnsavedError, save
from stdmig.cli.session import tell_faults
from stdmig.levelling.levelled import Levelled
from stdmig.words import Language, text
from stdmig.workspace.file_draft import FileDraft
from stdmig.workspace.save_starts import starts_draft


def save_starts(
    levelled: Levelled, folders: list[Path | None], language: Language
) -> bool:
    """
    Write them; return whether all are saved, after telling what is not.

    Nothing is written before it is known of every workspace what its file becomes.
    """
    if levelled.clashes:
        complain(text("no plan can keep every capacity; nothing is saved"))
        return False
    try:
        drafts = [
            _draft(levelled, place, folder, language)
            for place, folder in enumerate(folders)
        ]
        for each in drafts:
            save(each)
    except UnsavedError:
        return False
    return not any(each.faults for each in drafts)


def _draft(
    levelled: Levelled, place: int, folder: Path | None, language: Language
) -> FileDraft:
    made = starts_draft(folder, levelled.towns[place], levelled.durations, language)
    if made.faults:
        tell_faults(made.faults)
    if made.after is None:
        complain(text("nothing was written"))
        raise UnsavedError
    return made
