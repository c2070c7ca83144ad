"""To whom forms go: a list of towns, or workspaces (調査の対象団体)."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location
from stdmig.intake.forms.town import TownNamed
from stdmig.intake.town_list import read_town_list
from stdmig.inventory import STATUTORY
from stdmig.inventory.systems import SystemsFile
from stdmig.render.forms.asked import Asked
from stdmig.words import text
from stdmig.workspace.files import PORTFOLIO
from stdmig.workspace.open import Request, read_workspace
from stdmig.workspace.portfolio.places import list_places
from stdmig.workspace.table_file import read_tables

_YAML = frozenset({".yaml", ".yml"})


class Towns(NamedTuple):
    """
    Those that are asked.

    Attributes
    ----------
    faults
        What is wrong with the list, or with a workspace.
    """

    asked: tuple[Asked, ...]
    faults: list[Diagnostic]


def towns_asked(named: Path) -> Towns:
    """
    Return those to whom forms go.

    Parameters
    ----------
    named
        A table of municipalities; or a ``portfolio.yaml``, a workspace, or a folder
        of workspaces, whose forms are prefilled.
    """
    if named.is_dir() or named.suffix.lower() in _YAML:
        return _of_workspaces(named)
    towns, faults = read_towns(named)
    return Towns(tuple(Asked(new_town(town)) for town in towns), faults)


def read_towns(file: Path) -> tuple[tuple[TownNamed, ...], list[Diagnostic]]:
    """Return the municipalities of a table, and what is wrong with it."""
    _, _, sheets, faults = read_tables(file)
    if not sheets:
        return (), faults
    towns, wrong = read_town_list(file.as_posix(), sheets)
    return towns, [*faults, *wrong]


def new_town(town: TownNamed) -> SystemsFile:
    """Return what is known of a municipality of which nothing is known."""
    municipality = {"name": town.name, "code": town.code}
    return SystemsFile.model_validate(
        {
            "schema": "stdmig.systems/1",
            "municipality": {key: each for key, each in municipality.items() if each},
            "systems": [{"id": key} for key in STATUTORY],
        }
    )


def _of_workspaces(named: Path) -> Towns:
    listed = list_places((named,))
    faults = [fault for broken in listed.broken for fault in broken.faults]
    asked = []
    for place in listed.places:
        opened = read_workspace(Request(place))
        if opened.inventory is None:
            faults += opened.faults
            continue
        file = _with_all(opened.inventory.file)
        asked.append(Asked(file, opened.inventory.progress, known=True))
    if not asked and not faults:
        message = text("no workspace was found here")
        faults.append(Diagnostic("STD015", message, Location(named.as_posix())))
    return Towns(tuple(asked), faults)


def _with_all(file: SystemsFile) -> SystemsFile:
    """Return a file with a row for every system of the law."""
    there = {each.id for each in file.systems}
    missing = [{"id": key} for key in STATUTORY if key not in there]
    if not missing:
        return file
    blank = SystemsFile.model_validate(
        {
            "schema": "stdmig.systems/1",
            "municipality": {"name": file.municipality.name},
            "systems": missing,
        }
    )
    return file.model_copy(update={"systems": (*file.systems, *blank.systems)})


__all__ = ["PORTFOLIO", "Towns", "read_towns", "towns_asked"]
