"""Ids that nothing else has (識別子)."""

from __future__ import annotations

from collections.abc import Container

from stdmig.inventory.made_id import given_identifier, identifier

__all__ = ["given_identifier", "identifier", "unique"]


def unique(wanted: str, taken: Container[str]) -> str:
    """Return an id that is not taken yet: itself, or with the next number."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
