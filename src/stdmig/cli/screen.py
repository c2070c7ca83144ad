"""What the terminal shows (端末の画面)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from stdmig.cli.language import READER
from stdmig.render.screen import Screen

_NARROWEST, _USUAL, _WIDEST = 60, 80, 400


def screen(output: Path | None = None) -> Screen:
    """Return what the terminal shows; a pipe or file shows 80 cells, no colours."""
    asked = os.environ.get("COLUMNS", "")
    cells = int(asked) if asked.isdecimal() else 0
    if output is not None or not sys.stdout.isatty():
        return Screen(READER, _within_reason(cells))
    colour = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Screen(READER, _within_reason(cells or _terminal_cells()), colour)


def _terminal_cells() -> int:
    """Return the width of the terminal, 0 where it does not know its own."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except OSError:
        return 0


def _within_reason(cells: int) -> int:
    return min(max(cells or _USUAL, _NARROWEST), _WIDEST)
