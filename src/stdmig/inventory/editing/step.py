"""One change of a file, still to be made (変更の手順)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.editing.change import Change
from stdmig.inventory.editing.editor import Editor
from stdmig.inventory.editing.in_list import heading_of
from stdmig.inventory.quoted import quoted
from stdmig.words import Text, text


class Step(NamedTuple):
    """
    What belongs together: it is made whole or not at all.

    Attributes
    ----------
    changes
        As people see them.
    act
        Tells an editor.
    why_not
        Why it cannot be made, or None.
    """

    changes: tuple[Change, ...]
    act: Callable[[Editor], None]
    why_not: Text | None = None


def refused(change: Change, why: Text) -> Step:
    """Return a step that cannot be made."""
    return Step((change,), lambda editor: None, why)


def by_hand(change: Change, why: Text) -> Diagnostic:
    """Return the fault that tells people to make a change themselves (``STD025``)."""
    if change.key is None:
        message = text(
            "'{subject}' cannot be put in or taken out here: {why}",
            subject=change.subject,
            why=why,
        )
    elif change.after is None:
        message = text(
            "'{key}' of '{subject}' cannot be taken out here: {why}",
            key=change.key,
            subject=change.subject,
            why=why,
        )
    else:
        message = text(
            "'{key}' of '{subject}' cannot become '{after}' here: {why}",
            key=change.key,
            subject=change.subject,
            after=quoted(change.after),
            why=why,
        )
    help_ = text("make this change by hand in the line that is named, or leave it out")
    heading = heading_of(change.path, change.key) if change.key else None
    if heading is not None:
        help_ = text(
            "make this change by hand in the line that is named, or leave it out; in"
            " the list it is in the column {heading}",
            heading=heading,
        )
    return Diagnostic("STD025", message, change.location, help_)
