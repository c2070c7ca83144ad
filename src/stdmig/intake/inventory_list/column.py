"""What a column of a list holds (列の読み方)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from stdmig.diagnostics import Location
from stdmig.intake.inventory_list.headings import (
    ENDINGS,
    ENDS,
    HEADINGS,
    OF_A_PERIOD,
    OF_ANOTHER_SYSTEM,
    OF_THE_NEXT_CONTRACT,
    QUALIFIERS,
    STARTS,
)
from stdmig.intake.inventory_list.plain import brackets_apart, folded, plain
from stdmig.inventory.list_columns import LIST_COLUMNS

FEES = ("contract.monthly_fee", "contract.annual_fee", "contract.fee")


_OF_THE_MOVE = frozenset(
    (
        *("system.cutover", "system.state", "system.since", "system.designated"),
        "designated.completion",
    )
)
"""What is about the new system, whatever else the heading says."""


class Meaning(NamedTuple):
    """
    What a heading says.

    Attributes
    ----------
    field
        ``owner.key`` as in `LIST_COLUMNS`, or one of `HEADINGS`.
    exact
        Whether it is the very heading of our own list.
    turn
        0 for the present contract, 1 for the one that takes over.
    """

    field: str
    exact: bool = False
    turn: int = 0


class Column(NamedTuple):
    """
    A column that is read.

    Attributes
    ----------
    at
        Its index, from 0.
    heading
        As its author wrote it, groups first.
    place
        Its lowest heading cell.
    nth
        Counts the columns of fees that mean the same, from 0.
    """

    at: int
    heading: str
    meaning: Meaning
    place: Location
    nth: int = 0

    @property
    def key(self) -> str:
        """Return the field, told apart where it is about the next contract."""
        nth = f".{self.nth}" if self.nth else ""
        return f"{self.meaning.field}#{self.meaning.turn}{nth}"


_OWN = {
    folded(name): f"{column.owner}.{column.key}"
    for column in LIST_COLUMNS
    for name in (column.heading.ja, column.heading.en or column.heading.ja)
}
_USUAL = {
    plain(heading): field
    for field, headings in HEADINGS.items()
    for heading in headings.split()
}
_STARTS = frozenset(plain(word) for word in STARTS.split())
_ENDS = frozenset(plain(word) for word in ENDS.split())
_QUALIFIERS = tuple(plain(word) for word in QUALIFIERS)
_ENDINGS = tuple(plain(word) for word in ENDINGS)
_ASIDE = re.compile(r"^[(※*＊]|^例|^記入|単位|税込|税抜|千円|百万円")


@lru_cache(maxsize=4096)
def meaning_of(parts: tuple[str, ...]) -> Meaning | None:
    """Return what a heading means, from its parts above each other, or None."""
    if not parts:
        return None
    if len(parts) == 1 and (own := _OWN.get(folded(parts[0]))):
        return Meaning(own, exact=True)
    whole = plain("".join(parts))
    turn = int(any(plain(word) in whole for word in OF_THE_NEXT_CONTRACT))
    field = _field(parts)
    if field is None or field in _OF_THE_MOVE:
        of_today = field == "system.since" and whole.startswith(_QUALIFIERS)
        return None if field is None or of_today else Meaning(field)
    if turn:
        dated = field in ("contract.start", "contract.end", "contract.period")
        return Meaning(field, turn=1) if dated else None
    if any(plain(word) in whole for word in OF_ANOTHER_SYSTEM):
        return None
    return Meaning(field)


def _field(parts: tuple[str, ...]) -> str | None:
    for written in _wordings(parts):
        if (field := _looked_up(written)) is not None:
            return _by_turn_of_pay(field, folded("".join(parts)))
    return _day_of_period(parts)


def _by_turn_of_pay(field: str, whole: str) -> str:
    """Return a fee's field where another part of its heading says how it is paid."""
    if field != "contract.fee" or "総額" in whole:
        return field
    monthly = re.search(r"月額|月間|毎月", whole)
    annual = re.search(r"年額|年間|毎年", whole)
    if bool(monthly) == bool(annual):
        return field
    return "contract.monthly_fee" if monthly else "contract.annual_fee"


def _wordings(parts: tuple[str, ...]) -> list[str]:
    """Return what to look up: the whole, then the lowest, then without remarks."""
    meant = [part for part in parts if not _ASIDE.search(folded(part))] or [*parts]
    wordings = ["".join(parts), "".join(meant[-2:]), meant[-1], parts[-1]]
    return [*wordings, *(brackets_apart(written)[0] for written in wordings)]


def _looked_up(written: str) -> str | None:
    heading = plain(written)
    for word in OF_THE_NEXT_CONTRACT:
        if heading.startswith(plain(word)):
            heading = "契約" + heading.removeprefix(plain(word)).removeprefix("契約")
    for bare in _stripped(heading):
        if bare in _USUAL:
            return _USUAL[bare]
    return None


def _stripped(heading: str) -> list[str]:
    """Return a heading with and without what may stand before and after it."""
    found = [heading]
    for word in _QUALIFIERS:
        if heading.startswith(word):
            found.append(heading.removeprefix(word))
            break
    for word in _ENDINGS:
        found += [each.removesuffix(word) for each in found[:2] if each.endswith(word)]
    return [each for each in found if each]


def _day_of_period(parts: tuple[str, ...]) -> str | None:
    if len(parts) == 1:
        outside, inside = brackets_apart(parts[0])
        above, below = plain(outside), plain(inside)
    else:
        above, below = plain("".join(parts[:-1])), plain(parts[-1])
    if not any(word in above for word in map(plain, OF_A_PERIOD)):
        return None
    if below in _STARTS:
        return "contract.start"
    return "contract.end" if below in _ENDS else None
