"""The state of this machine, part by part (動作環境の確認結果)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from stdmig.words import Text, count, text

State = Literal["ok", "note", "problem"]
Fact = str | int | bool | None | Sequence[str] | Mapping[str, str | None]

STATES: dict[State, Text] = {
    "ok": text("ok"),
    "note": text("note"),
    "problem": text("problem"),
}


class Check(NamedTuple):
    """
    One part that was looked at.

    Attributes
    ----------
    id
        Stable name of the part, for programs.
    name
        What people call it.
    state
        ``problem`` alone keeps stdmig from doing its work.
    says
        What was found.
    help
        What to do about it.
    facts
        The same for programs, by stable keys.
    """

    id: str
    name: Text
    state: State
    says: Text | str
    help: Text | None = None
    facts: Mapping[str, Fact] = {}


class Checkup(NamedTuple):
    """Everything that was looked at, in the order of its importance."""

    version: str
    checks: tuple[Check, ...]

    def number(self, state: State) -> int:
        """Return how many parts are in a state."""
        return sum(check.state == state for check in self.checks)

    @property
    def summary(self) -> Text:
        """The upshot in one line."""
        return text(
            "stdmig {version}: {problems}, {notes}",
            version=self.version,
            problems=count("{n} problem", "{n} problems", self.number("problem")),
            notes=count("{n} note", "{n} notes", self.number("note")),
        )
