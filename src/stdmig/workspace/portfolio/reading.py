"""The files of a workspace as they were at one moment (一貫した読取り)."""

from __future__ import annotations

import time
from pathlib import Path
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location
from stdmig.inventory import Source, Sources
from stdmig.words import text
from stdmig.workspace.open import read_sources
from stdmig.workspace.portfolio.signature import Signature, digest, signature
from stdmig.workspace.read import read_input

_TRIES = 5
_PAUSE = 0.02


class Reading(NamedTuple):
    """
    What was read of a workspace.

    Attributes
    ----------
    sources
        None where it cannot be had.
    faults
        Why not.
    signature, digest
        By what it is known to be unchanged, where all is well.
    """

    sources: Sources | None
    faults: tuple[Diagnostic, ...]
    signature: Signature | None = None
    digest: str = ""


def read_unchanged(place: Path) -> Reading:
    """
    Read the files of a workspace until they are the same twice.

    What somebody saves in between, or a synchronising program is half through with,
    is read again a few times, and else is a fault: never are some files old and
    others new.
    """
    for number in range(_TRIES):
        if number:
            time.sleep(_PAUSE * number)
        before = signature(place)
        sources, faults = read_sources(place)
        own = _own(sources) if sources else []
        # What the disk says of two changes at the same moment may be the same.
        if not _are_unchanged(own) or signature(place) != before:
            continue
        if sources is None:
            return Reading(None, tuple(faults))
        return Reading(sources, (), before, digest(own))
    message = text("cannot be read: its files changed while they were read")
    help_ = text("run the command again when nobody is saving them")
    where = Location(place.as_posix())
    return Reading(None, (Diagnostic("STD001", message, where, help_),))


def _are_unchanged(sources: list[Source]) -> bool:
    """Return whether files still have the content that was read."""
    try:
        return all(read_input(Path(each.name)) == each.data for each in sources)
    except (OSError, ValueError):
        return False


def _own(sources: Sources) -> list[Source]:
    """Return the files that lie in the workspace, by their names."""
    own = [each for each in sources if isinstance(each, Source) and not each.packaged]
    return sorted(own, key=lambda each: each.name)
