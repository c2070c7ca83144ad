"""Which vendors of many municipalities a user means (事業者の照合)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from stdmig.inventory.vendor_name import vendor_name
from stdmig.outlook.portfolio.town import Town
from stdmig.outlook.slip.supposed import SupposedSlip

_NEAREST = 3


def vendors_of(towns: Iterable[Town]) -> Counter[str]:
    """Return how many municipalities name each vendor in a system."""
    found: Counter[str] = Counter()
    for town in towns:
        found.update({name for system in town.systems for name in system.vendors})
    return found


def has_any(town: Town, slips: Sequence[SupposedSlip]) -> bool:
    """Return whether a municipality names one of the late vendors."""
    return any(
        slip.concerns(name)
        for system in town.systems
        for name in system.vendors
        for slip in slips
    )


def unknown(
    known: Counter[str], slips: Iterable[SupposedSlip]
) -> list[tuple[SupposedSlip, tuple[str, ...]]]:
    """Return the slips of vendors that nobody has, each with the nearest names."""
    return [
        (slip, nearest_vendors(slip.vendor, known))
        for slip in slips
        if not any(map(slip.concerns, known))
    ]


def nearest_vendors(written: str, known: Counter[str]) -> tuple[str, ...]:
    """
    Return the names that are most like one, at most three.

    Those that hold it, or that it holds, come first, the most frequent ones ahead.
    """
    from difflib import get_close_matches

    core = vendor_name(written).core
    by_core: dict[str, str] = {}
    for name, _ in sorted(known.items(), key=lambda pair: (-pair[1], pair[0])):
        by_core.setdefault(vendor_name(name).core, name)
    held = [
        each for each in by_core if core and each and (core in each or each in core)
    ]
    close = get_close_matches(core, list(by_core), n=_NEAREST, cutoff=0.5)
    return tuple(by_core[each] for each in dict.fromkeys((*held, *close)))[:_NEAREST]
