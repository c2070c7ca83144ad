"""Begin a workspace: its files with schemas, all or none (作業フォルダーの作成)."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic
from stdmig.inventory import STATUTORY, Inventory, Source, load
from stdmig.inventory.draft import Draft, DraftSystem
from stdmig.inventory.schema.files import INPUT_FILES
from stdmig.inventory.schema.modeline import FOLDER
from stdmig.inventory.writing.new_file import new_systems_yaml
from stdmig.inventory.writing.new_progress import new_progress_yaml
from stdmig.words import Style
from stdmig.workspace.acceptable import acceptable
from stdmig.workspace.files import (
    COSTS,
    FIELDS,
    PROGRESS,
    STEPS,
    SYSTEMS,
    sources_from,
)
from stdmig.workspace.schemas import schema_files
from stdmig.workspace.starter import LINKS, starter, starters
from stdmig.workspace.write_new import write_new

SCHEMAS = tuple(f"{FOLDER}/{file.schema_name}" for file in INPUT_FILES)
"""The schemas of its files, by which an editor completes them."""


_OF_ANYBODY = (COSTS, STEPS)
"""The files that name no system, and may be there before the others."""


class Begun(NamedTuple):
    """
    The files of a new workspace, not yet written.

    Attributes
    ----------
    files
        Their bytes, by name; empty where anything is wrong.
    faults
        What is wrong with what was told.
    links, assumed_links
        How many links between systems (業務間の連携) the files begin with, and how
        many of them no source states.
    """

    files: dict[str, bytes]
    faults: list[Diagnostic]
    links: int = 0
    assumed_links: int = 0


def begin(draft: Draft, style: Style) -> Begun:
    """
    Return the files of a new workspace.

    Parameters
    ----------
    draft
        What is known. Systems of the law that it does not name are here all the same:
        whatever is missing of them, the check asks for. ``progress.yaml`` is written
        where a system is live.
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
    if draft.live:
        files[PROGRESS] = new_progress_yaml(style, draft.live)
    inventory, faults = _loaded(files)
    if inventory is None or faults:
        return Begun({}, faults)
    links = inventory.file.links
    schemas = schema_files(style)
    return Begun(
        {**files, **{f"{FOLDER}/{each}": schemas[each] for each in schemas}},
        [],
        len(links),
        sum(each.assumed for each in links),
    )


def _loaded(
    files: dict[str, bytes],
) -> tuple[Inventory | None, list[Diagnostic]]:
    sources = sources_from(
        lambda name: Source(name, files[name]) if name in files else None
    )
    return (None, []) if sources is None else load(sources, acceptable())


def _with_all(draft: Draft) -> Draft:
    named = {each.id: each for each in draft.systems}
    law = [named.pop(each, DraftSystem(each, {})) for each in STATUTORY]
    return draft._replace(systems=(*law, *named.values()))


def in_the_way(folder: Path) -> list[Path]:
    """
    Return the files that somebody has written already, broken links included.

    Those that tell of other systems than the new ones are among them even where none
    would be written: all but ``costs.yaml`` and ``steps.yaml``.
    """
    if os.path.lexists(folder / FOLDER) and not (folder / FOLDER).is_dir():
        return [folder / FOLDER]
    names = (*(name for name in FIELDS if name not in _OF_ANYBODY), *SCHEMAS)
    return [folder / name for name in names if os.path.lexists(folder / name)]


def write_begun(folder: Path, begun: Begun) -> None:
    """
    Write the files; a new folder appears with all of them, or not at all.

    Raises
    ------
    FileExistsError
        With its path, if one of them is there: nothing is ever overwritten.
    OSError
        If the folder cannot be written to.
    """
    if there := in_the_way(folder):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(there[0]))
    write_new(folder, begun.files)
