"""What is to be done at one place of a file (箇所ごとの編集)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from stdmig.inventory.writing.collection import Data


@dataclass(slots=True)
class Edit:
    """What is to be done at one place of the file."""

    value: Data = None
    is_set: bool = False
    removed: set[str | int] = field(default_factory=set)
    keys: dict[str | None, list[tuple[str, Data]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    entries: dict[int, list[Data]] = field(default_factory=lambda: defaultdict(list))
    followers: list[Data] = field(default_factory=list)

    @property
    def is_structural(self) -> bool:
        """Return whether keys or entries come or go."""
        return bool(self.removed or self.keys or self.entries)
