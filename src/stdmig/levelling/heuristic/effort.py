"""How long a search goes on, in rounds and in seconds (探索の打切り)."""

from __future__ import annotations

from collections.abc import Callable

from stdmig.levelling.solved import Limits


class Effort:
    """
    What is left of the limits.

    Rounds are counted down, so that a search that is not cut short by the seconds does
    the same wherever it runs.
    """

    def __init__(self, limits: Limits) -> None:
        self._remaining: Callable[[], float] = limits.remaining
        self._rounds: float = limits.rounds
        self._until = 0.0
        self._whole: Effort | None = None

    def part(self, share: float) -> Effort:
        """Return a share of what is left; what it does not use is left here."""
        found = Effort(Limits(self._remaining))
        found._rounds = self._rounds * share
        found._until = self._until + (1 - share) * (self._remaining() - self._until)
        found._whole = self
        return found

    def ended(self) -> bool:
        """Return whether nothing is left."""
        return self._rounds <= 0 or self.cut()

    def cut(self) -> bool:
        """Return whether the seconds are over."""
        return self._remaining() <= self._until

    def round(self, share: float = 1.0) -> bool:
        """Begin a round, or a share of one, where one is left."""
        if self.ended():
            return False
        self._rounds -= share
        if self._whole is not None:
            self._whole.round(share)
        return True
