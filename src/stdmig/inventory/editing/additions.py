"""New contracts, units and systems in a file that has others (追加)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from stdmig.inventory.document import Document, Path
from stdmig.inventory.editing.change import Change
from stdmig.inventory.editing.editor import Editor
from stdmig.inventory.editing.step import Step, refused
from stdmig.inventory.editing.values import at
from stdmig.inventory.systems import SystemsFile
from stdmig.inventory.writing.collection import Data
from stdmig.inventory.writing.entries import Entry, law_place
from stdmig.inventory.writing.key_order import Owner, anchor
from stdmig.words import Name, Text, listing


class New(NamedTuple):
    """
    Something that the file does not have yet.

    Attributes
    ----------
    id
        What it goes by.
    title
        What it is called.
    entry
        What is written.
    remark
        What a person should look at because of it.
    """

    id: str
    title: Name
    entry: Entry
    remark: Text | None = None


def added(
    document: Document, path: Path, key: str, owner: Owner, news: Sequence[New]
) -> list[Step]:
    """Return the steps that put new entries at the end of a list, or begin it."""
    here = (*path, key)
    good = [new for new in news if not new.entry.faults]
    steps = [_refused(document, here, new) for new in news if new.entry.faults]
    if not good:
        return steps
    changes = tuple(_change(document, here, new) for new in good)
    data: list[Data] = [new.entry.data for new in good]
    mapping = at(document, path)
    if key not in mapping:
        after = anchor(owner, key, mapping)
        steps.append(
            Step(changes, lambda editor: editor.insert(path, key, data, after=after))
        )
    elif isinstance(mapping[key], dict):
        steps.append(Step(changes, lambda editor: _follow(editor, here, data)))
    else:
        steps.append(Step(changes, lambda editor: _append(editor, here, data)))
    return steps


def added_systems(
    document: Document, file: SystemsFile, news: Sequence[New]
) -> list[Step]:
    """
    Return the steps that put new systems where the law's order has them.

    Where a file has an order of its own, or none of its systems comes before a new
    one, that goes behind the last.
    """
    here: Path = ("systems",)
    places = [law_place(system.id) for system in file.systems]
    ordered = places == sorted(places)
    steps = []
    for new in news:
        if new.entry.faults:
            steps.append(_refused(document, here, new))
            continue
        earlier = [at for at, law in enumerate(places) if law <= law_place(new.id)]
        after = earlier[-1] if ordered and earlier else None
        steps.append(_system_step(_change(document, here, new), new.entry.data, after))
    return steps


def _system_step(change: Change, data: Data, after: int | None) -> Step:
    return Step(
        (change,), lambda editor: editor.append(("systems",), data, after=after)
    )


def _append(editor: Editor, path: Path, data: Sequence[Data]) -> None:
    for each in data:
        editor.append(path, each)


def _follow(editor: Editor, path: Path, data: Sequence[Data]) -> None:
    for each in data:
        editor.follow(path, each)


def _refused(document: Document, path: Path, new: New) -> Step:
    return refused(_change(document, path, new), listing(new.entry.faults))


def _change(document: Document, path: Path, new: New) -> Change:
    where = document.locate(path)
    return Change(path, new.title, None, None, new.id, where, new.remark)
