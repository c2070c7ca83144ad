"""How far a long run is, on one line of a terminal (進捗表示)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf

from stdmig.cli.clock import seconds
from stdmig.cli.language import said
from stdmig.cli.screen import screen
from stdmig.words import text

_PAUSE = 0.1
"""Seconds between two numbers, so that showing them costs nothing."""

_BAR = 20

_FEWEST = 10
"""Workspaces; fewer are done before a bar can be read."""


class Counter:
    """Shows on a terminal how many workspaces are done; a pipe sees nothing."""

    def __init__(self) -> None:
        self._shows = sys.stderr is not None and sys.stderr.isatty()
        self._shown_at = -inf
        self._width = 0

    def told(self, done: int, whole: int) -> None:
        """Show how far it is, in the place of what was shown before."""
        now = seconds()
        if (
            not self._shows
            or whole < _FEWEST
            or (now - self._shown_at < _PAUSE and done < whole)
        ):
            return
        self._shown_at = now
        full = _BAR * done // whole if whole else _BAR
        words = text(
            "[{bar}] {done} of {whole} workspaces",
            bar="#" * full + "." * (_BAR - full),
            done=done,
            whole=whole,
        )
        self._line(said(words))

    @contextmanager
    def counting(self) -> Iterator[None]:
        """Leave an empty line in the end, however it ends."""
        try:
            yield
        finally:
            self._line("")

    def _line(self, words: str) -> None:
        if not self._shows or (not words and not self._width):
            return
        from stdmig.render.cells import fit, width

        room = screen().width - 1
        told = fit(words, room) if width(words) > room else words
        blank = " " * max(self._width - width(told), 0)
        try:
            sys.stderr.write(f"\r{told}{blank}\r")
            sys.stderr.flush()
        except OSError:
            self._shows = False
        self._width = width(told)
