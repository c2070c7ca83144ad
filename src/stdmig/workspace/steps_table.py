"""The table of the ministry's steps that a workspace goes by (ステップの一覧)."""

from __future__ import annotations

from functools import cache

from stdmig.inventory import Inventory
from stdmig.inventory.steps import StepsFile
from stdmig.inventory.validate import validate
from stdmig.inventory.yaml_events import parse
from stdmig.workspace.files import STEPS, packaged


def steps_table(inventory: Inventory) -> StepsFile:
    """Return the table of the steps: that of the workspace, else the packaged one."""
    return packaged_steps() if inventory.steps is None else inventory.steps


@cache
def packaged_steps() -> StepsFile:
    """Return the table that ships with stdmig."""
    document, _ = parse(packaged(STEPS))
    assert document is not None
    table, _ = validate(document, StepsFile)
    assert table is not None
    return table
