"""Words for what two plans differ by: days, sums, systems (差の表記)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from stdmig.dates import difference, shown
from stdmig.inventory import System
from stdmig.outlook.comparison import Comparison, Sum, SumChange
from stdmig.render.compare.table import Sign
from stdmig.words import Readable, Text, count, listing, text

SHOWN_NAMES = 3
"""Systems that are named; of more the number is told."""


def sign(before: object | None, after: object | None) -> Sign:
    """Return on which side something is there."""
    if before is None:
        return "+"
    return "-" if after is None else "~"


def shifted(before: date | None, after: date | None) -> Text | None:
    """Return by how much a day comes later or earlier; None where that says nothing."""
    if before is None or after is None or before == after:
        return None
    if after > before:
        return text("{length} later", length=difference(before, after))
    return text("{length} earlier", length=difference(after, before))


def longer(days: int | None) -> Text | None:
    """Return by how many days something is longer or shorter, with its sign."""
    if not days:
        return None
    told = f"{days:+,}"
    return count("{days} day", "{days} days", abs(days), days=told)


def day(known: date | None) -> Text | None:
    """Return a day in short."""
    return None if known is None else text("{day}", day=shown(known))


def span(first: date, last: date) -> Text:
    """Return the first and the last of some days."""
    return text("{first} - {last}", first=shown(first), last=shown(last))


def whose(systems: Sequence[System], all_systems: int) -> Text:
    """Return systems by name where they are few, else their number."""
    if len(systems) == all_systems and len(systems) > SHOWN_NAMES:
        return text("all {n} systems", n=len(systems))
    if len(systems) > SHOWN_NAMES:
        return count("{n} system", "{n} systems", len(systems))
    return joined(system.title for system in systems)


def named(systems: Sequence[System], all_systems: int) -> tuple[Readable, ...]:
    """Return the names where `whose` tells their number alone."""
    if len(systems) <= SHOWN_NAMES or len(systems) == all_systems:
        return ()
    return tuple(system.title for system in systems)


def joined(names: Iterable[object]) -> Text:
    """Return names as an enumeration."""
    return listing(names)


def all_systems(comparison: Comparison) -> int:
    """Return how many systems both plans have together."""
    return len({*comparison.before.cutovers, *comparison.after.cutovers})


def total(known: Sum) -> Text:
    """Return a sum in yen, with how many of its lines have no price."""
    if not known.lines:
        return text("no lines")
    if known.yen is None:
        return count("not priced ({n} line)", "not priced ({n} lines)", known.lines)
    yen = f"{known.yen:,}"
    if not known.unpriced:
        return text("{yen} yen", yen=yen)
    return count(
        "{yen} yen, and {n} line without a price",
        "{yen} yen, and {n} lines without a price",
        known.unpriced,
        yen=yen,
    )


def more_money(change: SumChange[Any]) -> Text | None:
    """Return how much more is asked for; None where it is not known or nothing."""
    if not change.yen:
        return None
    yen = f"{change.yen:+,}"
    if change.is_partial:
        return text("{yen} yen (of what is priced)", yen=yen)
    return text("{yen} yen", yen=yen)
