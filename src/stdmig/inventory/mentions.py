"""Ids and where they are written: repeated, unknown, nearest (参照)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches
from itertools import islice
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.document import Document, Path
from stdmig.inventory.many_faults import MOST_TOLD
from stdmig.inventory.quoted import quoted
from stdmig.words import Text, text

_OWN_ID = text("give every entry an id of its own")


class Mention(NamedTuple):
    """An id and the route to where it is written."""

    id: str
    path: Path


def listed(key: str, entries: Iterable[object]) -> list[Mention]:
    """Return the ids of a list of the file."""
    return [
        Mention(name, (key, place, "id"))
        for place, entry in enumerate(entries)
        if (name := getattr(entry, "id", None)) is not None
    ]


def differ(ids: Sequence[str]) -> bool:
    """Return whether no id stands twice, which spares saying where each of them is."""
    return len(set(ids)) == len(ids)


def repeated(
    mentions: list[Mention], document: Document, help: Text = _OWN_ID
) -> Iterator[Diagnostic]:
    """Yield ``STD011`` for every id that stands a second time."""
    first: dict[str, Mention] = {}
    for mention in mentions:
        earlier = first.setdefault(mention.id, mention)
        if earlier is not mention:
            yield Diagnostic(
                "STD011",
                text("the id '{id}' stands here a second time", id=quoted(mention.id)),
                document.locate(mention.path),
                help,
                ((document.locate(earlier.path), text("the first one is here")),),
            )


def unknown(
    wanted: list[Mention], known: list[Mention], document: Document, under: str
) -> Iterator[Diagnostic]:
    """
    Yield ``STD010`` for every mention of something that is not there.

    Parameters
    ----------
    wanted, known
        What is referred to, and what can be.
    document
        Where the references stand.
    under
        The key of the list in which it would have to be.
    """
    if not wanted:
        return
    ids = dict.fromkeys(mention.id for mention in known)
    lost = [mention for mention in wanted if mention.id not in ids]
    for number, mention in enumerate(lost):
        message = text(
            "nothing under '{list}' has the id '{id}'",
            list=under,
            id=quoted(mention.id),
        )
        where = document.locate(mention.path)
        # To look for what thousands of them may mean takes minutes, and none is read.
        hint = nearest(mention.id, ids) if number < MOST_TOLD else None
        yield Diagnostic("STD010", message, where, hint)


def nearest(wanted: str, ids: Collection[str]) -> Text:
    """Return a hint at what may have been meant."""
    close = get_close_matches(wanted, ids, n=1)
    if close:
        return text("did you mean '{key}'?", key=quoted(close[0]))
    if not ids:
        return text("nothing is declared there")
    return text("known here: {keys}", keys=", ".join(map(quoted, islice(ids, 30))))
