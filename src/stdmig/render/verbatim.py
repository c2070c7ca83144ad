"""Texts of a table that are read back as they were written (そのまま読み戻す文字列)."""

from __future__ import annotations


class Verbatim(str):
    """
    A text that is read back from its cell, and stands there as it is.

    Other texts lose what could turn around the words beside them.
    """

    __slots__ = ()
