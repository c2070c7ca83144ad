"""The money of a purchase for other programs (予算の充当)."""

from __future__ import annotations

from datetime import date
from typing import Any

from stdmig.schedule import Funding


def funding_json(paid: Funding) -> dict[str, Any]:
    """Return which budget pays: when it is asked for, voted, and can be spent."""
    occasion = paid.occasion
    return {
        "way": occasion.way.id,
        "kind": occasion.way.kind,
        "fiscal_year": occasion.fiscal_year,
        "request_from": _day(occasion.opens) if _has_window(paid) else None,
        "request_until": _day(occasion.closes),
        "voted_on": _day(occasion.voted),
        "usable_from": _day(occasion.usable),
        "lapses_after": _day(occasion.lapses),
        "tender_from": None if paid.tendered is None else _day(paid.tendered),
        "asked": {"start": _day(paid.asked[0]), "finish": _day(paid.asked[1] - 1)},
        "contract": {"start": _day(paid.signed[0]), "finish": _day(paid.signed[1] - 1)},
        "in_time": paid.in_time,
        "carried_over": paid.carried_over,
    }


def _has_window(paid: Funding) -> bool:
    return paid.occasion.way.kind == "ordinary"


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()
