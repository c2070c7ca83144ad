"""What is due next, in which municipalities (次の期限)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from stdmig.outlook.portfolio.portfolio import DueDay
from stdmig.outlook.portfolio.town import Day, DueKind, Town

_ORDER: tuple[DueKind, ...] = get_args(DueKind)


def due_days(towns: Iterable[Town], as_of: Day) -> tuple[DueDay, ...]:
    """Return the days from the as-of date on, the next first, with their towns."""
    about: dict[tuple[Day, DueKind, int | None], int] = {}
    places: dict[tuple[Day, DueKind, int | None], set[str]] = {}
    for town in towns:
        for due in town.due:
            if due.day < as_of:
                continue
            key = due.day, due.kind, due.fiscal_year
            about[key] = about.get(key, 0) + due.about
            places.setdefault(key, set()).add(town.place)
    keys = sorted(about, key=lambda key: (key[0], _ORDER.index(key[1]), key[2] or 0))
    return tuple(
        DueDay(*key, about=about[key], towns=tuple(sorted(places[key]))) for key in keys
    )
