"""What was changed in a file, for people to look through (変更点)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.diagnostics import Location
from stdmig.inventory.document import Path
from stdmig.words import Name, Text


class Change(NamedTuple):
    """
    One change of a file (変更).

    Attributes
    ----------
    path
        Route to the value; for what is new, to where it was put in.
    subject
        Whose value it is: the title of a municipality, contract, system or unit.
    key
        Which of its values; None where the whole of it came or went.
    before, after
        As written; None where there was or is nothing. Where `key` is None, the
        subject's id.
    location
        Where, in the file before the change.
    remark
        What a person should look at because of it.
    """

    path: Path
    subject: Name
    key: str | None
    before: str | None
    after: str | None
    location: Location
    remark: Text | None = None


class Edited(NamedTuple):
    """
    A file after its changes.

    Attributes
    ----------
    data
        Its bytes; those it had where nothing changed.
    changes
        In the order of the draft.
    """

    data: bytes
    changes: tuple[Change, ...] = ()
