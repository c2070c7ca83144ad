"""The keys of the input files in words a clerk understands (項目の説明)."""

from __future__ import annotations

from pydantic import BaseModel

from stdmig.inventory.describe.acceptances import ACCEPTANCES
from stdmig.inventory.describe.baselines import BASELINES
from stdmig.inventory.describe.calendar import CALENDAR
from stdmig.inventory.describe.capacity import CAPACITY
from stdmig.inventory.describe.common import COMMON
from stdmig.inventory.describe.contracts import CONTRACTS
from stdmig.inventory.describe.costs import COSTS
from stdmig.inventory.describe.legal import LEGAL
from stdmig.inventory.describe.portfolio import PORTFOLIO
from stdmig.inventory.describe.procedures import PROCEDURES
from stdmig.inventory.describe.progress import PROGRESS
from stdmig.inventory.describe.scenarios import SCENARIOS
from stdmig.inventory.describe.starts import STARTS
from stdmig.inventory.describe.steps import STEPS
from stdmig.inventory.describe.system import SYSTEM
from stdmig.inventory.describe.systems import SYSTEMS
from stdmig.inventory.describe.template import TEMPLATE
from stdmig.inventory.describe.told import Told
from stdmig.inventory.describe.unit import UNIT
from stdmig.inventory.describe.work_items import WORK_ITEMS

__all__ = ["TOLD", "Told", "told_of", "told_of_model"]

TOLD: dict[type[BaseModel], Told] = {
    **COMMON,
    **SYSTEMS,
    **SYSTEM,
    **UNIT,
    **LEGAL,
    **CONTRACTS,
    **ACCEPTANCES,
    **PROCEDURES,
    **WORK_ITEMS,
    **TEMPLATE,
    **CALENDAR,
    **COSTS,
    **PROGRESS,
    **CAPACITY,
    **STARTS,
    **SCENARIOS,
    **STEPS,
    **BASELINES,
    **PORTFOLIO,
}
"""What is told of each mapping, and of the keys that it has of its own."""


def told_of_model(model: type[BaseModel]) -> Told:
    """Return what is told of a mapping."""
    return TOLD[model]


def told_of(model: type[BaseModel], key: str) -> Told:
    """Return what is told of a key, which a mapping may have in common with others."""
    for kind in model.__mro__:
        if issubclass(kind, BaseModel) and (keys := _keys(kind)) and key in keys:
            return keys[key]
    raise KeyError(f"{model.__name__}.{key}")


def _keys(kind: type[BaseModel]) -> dict[str, Told] | None:
    return TOLD[kind].keys if kind in TOLD else None
