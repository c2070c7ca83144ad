"""What a command would change in a file, for people to look through (変更点)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from stdmig.inventory.editing.change import Change
from stdmig.inventory.editing.in_list import owner_of
from stdmig.inventory.list_columns import LIST_COLUMNS, Owner
from stdmig.render.cells import wrap
from stdmig.render.one_line import one_line, shown_name
from stdmig.render.painted import Line, Part, line, page
from stdmig.render.screen import Screen
from stdmig.words import Name, Readable, Text, count, text

_HEADINGS = {(column.owner, column.key): column.heading for column in LIST_COLUMNS}
_HEADINGS |= {
    ("system", "designated"): Name("特定移行支援システム", "Designated system"),
    ("system", "completion"): Name("移行完了予定時期", "Planned completion"),
    ("system", "as_of"): Name("時点", "as of"),
    ("system", "done"): Name("完了済み", "done"),
    ("system", "started"): Name("作業中", "in progress"),
    ("system", "not_applicable"): Name("対象外", "not applicable"),
    ("system", "counts"): Name("数", "counts"),
}
_CHOICES = {(column.owner, column.key): dict(column.choices) for column in LIST_COLUMNS}


def changes_text(file: str, changes: Sequence[Change], screen: Screen) -> str:
    """Return the changes of a file under what they concern, old and new value each."""
    head = count(
        "{file}: {n} change", "{file}: {n} changes", len(changes), file=file
    ).into(screen.style)
    lines = [line(Part(each, "bold")) for each in wrap(head, screen.width, "  ")]
    for (owner, subject), group in groupby(changes, key=_subject):
        lines += _group(owner, subject, list(group), screen)
    return page(lines, colour=screen.colour)


def _subject(change: Change) -> tuple[Owner, Name]:
    return owner_of(change.path), change.subject


_KINDS: dict[Owner, Readable] = {
    "municipality": text("municipality"),
    "system": text("system"),
    "unit": text("unit"),
    "contract": Name("契約", "contract"),
}


def _group(
    owner: Owner, subject: Name, changes: list[Change], screen: Screen
) -> Iterator[Line]:
    style = screen.style
    name = shown_name(subject, style)
    head = text("{kind} {name}", kind=_KINDS[owner], name=name).into(style)
    whole = [change for change in changes if change.key is None]
    for change in whole:
        told = (
            text("+ {what} (new)", what=head)
            if change.before is None
            else text("- {what} (removed)", what=head)
        )
        yield from _told(told, screen, 2)
    if len(whole) < len(changes):
        yield from _told(head, screen, 2)
    for change in changes:
        if change.key is not None:
            heading = _HEADINGS.get((owner, change.key)) or Name(change.key)
            words = text(
                "{heading}: {before} -> {after}",
                heading=heading,
                before=_value(owner, change.key, change.before),
                after=_value(owner, change.key, change.after),
            )
            yield from _told(words, screen, 4)
        if change.remark is not None:
            yield from _told(change.remark, screen, 6)


def _value(owner: Owner, key: str, written: str | None) -> str | Readable:
    """Return a value in the words of the table, where it has words of its own."""
    if written is None:
        return text("(nothing)")
    return _CHOICES.get((owner, key), {}).get(written) or one_line(written)


def _told(words: Text | str, screen: Screen, indent: int) -> Iterator[Line]:
    told = words.into(screen.style) if isinstance(words, Text) else words
    lead = " " * indent
    for each in wrap(lead + told, screen.width, f"{lead}  "):
        yield line(each)
