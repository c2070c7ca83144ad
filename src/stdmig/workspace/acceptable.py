"""The rules whose findings a workspace may accept (了承できる指摘)."""

from __future__ import annotations

from functools import cache

from stdmig.inventory import Acceptable
from stdmig.rules import RULES


@cache
def acceptable() -> tuple[Acceptable, ...]:
    """Return every rule as the reading of ``accept`` needs to know it."""
    return tuple(Acceptable(rule.code, rule.name, rule.subjects) for rule in RULES)
