"""The files of a workspace, each with its place among what is read (入力ファイル)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from stdmig.inventory import Source, Sources
from stdmig.workspace.data_root import data_root

SYSTEMS, PROCEDURES, TEMPLATE = (
    "systems.yaml",
    "procedures.yaml",
    "schedule_template.yaml",
)
COSTS, PROGRESS = "costs.yaml", "progress.yaml"
CAPACITY, STARTS, SCENARIOS = "capacity.yaml", "starts.yaml", "scenarios.yaml"
STEPS, BASELINES = "steps.yaml", "baselines.yaml"
PORTFOLIO = "portfolio.yaml"

FIELDS = {
    SYSTEMS: "systems",
    PROCEDURES: "procedures",
    TEMPLATE: "template",
    COSTS: "costs",
    PROGRESS: "progress",
    CAPACITY: "capacity",
    STARTS: "starts",
    SCENARIOS: "scenarios",
    STEPS: "steps",
    BASELINES: "baselines",
}
"""Where each file stands in `Sources`; what reads a workspace goes by this table."""

FILE_NAMES = frozenset(FIELDS)
"""Names of the files that people write for one municipality."""

WRITTEN_BY_PEOPLE = FILE_NAMES | {PORTFOLIO}
"""Names of files of which no output ever takes the place."""


def sources_from(file: Callable[[str], Source | None]) -> Sources | None:
    """
    Return the files of a workspace; what it may do without comes with the product.

    Parameters
    ----------
    file
        Returns a file by its name; None where there is none. It is asked for all of
        them, so that it learns of everything that is wrong.

    Returns
    -------
    None where there is no ``systems.yaml``, which nothing stands in for.
    """
    found: dict[str, Any] = {field: file(name) for name, field in FIELDS.items()}
    systems = found.pop("systems")
    procedures, template = found.pop("procedures"), found.pop("template")
    if systems is None:
        return None
    return with_steps(
        Sources(
            systems,
            procedures or packaged(PROCEDURES),
            template or packaged(TEMPLATE),
            **found,
        )
    )


def with_steps(sources: Sources) -> Sources:
    """Return them with the steps that the product knows, where progress needs them."""
    if sources.progress is None or sources.steps is not None:
        return sources
    return sources._replace(steps=packaged(STEPS))


def source_of(sources: Sources, name: str) -> Source | None:
    """Return the file of a name; None where there is none."""
    found: Source | None = getattr(sources, FIELDS[name])
    return found


def with_source(sources: Sources, name: str, source: Source) -> Sources:
    """Return them with another file under a name."""
    changed: dict[str, Any] = {FIELDS[name]: source}
    return with_steps(sources._replace(**changed))


@cache
def packaged(name: str, origin: str = "stdmig") -> Source:
    """Return a file that ships with the product, named after where it is from."""
    data = (data_root() / name).read_bytes()
    return Source(f"{origin}:{name}", data, packaged=True)
