"""What people read: lazy texts, translations, the reader's style (表示の文言)."""

from stdmig.words.name import Name
from stdmig.words.style import LANGUAGES, Language, Style
from stdmig.words.text import Readable, Text, count, few, in_style, listing, text

__all__ = [
    "LANGUAGES",
    "Language",
    "Name",
    "Readable",
    "Style",
    "Text",
    "count",
    "few",
    "in_style",
    "listing",
    "text",
]
