"""The words of the theme that Sphinx has no Japanese for (サイトの表示)."""

from __future__ import annotations

from gettext import NullTranslations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

WORDS = {
    "Back to top": "先頭へ",
    "Contents": "目次",
    "Home": "初めのページ",
    "Link to this heading": "この見出しへのリンク",
    "Made with ": "テーマ: ",
    "Next": "次",
    "On this page": "このページの内容",
    "Previous": "前",
    "Skip to content": "本文へ",
}


class Words(NullTranslations):
    """What is asked where no catalogue has the words."""

    def gettext(self, message: str) -> str:
        """Return the words in Japanese, or as they are."""
        return WORDS.get(message, WORDS.get(message.strip(), message))


def setup(app: Sphinx) -> dict[str, bool]:
    """Stand behind the catalogue of Sphinx."""
    if app.config.language == "ja":
        app.translator.add_fallback(Words())
    return {"parallel_read_safe": True}
