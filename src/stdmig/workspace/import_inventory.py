"""A list of the systems brought into a workspace (一覧の取込み)."""

from __future__ import annotations

from collections.abc import Sequence

from stdmig.intake.question import Choice, Question
from stdmig.inventory import Sources
from stdmig.inventory.agreements import Installation, place_units
from stdmig.inventory.draft import Draft
from stdmig.inventory.editing.systems import edit_systems_yaml
from stdmig.inventory.systems import SystemsFile
from stdmig.words import Style, Text, count, text
from stdmig.workspace.file_draft import FileDraft, file_draft
from stdmig.workspace.files import SYSTEMS

GONE = "gone"
"""Id of the question what becomes of units that the list has no more."""


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


def list_draft(
    sources: Sources, draft: Draft, removed: tuple[str, ...], style: Style
) -> FileDraft:
    """
    Return ``systems.yaml`` with what the list says; nothing is written.

    Parameters
    ----------
    removed
        Ids of the units to take out.
    style
        How days are written where the file has none to go by.
    """
    gone = frozenset(removed)
    return file_draft(
        sources,
        SYSTEMS,
        lambda file: edit_systems_yaml(file, draft, gone, style),
        partly=True,
    )
