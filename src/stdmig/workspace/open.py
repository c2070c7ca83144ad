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
from stdmig.workspace.data_root import data_root
from stdmig.workspace.read import read_input
from stdmig.workspace.refusal import refusal

SYSTEMS, PROCEDURES, TEMPLATE = (
    "systems.yaml",
    "procedures.yaml",
    "schedule_template.yaml",
)
COSTS, PROGRESS = "costs.yaml", "progress.yaml"
CAPACITY, STARTS, SCENARIOS = "capacity.yaml", "starts.yaml", "scenarios.yaml"
STEPS, BASELINES = "steps.yaml", "baselines.yaml"
INPUT_FILES = frozenset(
    {
        SYSTEMS,
        PROCEDURES,
        TEMPLATE,
        COSTS,
        PROGRESS,
        CAPACITY,
        STARTS,
        SCENARIOS,
        STEPS,
        BASELINES,
    }
)
"""Names of the files that people write, and no command ever overwrites."""


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
    systems = _file(folder, SYSTEMS, faults)
    if systems is None and not faults:
        faults.append(_nothing_here(folder))
    procedures = _file(folder, PROCEDURES, faults) or packaged(PROCEDURES)
    template = _file(folder, TEMPLATE, faults) or packaged(TEMPLATE)
    costs = _file(folder, COSTS, faults)
    progress = _file(folder, PROGRESS, faults)
    capacity = _file(folder, CAPACITY, faults)
    starts = _file(folder, STARTS, faults)
    scenarios = _file(folder, SCENARIOS, faults)
    steps = _file(folder, STEPS, faults)
    baselines = _file(folder, BASELINES, faults)
    if faults or systems is None:
        return None, faults
    sources = Sources(
        systems,
        procedures,
        template,
        costs,
        progress=progress,
        capacity=capacity,
        starts=starts,
        scenarios=scenarios,
        steps=steps or (packaged(STEPS) if progress else None),
        baselines=baselines,
    )
    return sources, []


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
        faults.append(Diagnostic("STD001", message, Location(path.as_posix())))
        return None


def packaged(name: str, origin: str = "stdmig") -> Source:
    """Return a file that ships with the product, named after where it is from."""
    data = (data_root() / name).read_bytes()
    return Source(f"{origin}:{name}", data, packaged=True)


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
