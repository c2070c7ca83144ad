"""The order in which people find the keys of systems.yaml (項目の並び)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeVar

Owner = Literal["file", "municipality", "contract", "system", "designated", "unit"]
"""What the keys belong to."""

_OF_A_FACT = ("source", "confirmed_by", "confirmed_on", "assumed", "note")

KEYS: dict[Owner, tuple[str, ...]] = {
    "file": (
        *("schema", "lang", *_OF_A_FACT, "municipality", "specifications"),
        *("contracts", "procurements", "systems", "links", "online_procedures"),
        "accept",
    ),
    "municipality": (
        *("name", "name_en", "code", "population", "lead_section"),
        *_OF_A_FACT,
    ),
    "contract": (
        *("id", "name", "vendor", "counterparty", "start", "end", "kind", "form"),
        *("notice_months", "notice_given", "auto_renewal_months"),
        *("auto_renewal_until", "termination", "extension_unit_months"),
        *("parallel_months", "lookup_months", "extensions", "at_end"),
        *("monthly_fee", "annual_fee", "accounts"),
        *_OF_A_FACT,
    ),
    "system": (
        *("id", "name", "name_en", "statutory", "applies", "reason", "ministry"),
        *("specification", "assessment", "ordinance", "cutover", "deadline"),
        *("designated", "transitional", "with", "after"),
        *_OF_A_FACT,
        "units",
    ),
    "designated": ("reason", "explanation", "completion", *_OF_A_FACT),
    "unit": (
        *("id", "section", "name", "vendor", "package", "policy", "procurement"),
        *("contract", "related"),
        *_OF_A_FACT,
    ),
}
"""Every key of the file, of its mappings the five that lists speak of."""

Held = TypeVar("Held")


def in_order(owner: Owner, values: Mapping[str, Held]) -> dict[str, Held]:
    """Return values in the order of their keys; those nobody knows come last."""
    known = {key: values[key] for key in KEYS[owner] if key in values}
    return {**known, **values}


def anchor(owner: Owner, key: str, present: Iterable[str]) -> str | None:
    """Return the key after which another belongs; None where it belongs first."""
    order = KEYS[owner]
    before = order[: order.index(key)] if key in order else order
    return max(
        (each for each in present if each in before), key=order.index, default=None
    )
