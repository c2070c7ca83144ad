"""What is kept of a workspace between two runs, as one line (控えの1件)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from stdmig.outlook.portfolio.portfolio import Broken
from stdmig.workspace.portfolio.row import row_of
from stdmig.workspace.portfolio.signature import Signature
from stdmig.workspace.portfolio.town_of import Job, town_of


class Entry(NamedTuple):
    """
    A municipality and by what its workspace is known to be unchanged.

    Attributes
    ----------
    signature
        What the disk said of its files.
    digest
        Of their content.
    row
        The municipality as JSON.
    """

    signature: Signature
    digest: str
    row: bytes


def entry_of(place: Path, job: Job) -> Entry | None:
    """Plan a workspace; None where it is broken."""
    found, reading = town_of(place, job)
    if isinstance(found, Broken) or reading.signature is None:
        return None
    return Entry(reading.signature, reading.digest, row_of(found))


def entry_line(job: Job, place: Path) -> bytes | None:
    """Plan a workspace, and return its entry as one line; None where it is broken."""
    entry = entry_of(place, job)
    return None if entry is None else line_of(entry)


def line_of(entry: Entry) -> bytes:
    """Return an entry as one line, without its end."""
    head = json.dumps((*entry.signature, entry.digest))
    return head.encode("ascii") + b"\t" + entry.row


def entry_from(line: bytes) -> Entry:
    """
    Return what a line says.

    Raises
    ------
    ValueError
        If it is no entry.
    """
    head, _, row = line.partition(b"\t")
    told, newest, digest = json.loads(head)
    return Entry(Signature(told, newest), digest, row)
