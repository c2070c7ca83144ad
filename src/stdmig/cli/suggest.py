"""Words that a shell may complete, from the workspace (補完候補)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from stdmig.inventory import Inventory


def suggest_sections(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the sections (担当課) that begin so; none where nothing can be read."""
    from stdmig.workspace.section import sections

    inventory = _inventory(ctx)
    return _beginning(sections(inventory) if inventory else (), incomplete)


def suggest_subjects(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return systems by their ids and rules by their codes; see `suggest_sections`."""
    from stdmig.inventory import FAULTS
    from stdmig.rules import RULES

    inventory = _inventory(ctx)
    systems = [system.id for system in inventory.systems] if inventory else []
    codes = [*(rule.code for rule in RULES), *FAULTS]
    return _beginning([*systems, *codes], incomplete) or _beginning(
        _titles(inventory), incomplete
    )


def _titles(inventory: Inventory | None) -> Iterator[str]:
    for system in inventory.systems if inventory else ():
        yield system.title.ja


def suggest_systems(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return systems by their ids, or by their names; see `suggest_sections`."""
    inventory = _inventory(ctx)
    systems = [system.id for system in inventory.systems] if inventory else []
    return _beginning(systems, incomplete) or _beginning(_titles(inventory), incomplete)


def suggest_items(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the work items (作業項目) by their ids; see `suggest_sections`."""
    inventory = _inventory(ctx)
    items = inventory.procedures.items if inventory else ()
    return _beginning([item.id for item in items], incomplete)


def _inventory(ctx: typer.Context) -> Inventory | None:
    """Return the workspace that the words typed so far mean, if it can be read."""
    from stdmig.workspace import Request, open_workspace

    folder, sample = ctx.params.get("workspace"), bool(ctx.params.get("sample"))
    try:
        return open_workspace(Request(folder, sample))[0]
    except Exception:
        # Whoever presses the tabulator wants words, not the story of a fault.
        return None


def _beginning(words: Iterable[str], incomplete: str) -> list[str]:
    """Return the words that begin so; what a shell would take apart is left out."""
    return [
        word
        for word in dict.fromkeys(words)
        if word.startswith(incomplete) and _is_plain(word)
    ]


def _is_plain(word: str) -> bool:
    """Return whether every shell takes a word as it stands, and a person sees it so."""
    # PowerShell takes each of these dashes for that of an option.
    return not word.startswith(("-", "\u2013", "\u2014", "\u2015")) and all(
        _is_plain_character(each) for each in word
    )


def _is_plain_character(each: str) -> bool:
    if each.isascii():
        return each.isalnum() or each in "-_./"
    # What is not seen: blanks, controls, directions, halves of pairs, no character.
    return each not in _QUOTES and not unicodedata.category(each).startswith(
        ("Z", "Cc", "Cf", "Cs", "Cn")
    )


_QUOTES = set("\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f")
"""Quotation marks beyond ASCII, which PowerShell takes for its own."""
