"""A list of the systems brought into a workspace (一覧の取込み)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location
from stdmig.intake.question import Choice, Question
from stdmig.intake.sheet.read import read_sheets
from stdmig.intake.sheet.sheet import Sheet
from stdmig.inventory import Source, Sources, load
from stdmig.inventory.agreements import Installation, place_units
from stdmig.inventory.draft import Draft
from stdmig.inventory.editing.change import Edited
from stdmig.inventory.editing.systems import edit_systems_yaml
from stdmig.inventory.systems import SystemsFile
from stdmig.words import Style, Text, count, text
from stdmig.workspace.acceptable import acceptable
from stdmig.workspace.read import read_input
from stdmig.workspace.refusal import refusal

GONE = "gone"
"""Id of the question what becomes of units that the list has no more."""


def read_list(file: Path) -> tuple[tuple[Sheet, ...], list[Diagnostic]]:
    """Return the tables of a file, and what could not be read of them."""
    name = file.as_posix()
    try:
        data = read_input(file)
    except (OSError, ValueError) as error:
        why = refusal(error) if isinstance(error, OSError) else str(error)
        message = text("cannot be read: {why}", why=why)
        return (), [Diagnostic("STD020", message, Location(name))]
    return read_sheets(name, data)


def gone_units(known: SystemsFile, draft: Draft) -> tuple[Installation, ...]:
    """Return the units of the file that the list does not have."""
    listed = {(unit.system, unit.id or unit.system) for unit in draft.units}
    return tuple(
        placed
        for placed in place_units(known)
        if (placed.system.id, placed.id) not in listed
    )


def about_gone(units: Sequence[Installation]) -> Question:
    """Return the question what becomes of them; nothing is lost by agreeing."""
    return Question(
        GONE,
        count(
            "systems.yaml has {n} unit that the list has not ({names}). Keep it?",
            "systems.yaml has {n} units that the list has not ({names}). Keep them?",
            len(units),
            names=_names(units),
        ),
        (),
        (
            Choice("keep", text("keep in systems.yaml")),
            Choice("remove", text("remove from systems.yaml")),
        ),
        "keep",
    )


_NAMED = 5


def _names(units: Sequence[Installation]) -> Text:
    named: list[Text] = [
        text(
            "{system}, {section}",
            system=placed.system.title,
            section=placed.unit.section,
        )
        for placed in units[:_NAMED]
    ]
    if len(units) > _NAMED:
        named.append(count("{n} more", "{n} more", len(units) - _NAMED))
    told = named[0]
    for each in named[1:]:
        told = text("{first}; {second}", first=told, second=each)
    return told


class Change(NamedTuple):
    """
    What a list makes of a workspace, not yet written.

    Attributes
    ----------
    edited
        None where the file cannot be changed, or what it would become cannot be read.
    faults
        Why; with `edited`, the changes that must be made by hand.
    """

    edited: Edited | None
    faults: list[Diagnostic]


def change(
    sources: Sources, draft: Draft, removed: tuple[str, ...], style: Style
) -> Change:
    """
    Return ``systems.yaml`` with what the list says, its remarks kept.

    Parameters
    ----------
    removed
        Ids of the units to take out.
    style
        How days are written where the file has none to go by.
    """
    edited, by_hand = edit_systems_yaml(
        sources.systems, draft, frozenset(removed), style
    )
    if edited is None:
        return Change(None, by_hand)
    becomes = Source(sources.systems.name, edited.data)
    _, faults = load(sources._replace(systems=becomes), acceptable())
    return Change(None if faults else edited, by_hand + faults)
