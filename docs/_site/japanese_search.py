"""
Search for any two or more characters of a Japanese text (日本語の検索).

Sphinx cuts Japanese into words when it builds the index, but not what a reader types,
so that 稼働開始日 would not be found. Here both are cut into pairs of characters.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from sphinx.search import SearchLanguage

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_KANA = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Kanji and kana, for a class of characters in Python and in a browser."""

_RUN = re.compile(f"[{_KANA}]+|[^\\W{_KANA}]+")

_BROWSER_CODE = """
var splitQuery = function (query) {
  const run = /[KANA]+|(?:(?![KANA])[\\p{Letter}\\p{Number}_])+/gu;
  return (query.normalize("NFKC").match(run) || []).flatMap((word) => {
    const signs = Array.from(word);
    if (!/^[KANA]/u.test(word) || signs.length < 3) return [word];
    return signs.slice(1).map((sign, place) => signs[place] + sign);
  });
};
""".replace("KANA", _KANA)


def pairs(text: str) -> list[str]:
    """Return the words of a text, Japanese ones as overlapping pairs of characters."""
    found: list[str] = []
    for word in _RUN.findall(unicodedata.normalize("NFKC", text)):
        if len(word) < 3 or not re.match(f"[{_KANA}]", word):
            found.append(word)
        else:
            found += [word[place : place + 2] for place in range(len(word) - 1)]
    return found


class SearchPairs(SearchLanguage):
    """What the index of the Japanese pages is made of."""

    lang = "ja"
    language_name = "Japanese"
    js_splitter_code = _BROWSER_CODE

    def split(self, input: str) -> list[str]:
        """Return the words of a text."""
        return pairs(input)


def setup(app: Sphinx) -> dict[str, bool]:
    """Take the place of Sphinx's own search for Japanese."""
    app.add_search_language(SearchPairs)
    return {"parallel_read_safe": True}
