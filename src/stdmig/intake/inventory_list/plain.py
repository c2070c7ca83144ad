"""Words as they are compared, without the freedoms of typing (表記の統一)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Two spellings of one sound: ヴェンダ and ベンダ, パッケージ and パッケジ.
_SOUNDS = (
    ("ヴァ", "バ"),
    ("ヴィ", "ビ"),
    ("ヴェ", "ベ"),
    ("ヴォ", "ボ"),
    ("ヴ", "ブ"),
    ("ー", ""),
)
_BRACKETED = re.compile(r"[(\[【<〈《「『]([^)\]】>〉》」』]*)[)\]】>〉》」』]")
_ORNAMENT = re.compile(r"[\s・･:;,、。.*＊※★☆◆◇■□●○◎▼▽▲△_\-‐–—―\"'#/~〜]")
_NUMBERED = re.compile(
    r"^(?:\([0-9A-Z]{1,2}\)|[0-9]{1,2}(?:[.):]|(?=[^0-9年月日か業種])))"
)
_CIRCLED = re.compile(r"^\s*[①-⑳]")
_FOOTNOTE = re.compile(r"(?:[※*＊]|注)[0-9]*$")


def one_line(value: object) -> str:
    """Return what a cell shows, in one line and without the spaces around it."""
    return " ".join(str(value).split("\n")).strip() if value is not None else ""


@lru_cache(maxsize=8192)
def folded(written: str) -> str:
    """Return a text in one width and case, without spaces."""
    return "".join(unicodedata.normalize("NFKC", written).split()).upper()


@lru_cache(maxsize=8192)
def plain(written: str) -> str:
    """Return a heading or a name as it is compared: no width, case or ornament."""
    text = folded(_CIRCLED.sub("", written))
    for sound, common in _SOUNDS:
        text = text.replace(sound, common)
    text = _FOOTNOTE.sub("", _NUMBERED.sub("", text))
    return _ORNAMENT.sub("", re.sub(r"[()\[\]【】<>〈〉《》「」『』]", "", text))


def brackets_apart(written: str) -> tuple[str, str]:
    """Return a heading without its brackets, and what stands in them."""
    text = unicodedata.normalize("NFKC", written)
    inside = " ".join(_BRACKETED.findall(text))
    return _BRACKETED.sub("", text), inside
