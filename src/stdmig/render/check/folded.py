"""Findings of a rule that differ in nothing but what they are about (同じ指摘)."""

from __future__ import annotations

from collections.abc import Sequence

from stdmig.render.check.entry import Entry, subject_words
from stdmig.words import Text, text

LEAST = 3
"""How many must be alike; fewer are quicker read one by one."""

_NAMES = frozenset(("name", "names", "system", "section", "units"))
_WHO = "\0"


def folded(entries: Sequence[Entry]) -> list[tuple[Entry, ...]]:
    """
    Return the entries of a rule, those that say the same of many subjects together.

    Each group stands where its first entry stood; those with places of their own
    beside the subject's are never taken together.
    """
    groups: dict[object, list[Entry]] = {}
    for number, entry in enumerate(entries):
        key = number if entry.related else _likeness(entry)
        groups.setdefault(key, []).append(entry)
    found: list[tuple[Entry, ...]] = []
    for alike in groups.values():
        if len(alike) < LEAST:
            found += [(entry,) for entry in alike]
        else:
            found.append(tuple(alike))
    order = {id(entry): number for number, entry in enumerate(entries)}
    return sorted(found, key=lambda group: order[id(group[0])])


def who(entry: Entry) -> Text:
    """Return what an entry calls its subject, in the words of its message."""
    names = _named(entry.message)
    own = names.get("names", names.get("name"))
    if own is None:
        return subject_words(entry)
    if "units" in names:
        return text("{name} ({whose})", name=own, whose=names["units"])
    return text("{name}", name=own)


def _named(message: Text) -> dict[str, object]:
    """Return the subject's names in a message, or in the fact that it adds to."""
    params = dict(message.params)
    fact = params.get("fact")
    found = _named(fact) if isinstance(fact, Text) else {}
    return found | {key: params[key] for key in _NAMES & params.keys()}


def _likeness(entry: Entry) -> object:
    """Return all that an entry says, without the names of its subject."""
    names = [*_named(entry.message).values()]
    told = (entry.message, *entry.details)
    return tuple(_without(each, names) for each in told), entry.help


def _without(value: object, names: list[object]) -> object:
    # By their places in the sentence, never by their letters: a name may be a number.
    if any(value == name and type(value) is type(name) for name in names):
        return _WHO
    if not isinstance(value, Text):
        return value
    params = tuple((key, _without(each, names)) for key, each in value.params)
    return value.message, params, value.plural, value.number
