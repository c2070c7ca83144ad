"""Which files come from the package for lack of the town's own (同梱ファイル)."""

from __future__ import annotations

from stdmig.inventory import Inventory
from stdmig.words import Text, text


def packaged_files(*inventories: Inventory) -> list[Text]:
    """Return a sentence for each, once however many workspaces lack it."""
    names = dict.fromkeys(name for each in inventories for name in each.packaged)
    return [
        text("{file}: the packaged file is used", file=name.removeprefix("stdmig:"))
        for name in names
    ]
