"""The files of one workspace, as bytes with their names (入力ファイル)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.inventory.source import Source


class Sources(NamedTuple):
    """
    The files of one workspace.

    Attributes
    ----------
    sample
        Whether this is the packaged sample city, whose own choices then count.
    """

    systems: Source
    procedures: Source
    template: Source
    costs: Source | None = None
    sample: bool = False
    progress: Source | None = None
    capacity: Source | None = None
    starts: Source | None = None
    scenarios: Source | None = None
    steps: Source | None = None
    baselines: Source | None = None
