"""A search as its user sees it: time left, progress, Ctrl-C (探索の見守り)."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from math import inf
from types import FrameType
from typing import Any

from stdmig.cli.clock import seconds
from stdmig.cli.language import said
from stdmig.cli.screen import screen
from stdmig.levelling.solved import Reached
from stdmig.outlook.levelling.goals import POWERS
from stdmig.words import text

_PAUSE = 0.2
"""Seconds between two lines of progress, so that they can be read."""


class Watch:
    """
    Says how long a search may go on, and shows on a terminal how far it is.

    Parameters
    ----------
    limit
        Seconds; None for no limit.
    scale
        How many units of the search are one person.

    Attributes
    ----------
    interrupted
        Whether the user pressed Ctrl-C.
    given_up
        Whether the user pressed it again, and wants no result.
    """

    def __init__(self, limit: float | None, scale: int = 1) -> None:
        self._scale = scale
        self.interrupted = False
        self.given_up = False
        self._begun = seconds()
        self._end = inf if limit is None else self._begun + limit
        self._shows = sys.stderr is not None and sys.stderr.isatty()
        self._shown_at = -inf
        self._width = 0

    def remaining(self) -> float:
        """Return how many seconds are left; none once the user wants to stop."""
        return 0.0 if self.interrupted else max(self._end - seconds(), 0.0)

    def told(self, reached: Reached) -> None:
        """Show the best value and the proven bound, on a terminal alone."""
        now = seconds()
        if not self._shows or now - self._shown_at < _PAUSE:
            return
        self._shown_at = now
        power = POWERS[reached.objective]
        value, bound = (
            Decimal(each) / self._scale**power
            for each in (reached.value, reached.bound)
        )
        words = text(
            "{seconds} s  {goal}: {value}, bound {bound}, gap {gap}",
            seconds=int(now - self._begun),
            goal=_GOALS[reached.objective],
            value=value,
            bound=bound,
            gap=max(value - bound, Decimal(0)),
        )
        self._line(said(words))

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Let the first Ctrl-C end the search alone; the second ends the program."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.signal(signal.SIGINT, self._stop)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)
            self._line("")
        # The search may have taken the second one for the wish to stop at once.
        if self.given_up:
            raise KeyboardInterrupt

    def _stop(self, number: int, frame: FrameType | None) -> Any:
        if self.interrupted:
            self.given_up = True
            raise KeyboardInterrupt
        self.interrupted = True
        self._line(said(text("stopping; Ctrl-C again ends without a result")))

    def _line(self, words: str) -> None:
        """Put words in the place of those before, on the same line."""
        if not self._shows or (not words and not self._width):
            return
        from stdmig.render.cells import fit, width

        room = screen().width - 1
        told = fit(words, room) if width(words) > room else words
        blank = " " * max(self._width - width(told), 0)
        back = "\r" if words else ""
        try:
            sys.stderr.write(f"\r{told}{blank}{back if told else chr(13)}")
            sys.stderr.flush()
        except OSError:
            self._shows = False
        self._width = width(told)


_GOALS = {
    "peak": text("peak"),
    "squares": text("sum of squares"),
    "early": text("waiting"),
}
