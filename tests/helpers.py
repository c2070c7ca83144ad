"""Small workspaces for tests, written as the text of their files (試験用の入力)."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from stdmig.inventory import Inventory, Source, Sources, load
from stdmig.words import Style

ROOT = Path(__file__).resolve().parents[1]
"""The folder of the project."""

ENGLISH = Style("en", era=False)
"""How messages are held against their English sentences, with ISO dates."""

BEGUN = ("systems.yaml", "procedures.yaml", "schedule_template.yaml")
"""The files that every new workspace has."""

MINIMAL = """\
schema: stdmig.systems/1
municipality:
  name: 姶良市
contracts:
  - id: acrocity
    start: 令和元年10月1日
    end: 令和6年9月30日
systems:
  - id: juki
    units:
      - section: 市民課
        package: アクロシティ
        contract: acrocity
"""
"""A ``systems.yaml`` with one of everything, and no more than is needed."""

MINIMAL_PROCEDURES = """\
schema: stdmig.procedures/1
phases:
  - {id: planning, name: 計画立案}
items:
  - number: 1
    id: survey
    name: 調査
    phase: planning
    scope: system
    months: {min: 1, max: 2}
cutover:
  after: [1]
"""
"""A ``procedures.yaml`` with a single work item."""

MINIMAL_TEMPLATE = """\
schema: stdmig.template/1
deadline: 2026-03-31
"""
"""A ``schedule_template.yaml`` with the deadline alone."""


def workspace_text(
    systems: str = MINIMAL,
    procedures: str | None = None,
    template: str | None = None,
    costs: str | None = None,
    progress: str | None = None,
    capacity: str | None = None,
    starts: str | None = None,
    scenarios: str | None = None,
    steps: str | None = None,
    baselines: str | None = None,
) -> Sources:
    """
    Return a workspace as its files would be read.

    Parameters
    ----------
    systems, procedures, template, costs, progress, capacity, starts, scenarios,\
    steps, baselines
        The text of the files, indented as the test likes; None means the packaged
        file, or no file in the case of those that are not packaged.
    """
    return Sources(
        _file("systems.yaml", systems),
        packaged("procedures.yaml")
        if procedures is None
        else _file("procedures.yaml", procedures),
        packaged("schedule_template.yaml")
        if template is None
        else _file("schedule_template.yaml", template),
        None if costs is None else _file("costs.yaml", costs),
        progress=None if progress is None else _file("progress.yaml", progress),
        capacity=None if capacity is None else _file("capacity.yaml", capacity),
        starts=None if starts is None else _file("starts.yaml", starts),
        scenarios=None if scenarios is None else _file("scenarios.yaml", scenarios),
        steps=_steps(steps, progress),
        baselines=None if baselines is None else _file("baselines.yaml", baselines),
    )


def _steps(steps: str | None, progress: str | None) -> Source | None:
    """Return the steps as a workspace has them: the packaged ones beside progress."""
    if steps is not None:
        return _file("steps.yaml", steps)
    return None if progress is None else packaged("steps.yaml")


def packaged(name: str) -> Source:
    """Return a file that ships with the product, as a workspace without it has it."""
    data = (ROOT / "data" / name).read_bytes()
    return Source(f"stdmig:{name}", data, packaged=True)


def sample_city() -> Sources:
    """Return the packaged city, as ``--sample`` opens it."""
    return Sources(
        packaged("systems.yaml"),
        packaged("procedures.yaml"),
        packaged("schedule_template.yaml"),
        sample=True,
    )


def sound(sources: Sources) -> Inventory:
    """Return the inventory of a workspace in which nothing is at fault."""
    inventory, faults = load(sources)
    assert [f"{fault.location} {fault.message.into(ENGLISH)}" for fault in faults] == []
    assert inventory is not None
    return inventory


def faults_of(sources: Sources) -> list[str]:
    """Return the faults of a workspace, each as ``file:line:column code message``."""
    inventory, faults = load(sources)
    assert inventory is None or not faults
    return [
        f"{fault.location} {fault.code} {fault.message.into(ENGLISH)}"
        for fault in faults
    ]


def _file(name: str, text: str) -> Source:
    return Source(name, dedent(text).encode("utf-8"))
