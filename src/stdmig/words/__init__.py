"""What people read: lazy texts, their translations and the reader's style."""

from stdmig.words.name import Name
from stdmig.words.style import LANGUAGES, Language, Style
from stdmig.words.text import Readable, Text, count, in_style, listing, text

__all__ = [
    "LANGUAGES",
    "Language",
    "Name",
    "Readable",
    "Style",
    "Text",
    "count",
    "in_style",
    "listing",
    "text",
]
