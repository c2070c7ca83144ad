"""What vendors can do for all municipalities together (事業者の体制)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from stdmig.inventory.portfolio import PortfolioFile
from stdmig.levelling.demand import yearly
from stdmig.outlook.portfolio.town import Town, VendorLimit
from stdmig.outlook.portfolio.vendor_row import item_order

_KNOWN = frozenset((13, 14, 15))
"""Numbers of the work items whose vendors every municipality's record has."""


class Limits(NamedTuple):
    """
    What vendors can do for all municipalities.

    Attributes
    ----------
    counting
        One for each vendor and its work items.
    disputed
        Those of them for which different limits are written down.
    """

    counting: tuple[VendorLimit, ...]
    disputed: tuple[VendorLimit, ...]


def all_limits(written: Iterable[VendorLimit], towns: Iterable[Town]) -> Limits:
    """
    Return the limits, as the list or any municipality writes them down.

    Of several for the same work items of a vendor the lesser counts, month by month.
    The limit of a municipality counts where the work of all is known: items 13 to 15,
    and those that the list names.
    """
    found: dict[tuple[str, tuple[str, ...]], VendorLimit] = {}
    stated: dict[tuple[str, tuple[str, ...]], set[tuple[int | None, ...]]] = {}
    listed = tuple(written)
    named = {item for each in listed for item in each.items}
    own = (
        limit
        for town in towns
        for limit in town.limits
        if all(item in named or item_order(item)[0] in _KNOWN for item in limit.items)
    )
    for each in (*listed, *own):
        items = tuple(sorted(set(each.items), key=item_order))
        key = each.vendor, items
        stated.setdefault(key, set()).add(each.limits)
        known = found.get(key)
        limits = each.limits if known is None else _lesser(known.limits, each.limits)
        found[key] = VendorLimit(each.vendor, items, limits)
    return Limits(
        tuple(found[key] for key in sorted(found)),
        tuple(found[key] for key in sorted(found) if len(stated[key]) > 1),
    )


def written_limits(file: PortfolioFile | None) -> tuple[VendorLimit, ...]:
    """Return the limits of a list of municipalities, in tenths."""
    found = []
    for each in file.vendors if file is not None else ():
        limits = yearly(each)
        if limits is not None:
            tenths = (None if limit is None else int(limit * 10) for limit in limits)
            found.append(VendorLimit(each.vendor, each.items, tuple(tenths)))
    return tuple(found)


def _lesser(
    one: tuple[int | None, ...], other: tuple[int | None, ...]
) -> tuple[int | None, ...]:
    return tuple(
        min((each for each in pair if each is not None), default=None)
        for pair in zip(one, other, strict=True)
    )
