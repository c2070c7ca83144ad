"""A finding in sentences, each on one line and without control characters (文面)."""

from __future__ import annotations

from stdmig.render.check.entry import Entry
from stdmig.render.one_line import one_line
from stdmig.words import Style, text


def fact(entry: Entry, style: Style) -> str:
    """Return what was found."""
    return one_line(entry.message.into(style))


def consequences(entry: Entry, style: Style) -> list[str]:
    """Return what follows from it."""
    return [one_line(detail.into(style)) for detail in entry.details]


def elsewhere(entry: Entry, style: Style) -> list[str]:
    """Return the other places that belong to it, each with what is there."""
    return [one_line(f"{where}: {words.into(style)}") for where, words in entry.related]


def cure(entry: Entry, style: Style) -> list[str]:
    """Return what to do about it, where that is known."""
    if entry.help is None:
        return []
    return [one_line(text("What to do: {help}", help=entry.help).into(style))]
