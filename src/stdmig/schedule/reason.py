"""Why a date is what it is (理由)."""

from __future__ import annotations

from typing import Literal, NamedTuple

ReasonKind = Literal[
    "link",
    "window",
    "budget",
    "blackout",
    "deadline",
    "publication",
    "as_of",
    "wanted",
    "progress",
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
        Id of the task (``link``), the system (``wanted``, ``deadline``), the group of
        specifications (``publication``), or ``as_of``.
    """

    kind: ReasonKind
    ref: str
