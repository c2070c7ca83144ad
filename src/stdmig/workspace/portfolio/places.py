"""Which workspaces are looked at together (対象団体の特定)."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location
from stdmig.inventory import Source
from stdmig.inventory.portfolio import PortfolioFile
from stdmig.inventory.read_portfolio import read_portfolio
from stdmig.outlook.portfolio.portfolio import Broken
from stdmig.words import text
from stdmig.workspace.files import FILE_NAMES, PORTFOLIO, SYSTEMS
from stdmig.workspace.portfolio.folders import folders_in
from stdmig.workspace.portfolio.once import once
from stdmig.workspace.portfolio.pattern import matching
from stdmig.workspace.read import read_input
from stdmig.workspace.refusal import refusal, remedy


class Listed(NamedTuple):
    """
    The workspaces that a user named.

    Attributes
    ----------
    places
        Their folders, as named, in order and each real folder once. What is no
        workspace is among them where somebody said that it is one.
    broken
        Lists that cannot be read, or name what is not there.
    files
        The lists that could be read, in order.
    """

    places: tuple[Path, ...]
    broken: tuple[Broken, ...] = ()
    files: tuple[PortfolioFile, ...] = ()

    @property
    def file(self) -> PortfolioFile | None:
        """Return the list, where it is one alone that named them."""
        return self.files[0] if len(self.files) == 1 else None


def list_places(named: Sequence[Path]) -> Listed:
    """
    Return the workspaces that folders and lists name.

    A folder with a ``systems.yaml`` is one; one without it stands for the list
    ``portfolio.yaml`` in it, else for the workspaces that lie directly in it. A file
    is a list; a list names no other lists.

    Parameters
    ----------
    named
        Folders and lists, in the order in which they were given.
    """
    places: list[Path] = []
    broken: list[Broken] = []
    files: list[PortfolioFile] = []
    for each in named:
        file = each / PORTFOLIO
        if os.path.isfile(each):
            file = each
        elif not os.path.isfile(file) or _is_workspace(each):
            places += _in_folder(each)
            continue
        found = _listed(file)
        places += found.places
        broken += found.broken
        files += found.files
    return Listed(tuple(once(places)), tuple(broken), tuple(files))


def _listed(file: Path) -> Listed:
    """Return what a list names."""
    name = file.as_posix()
    try:
        source = Source(name, read_input(file))
    except OSError as error:
        message = text("cannot be read: {why}", why=refusal(error))
        fault = Diagnostic("STD001", message, Location(name), remedy(error))
        return Listed((), (Broken(name, (fault,)),))
    found, document, faults = read_portfolio(source)
    if found is None or document is None:
        return Listed((), (Broken(name, faults),))
    places: list[Path] = []
    missing: list[Diagnostic] = []
    # Many patterns may look into the same folder of many folders.
    names = cache(folders_in)
    for entry, number in _first_places(found.workspaces).items():
        meant = matching(file.parent, entry, names)
        held = [place for each in meant for place in _in_folder(each)]
        if "*" in entry:
            held = [each for each in held if _is_meant(each)]
        if not held:
            message = text("no workspace has a name like '{name}'", name=entry)
            where = document.locate(("workspaces", number))
            missing.append(Diagnostic("STD015", message, where, _HELP))
        places += held
    broken = (Broken(name, tuple(missing)),) if missing else ()
    return Listed(tuple(places), broken, (found,))


def _first_places(entries: Sequence[str]) -> dict[str, int]:
    """Return every entry with where it stands first; twice, it means no more."""
    found: dict[str, int] = {}
    for number, entry in enumerate(entries):
        found.setdefault(entry, number)
    return found


_HELP = text(
    "a workspace is a folder with systems.yaml; folders are counted from that of this"
    " file, and '*' stands for any name of one folder"
)


def _in_folder(folder: Path) -> list[Path]:
    """Return a workspace, or those directly in a folder; else the folder itself."""
    if _is_workspace(folder):
        return [folder]
    try:
        names = folders_in(folder)
    except OSError:
        return [folder]
    below = (folder / name for name in names if not name.startswith("."))
    return [each for each in below if _is_meant(each)] or [folder]


def _is_workspace(folder: Path) -> bool:
    return os.path.lexists(folder / SYSTEMS)


def _is_meant(folder: Path) -> bool:
    """
    Return whether a folder is, or should be, a workspace.

    One that has other input files lacks its own, and one that cannot be read may be
    any: both are named with their faults rather than passed over.
    """
    try:
        with os.scandir(folder) as entries:
            return any(entry.name in FILE_NAMES for entry in entries)
    except OSError:
        return True
