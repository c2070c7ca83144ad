"""Which systems the matrix of municipalities and systems shows (一覧の列)."""

from __future__ import annotations

from stdmig.inventory import STATUTORY
from stdmig.outlook.portfolio.portfolio import Portfolio


def columns(portfolio: Portfolio) -> tuple[str, ...]:
    """Return the ids of the law's systems that the matrix shows, in their order."""
    chosen = frozenset(portfolio.chosen)
    return tuple(id_ for id_ in STATUTORY if not chosen or id_ in chosen)
