"""Texts of the product in the pages that scripts write (Markdownの文字)."""

from __future__ import annotations

from stdmig.words import Style, Text


def plain(told: Text, style: Style) -> str:
    """Return a text so that no character of it becomes Markdown or HTML."""
    words = told.into(style)
    for sign, written in (("&", "&amp;"), ("<", "&lt;"), ("*", r"\*"), ("`", r"\`")):
        words = words.replace(sign, written)
    return words
