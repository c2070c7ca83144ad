"""A proper name from the data, in Japanese and where known in English (名称)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.words.style import Style


class Name(NamedTuple):
    """A Japanese name and its English rendering, which may be unknown."""

    ja: str
    en: str | None = None

    def into(self, style: Style) -> str:
        """Return the name for a reader of `style`, Japanese where there is no other."""
        return self.en if style.language == "en" and self.en else self.ja
