"""Find the files of a workspace and read them into an inventory (作業フォルダー)."""

from __future__ import annotations

from dataclasses import dataclass
from os.path import isfile
from pathlib import Path
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location
from stdmig.inventory import Inventory, Source, Sources, load
from stdmig.words import text
from stdmig.workspace.acceptable import acceptable
from stdmig.workspace.files import (
    PROCEDURES,
    SCENARIOS,
    SYSTEMS,
    TEMPLATE,
    packaged,
    sources_from,
)
from stdmig.workspace.read import read_input
from stdmig.workspace.refusal import refusal, remedy


@dataclass(frozen=True, slots=True)
class Request:
    """
    Which workspace a command is asked to work on.

    Attributes
    ----------
    folder
        As the user gave it; None means the current folder, or its ``data``.
    sample
        Whether the packaged sample city is meant.
    """

    folder: Path | None = None
    sample: bool = False


class Opened(NamedTuple):
    """
    A workspace as it was found.

    Attributes
    ----------
    inventory
        None where anything is wrong.
    faults
        All of them (``STD0xx``).
    sources
        The files, to show what was written; None where one could not be had.
    """

    inventory: Inventory | None
    faults: list[Diagnostic]
    sources: Sources | None = None

    def with_faults(self, faults: list[Diagnostic]) -> Opened:
        """Return it with what is wrong beside its files; none leaves it as it is."""
        if not faults:
            return self
        return self._replace(inventory=None, faults=[*self.faults, *faults])


def open_workspace(request: Request) -> tuple[Inventory | None, list[Diagnostic]]:
    """Return a workspace's inventory, or what is wrong; see `read_workspace`."""
    opened = read_workspace(request)
    return opened.inventory, opened.faults


def read_workspace(request: Request) -> Opened:
    """
    Read a workspace and keep what was read.

    ``procedures.yaml`` and ``schedule_template.yaml`` fall back to the packaged ones;
    ``systems.yaml`` never does, so that a job in the wrong folder cannot pass on
    somebody else's data.
    """
    if request.sample:
        # Every place that an output names then says that it is the sample's.
        systems, procedures, template = (
            packaged(name, "sample") for name in (SYSTEMS, PROCEDURES, TEMPLATE)
        )
        scenarios = packaged(SCENARIOS, "sample")
        return load_sources(
            Sources(systems, procedures, template, sample=True, scenarios=scenarios)
        )
    sources, faults = read_sources(find_folder(request.folder))
    return Opened(None, faults) if sources is None else load_sources(sources)


def load_sources(sources: Sources) -> Opened:
    """Return what the files of a workspace say, or what is wrong with them."""
    return Opened(*load(sources, acceptable()), sources)


def read_sources(folder: Path) -> tuple[Sources | None, list[Diagnostic]]:
    """Return the files of a workspace, or None and why they cannot be had."""
    if isfile(folder):
        return None, [_no_folder(folder)]
    faults: list[Diagnostic] = []
    sources = sources_from(lambda name: _file(folder, name, faults))
    if sources is None:
        missing = (folder / SYSTEMS).as_posix()
        if all(each.location.file != missing for each in faults):
            faults.insert(0, _nothing_here(folder))
    return (None if faults else sources), faults


def find_folder(folder: Path | None) -> Path:
    """Return the workspace: the one given, else here, else the ``data`` below."""
    if folder is not None:
        return folder
    here = Path()
    below = Path("data")
    if not (here / SYSTEMS).is_file() and (below / SYSTEMS).is_file():
        return below
    return here


def _file(folder: Path, name: str, faults: list[Diagnostic]) -> Source | None:
    """Return a file's bytes, or None where there is none; say why it is unreadable."""
    path = folder / name
    try:
        return Source(path.as_posix(), read_input(path))
    except FileNotFoundError:
        return None
    except OSError as error:
        message = text("cannot be read: {why}", why=refusal(error))
        where = Location(path.as_posix())
        faults.append(Diagnostic("STD001", message, where, remedy(error)))
        return None


def _no_folder(file: Path) -> Diagnostic:
    return Diagnostic(
        "STD015",
        text("this is a file, not a folder"),
        Location(file.as_posix()),
        text("--workspace takes the folder that holds systems.yaml"),
    )


def _nothing_here(folder: Path) -> Diagnostic:
    if folder.is_dir():
        message = text("there is no systems.yaml in this folder")
    else:
        message = text("there is no such folder")
    return Diagnostic(
        "STD015",
        message,
        Location((folder / SYSTEMS).as_posix()),
        text(
            "begin one with stdmig init, name the workspace with --workspace DIR, or"
            " look at the sample city with --sample"
        ),
    )
