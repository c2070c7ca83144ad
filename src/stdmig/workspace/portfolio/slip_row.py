"""What a slip does to a municipality as one line of JSON, and back (遅れの影響の行)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from stdmig.outlook.slip.town import ContractSlip, SystemSlip, TownSlip, WindowSlip
from stdmig.workspace.portfolio.row import at, maker


def slip_row(slip: TownSlip | None) -> bytes:
    """Return what a slip does as JSON in one line; nothing at all is ``null``."""
    return json.dumps(slip).encode("ascii")


def slip_from(row: bytes) -> TownSlip | None:
    """Return what a line says; see `slip_row`."""
    values = json.loads(row)
    return None if values is None else _town(values)


def _town(values: list[Any]) -> TownSlip:
    for position, make in _ROWS.items():
        values[position] = tuple(map(make, values[position]))
    return TownSlip._make(values)


_ROWS: dict[int, Callable[[Any], Any]] = {
    at("spellings", TownSlip): str,
    at("systems", TownSlip): maker(
        SystemSlip._make, at("vendors", SystemSlip), at("packages", SystemSlip)
    ),
    at("contracts", TownSlip): maker(ContractSlip._make, at("systems", ContractSlip)),
    at("windows", TownSlip): WindowSlip._make,
}
