"""What the reader's screen can show (画面)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.words import Style


class Screen(NamedTuple):
    """
    Width in cells, whether it shows colours, and its reader's style.

    A pipe is a screen of 80 cells without colours.
    """

    style: Style
    width: int = 80
    colour: bool = False
