"""Where the workspace of a town lies, or will lie (作業フォルダーの場所)."""

from __future__ import annotations

import os
from pathlib import Path

from stdmig.intake.forms.town import TownNamed
from stdmig.intake.inventory_list.plain import folded
from stdmig.inventory import Source
from stdmig.inventory.read_municipality import read_municipality
from stdmig.inventory.systems import Municipality
from stdmig.workspace.files import PORTFOLIO, SYSTEMS
from stdmig.workspace.forms.file_names import safe_name, unique_name
from stdmig.workspace.portfolio.places import list_places
from stdmig.workspace.read import read_input


class Places:
    """
    The workspaces of a folder by whose they are.

    Parameters
    ----------
    folder
        Holds a workspace for each town, or a ``portfolio.yaml`` that names them.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: list[tuple[Path, Municipality]] | None = None
        self._taken: set[str] = set()

    def find(self, town: TownNamed) -> Path | None:
        """
        Return the workspace of a town; None where there is none yet.

        Raises
        ------
        OSError
            With its path, if a file cannot be read that may be the town's: a second
            workspace beside it would be worse than none.
        """
        for name in _names(town):
            # Broken or not, it is the town's own.
            if _is_there(self._folder / name / SYSTEMS) and self._fits(name, town):
                return self._folder / name
        same = [place for place, each in self._read() if _is_of(each, town)]
        return same[0] if len(same) == 1 else None

    def new(self, town: TownNamed) -> Path:
        """Return where a workspace is made for a town."""
        return self._folder / unique_name(_names(town)[0], self._taken)

    def _fits(self, name: str, town: TownNamed) -> bool:
        if name == town.code:
            return True
        known = _municipality(self._folder / name)
        return known is None or _is_of(known, town)

    def _read(self) -> list[tuple[Path, Municipality]]:
        if self._known is None:
            found = list_places((self._folder,)) if self._folder.is_dir() else None
            self._known = [
                (place, known)
                for place in (found.places if found else ())
                if (known := _municipality(place)) is not None
            ]
        return self._known


def _names(town: TownNamed) -> tuple[str, ...]:
    """Return what the folder of a town may be called, the best first."""
    name = safe_name(town.name)
    return (town.code, name) if town.code else (name,)


def _is_of(known: Municipality, town: TownNamed) -> bool:
    if known.code and town.code:
        return known.code == town.code
    return folded(known.name) == folded(town.name)


def _municipality(place: Path) -> Municipality | None:
    path = place / SYSTEMS
    try:
        source = Source(path.as_posix(), read_input(path))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None
    except OSError as error:
        error.filename = os.fspath(path)
        raise
    return read_municipality(source)


def _is_there(path: Path) -> bool:
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    return True


def is_listed(folder: Path, place: Path) -> bool:
    """Return whether the list of a folder reaches a workspace in it."""
    listed = list_places((folder / PORTFOLIO,))
    return any(
        os.path.realpath(each) == os.path.realpath(place) for each in listed.places
    )
