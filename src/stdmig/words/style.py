"""How a reader wants to be spoken to: language, and era or ISO dates (和暦・西暦)."""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["ja", "en"]
LANGUAGES: tuple[Language, ...] = ("ja", "en")


class Style(NamedTuple):
    """
    Language and calendar of one reader.

    Parameters
    ----------
    language
        ``"ja"`` or ``"en"``.
    era
        Whether dates are written in the Japanese calendar (R7.10.1) instead of
        ISO 8601 (2025-10-01).
    """

    language: Language = "ja"
    era: bool = True

    @classmethod
    def of(cls, language: Language) -> Style:
        """Return the customary style of a language: eras in Japanese, ISO elsewhere."""
        return cls(language, era=language == "ja")
