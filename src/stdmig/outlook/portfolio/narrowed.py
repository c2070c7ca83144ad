"""Part of the municipalities, or of their systems (絞込み)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

from stdmig.inventory.prefectures import prefecture_of
from stdmig.outlook.portfolio.town import (
    Town,
    TownContract,
    TownPurchase,
    TownWork,
)

Part = TypeVar("Part", TownContract, TownWork, TownPurchase)


def of_prefectures(towns: Iterable[Town], wanted: Collection[str]) -> Iterator[Town]:
    """Yield the municipalities of some prefectures, given by their codes."""
    return (town for town in towns if prefecture_of(town.code) in wanted)


def of_systems(towns: Iterable[Town], wanted: Collection[str]) -> Iterator[Town]:
    """
    Yield municipalities with nothing but what concerns some systems, given by id.

    Findings, days by which somebody must act and the share of the work are recorded
    for a municipality as a whole; they are left out rather than told of the systems.
    """
    for town in towns:
        yield town._replace(
            systems=tuple(each for each in town.systems if each.id in wanted),
            contracts=_concerning(town.contracts, wanted),
            work=_concerning(town.work, wanted),
            purchases=_concerning(town.purchases, wanted),
            due=(),
            findings=(),
            work_done=0.0,
            work_whole=0.0,
        )


def _concerning(parts: tuple[Part, ...], wanted: Collection[str]) -> tuple[Part, ...]:
    """Return what belongs to the systems, with none but those of them."""
    kept = (
        (part, tuple(each for each in part.systems if each in wanted)) for part in parts
    )
    return tuple(part._replace(systems=systems) for part, systems in kept if systems)
