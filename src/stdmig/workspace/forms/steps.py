"""How many steps the ministry counts (ステップの数)."""

from __future__ import annotations

from functools import cache

from stdmig.inventory.steps import StepsFile
from stdmig.inventory.validate import validate
from stdmig.inventory.yaml_events import parse
from stdmig.workspace.files import STEPS, packaged


@cache
def steps_counted() -> int:
    """Return how many steps the packaged table has."""
    document, _ = parse(packaged(STEPS))
    assert document is not None
    file, _ = validate(document, StepsFile)
    assert file is not None
    return file.count
