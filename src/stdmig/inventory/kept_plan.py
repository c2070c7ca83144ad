"""A plan as it stands, to be kept as a baseline (基準計画にする計画)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.words import Readable


class KeptCutover(NamedTuple):
    """The planned cutover of a system; `title` is what the system is called."""

    system: str
    day: date
    title: Readable


class KeptTask(NamedTuple):
    """A planned task with its last day; `title` is what it is called."""

    task: str
    start: date
    finish: date
    title: Readable


class KeptPlan(NamedTuple):
    """
    A plan that is to be kept (基準計画).

    Attributes
    ----------
    id
        What commands are to call it.
    as_of
        Its as-of date.
    cutovers
        Of the systems that are not live.
    tasks
        Those that are not over.
    note
        A remark, or None.
    """

    id: str
    as_of: date
    cutovers: tuple[KeptCutover, ...]
    tasks: tuple[KeptTask, ...]
    note: str | None = None
