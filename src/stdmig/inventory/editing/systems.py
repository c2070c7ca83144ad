"""systems.yaml changed where a draft differs from it, and nowhere else (現況の更新)."""

from __future__ import annotations

from stdmig.diagnostics import Diagnostic, Location
from stdmig.inventory.draft import Draft
from stdmig.inventory.editing.change import Edited
from stdmig.inventory.editing.differences import Differences
from stdmig.inventory.editing.in_list import headings_in
from stdmig.inventory.editing.make import make
from stdmig.inventory.editing.node import read_node
from stdmig.inventory.read_systems import read_systems
from stdmig.inventory.source import Source, decode
from stdmig.words import Style, text


def edit_systems_yaml(
    source: Source,
    draft: Draft,
    removed_units: frozenset[str] = frozenset(),
    style: Style | None = None,
) -> tuple[Edited | None, list[Diagnostic]]:
    """
    Change ``systems.yaml`` so that it says what a draft says.

    Only what differs once both are read is changed: 令和7年3月31日 in the file and
    2025-03-31 in the draft are the same day, a month that means that day too, and what
    the file leaves to its default is not written out. A new value takes the spelling
    of the old one. What the draft does not speak of stays.

    Parameters
    ----------
    source
        The file.
    draft
        What it should say.
    removed_units
        Ids of the units to take out, as the units go by.
    style
        How days are written in a file that has none; by default as in Japanese.

    Returns
    -------
    The changed file and its changes; None where the file is at fault, or would be with
    the changes. With it ``STD025`` for every change that must be made by hand; the
    others are made all the same.
    """
    document, file, faults = read_systems(source)
    decoded, _ = decode(source)
    if document is None or file is None or decoded is None or faults:
        return None, faults
    differences = Differences(document, file, read_node(decoded), style or Style())
    refused: list[Diagnostic] = []
    steps = differences.steps(draft, removed_units)
    data, changes = make(source, document, steps, refused)
    if data is None:
        return None, refused
    if data != source.data and (faults := _new_faults(source, data)):
        return None, refused + faults
    return Edited(data, changes), refused


def _new_faults(source: Source, data: bytes) -> list[Diagnostic]:
    """Return what would be wrong with the file after the changes."""
    changed = Source(source.name, data)
    _, _, faults = read_systems(changed)
    return [would_be(fault, changed, Location(source.name)) for fault in faults]


def would_be(fault: Diagnostic, changed: Source, where: Location) -> Diagnostic:
    """Return a fault of a file that is not written, with the line it would be in."""
    lines = changed.data.decode("utf-8", "replace").splitlines()
    place = fault.location.line
    line = lines[place - 1].strip() if place <= len(lines) else ""
    message = text("the file would be at fault: {why}", why=fault.message)
    help_ = text("its line {line} would read: {written}", line=place, written=line)
    if (headings := headings_in(line, fault.message)) is not None:
        help_ = text(
            "its line {line} would read: {written}; the columns of the list that are"
            " meant: {headings}",
            line=place,
            written=line,
            headings=headings,
        )
    return Diagnostic("STD025", message, where, help_)
