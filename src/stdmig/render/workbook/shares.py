"""Shares as numbers of a workbook (割合)."""

from __future__ import annotations

from decimal import Decimal

from stdmig.outlook.risk import short_percent


def chance_format(share: float) -> str:
    """Return the format of a chance: 0 % and 100 % only where nothing else happened."""
    told = short_percent(share)
    return "0%_ " if told[0].isdigit() else f'"{told}"_ '


def decimal(share: float) -> Decimal:
    """Return a share to six places: the same on every machine."""
    return Decimal(f"{share:.6f}")
