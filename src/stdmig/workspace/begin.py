"""Begin a workspace: three files, all or none (作業フォルダーの作成)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic
from stdmig.inventory import STATUTORY, Source, Sources, load
from stdmig.inventory.draft import Draft, DraftSystem
from stdmig.inventory.writing.new_file import new_systems_yaml
from stdmig.words import Style
from stdmig.workspace.acceptable import acceptable
from stdmig.workspace.open import PROCEDURES, SYSTEMS, TEMPLATE
from stdmig.workspace.starter import LINKS, starter, starters
from stdmig.workspace.write import write_folder

BEGUN = (SYSTEMS, PROCEDURES, TEMPLATE)
"""The files that a new workspace has."""


class Begun(NamedTuple):
    """
    The files of a new workspace, not yet written.

    Attributes
    ----------
    files
        Their bytes, by name; empty where anything is wrong.
    faults
        What is wrong with what was told.
    """

    files: dict[str, bytes]
    faults: list[Diagnostic]


def begin(draft: Draft, style: Style) -> Begun:
    """
    Return the files of a new workspace.

    Parameters
    ----------
    draft
        What is known. Systems of the law that it does not name are here all the same:
        whatever is missing of them, the check asks for.
    style
        Language of the remarks, and how days are written.
    """
    written, faults = new_systems_yaml(_with_all(draft), style)
    if written is None:
        return Begun({}, faults)
    language = style.language
    files = {
        SYSTEMS: written + b"\n" + starter(LINKS, language),
        **starters(language),
    }
    systems, procedures, template = (Source(name, files[name]) for name in BEGUN)
    _, faults = load(Sources(systems, procedures, template), acceptable())
    return Begun({} if faults else files, faults)


def _with_all(draft: Draft) -> Draft:
    named = {each.id: each for each in draft.systems}
    law = [named.pop(each, DraftSystem(each, {})) for each in STATUTORY]
    return draft._replace(systems=(*law, *named.values()))


def in_the_way(folder: Path) -> list[Path]:
    """Return the files that somebody has written already, broken links included."""
    return [folder / name for name in BEGUN if os.path.lexists(folder / name)]


def write_begun(folder: Path, begun: Begun) -> None:
    """
    Write the files; a new folder appears with all of them, or not at all.

    Raises
    ------
    FileExistsError
        If one of them is there: nothing is ever overwritten.
    OSError
        If the folder cannot be written to.
    """
    if there := in_the_way(folder):
        raise FileExistsError(there[0])
    write_folder(folder, begun.files)
