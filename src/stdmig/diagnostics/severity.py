"""How much a finding matters (重大度)."""

from __future__ import annotations

from enum import IntEnum

from stdmig.words import Text, text


class Severity(IntEnum):
    """
    Error, warning or note, ordered so that a greater value is worse.

    The three map one to one to SARIF levels and to CI annotations.
    """

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def key(self) -> str:
        """Return the word that machine formats use."""
        return self.name.lower()

    @property
    def label(self) -> Text:
        """Return the word that people read (エラー・警告・注意)."""
        return _LABELS[self]


_LABELS = {
    Severity.NOTE: text("note"),
    Severity.WARNING: text("warning"),
    Severity.ERROR: text("error"),
}
