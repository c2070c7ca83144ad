"""Why a date is what it is (理由)."""

from __future__ import annotations

from typing import Literal, NamedTuple

ReasonKind = Literal[
    "link",
    "window",
    "budget",
    "blackout",
    "deadline",
    "completion",
    "publication",
    "as_of",
    "wanted",
    "progress",
    "chosen",
]
"""What can set a date; the words of the machine contract."""


class Reason(NamedTuple):
    """
    What set a date.

    Attributes
    ----------
    kind
        Kind of the cause.
    ref
        Id of the task next to it (``link``; ``budget`` where the money lies between
        the two, ``window`` where the date was moved into one) or of the task itself
        (``progress``, ``chosen``), the way to the money that lapses (``budget``), the
        system (``wanted``, ``deadline``, ``completion``; ``progress`` where it is
        live), the group of specifications (``publication``), or ``as_of``.
    """

    kind: ReasonKind
    ref: str
