"""A municipality's plain values as one line of JSON, and back (団体の行)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeVar

from stdmig.outlook.portfolio.town import (
    Town,
    TownContract,
    TownDue,
    TownFinding,
    TownPurchase,
    TownSystem,
    TownWork,
    VendorLimit,
)

_Row = TypeVar("_Row", bound=NamedTuple)


def row_of(town: Town) -> bytes:
    """Return a municipality as JSON in one line, without its place."""
    written = json.dumps(town[1:], ensure_ascii=False, separators=(",", ":"))
    return written.encode()


def town_from(place: str, row: bytes) -> Town:
    """
    Return a municipality as it was written.

    Raises
    ------
    ValueError
        If the line is no such row.
    """
    try:
        values = json.loads(row)
        for position, make in _ROWS.items():
            values[position] = tuple(map(make, values[position]))
        return Town(place, *values)
    except (TypeError, IndexError, KeyError) as error:
        raise ValueError(str(error)) from error


def maker(
    model: Callable[[Iterable[Any]], _Row], *nested: int
) -> Callable[[list[Any]], _Row]:
    """Return what makes a record of its values, those at `nested` being lists."""

    def make(values: list[Any]) -> _Row:
        for position in nested:
            values[position] = tuple(values[position])
        return model(values)

    return make


def at(name: str, model: type[Any]) -> int:
    """Return the place of a field in its record."""
    place: int = model._fields.index(name)
    return place


def _at(name: str) -> int:
    return at(name, Town) - 1


_ROWS: dict[int, Callable[[list[Any]], Any]] = {
    _at("systems"): maker(
        TownSystem._make,
        at("vendors", TownSystem),
        at("packages", TownSystem),
    ),
    _at("contracts"): maker(TownContract._make, at("systems", TownContract)),
    _at("work"): maker(TownWork._make, at("systems", TownWork)),
    _at("purchases"): maker(TownPurchase._make, at("systems", TownPurchase)),
    _at("due"): TownDue._make,
    _at("findings"): TownFinding._make,
    _at("limits"): maker(
        VendorLimit._make, at("items", VendorLimit), at("limits", VendorLimit)
    ),
}
