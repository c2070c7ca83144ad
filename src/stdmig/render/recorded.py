"""What a command records, old and new value each (記録の変更点)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from stdmig.inventory.editing.change import Change
from stdmig.inventory.status_words import STATUS_NAMES
from stdmig.render.cells import wrap
from stdmig.render.one_line import one_line, shown_name
from stdmig.render.painted import Line, Part, line, page
from stdmig.render.screen import Screen
from stdmig.words import Name, Readable, Text, count, text

_HEADINGS: dict[str, Readable] = {
    "status": Name("状況", "status"),
    "start": Name("開始日", "start"),
    "finish": Name("終了日", "finish"),
    "remaining_months": Name("残り月数", "remaining months"),
    "percent": Name("進み具合（%）", "per cent done"),
    "since": Name("稼働開始日", "live since"),
    "as_of": Name("時点", "as of"),
    "counts": Name("ステップの数", "counts"),
    "assumed": Name("推定", "assumed"),
    "note": Name("備考", "note"),
    "done": Name("完了済み", "done"),
    "started": Name("作業中", "started"),
    "not_applicable": Name("対象外", "not applicable"),
}


def recorded_text(file: str, changes: Sequence[Change], screen: Screen) -> str:
    """
    Return the changes of a file of records under what they concern.

    Parameters
    ----------
    file
        Its name.
    changes
        Those of one entry side by side.
    """
    entries = [list(group) for _, group in groupby(changes, key=_entry)]
    head = count(
        "{file}: {n} entry changes",
        "{file}: {n} entries change",
        len(entries),
        file=one_line(file),
    ).into(screen.style)
    lines = [line(Part(each, "bold")) for each in wrap(head, screen.width, "  ")]
    for entry in entries:
        lines += _told_of(entry, screen)
    return page(lines, colour=screen.colour)


def _entry(change: Change) -> tuple[object, ...]:
    return change.path[:2], change.subject


def _told_of(changes: list[Change], screen: Screen) -> Iterator[Line]:
    first, style = changes[0], screen.style
    name = shown_name(first.subject, style)
    is_new = first.key is None
    yield from _wrapped(
        text("+ {what} (new)", what=name) if is_new else name, screen, 2
    )
    for change in changes:
        if change.key is None:
            continue
        heading = _HEADINGS.get(change.key) or Name(change.key)
        after = _value(change.key, change.after)
        if change.before == change.after or (is_new and change.before is None):
            told = text("{heading}: {value}", heading=heading, value=after)
        else:
            told = text(
                "{heading}: {before} -> {after}",
                heading=heading,
                before=_value(change.key, change.before),
                after=after,
            )
        yield from _wrapped(told, screen, 4)
        if change.remark is not None:
            yield from _wrapped(change.remark, screen, 6)


def _value(key: str, written: str | None) -> str | Readable:
    if written is None:
        return text("(nothing)")
    if key == "status":
        return next(
            (name for status, name in STATUS_NAMES.items() if status == written),
            one_line(written),
        )
    return one_line(written)


def _wrapped(words: Text | str, screen: Screen, indent: int) -> Iterator[Line]:
    told = words.into(screen.style) if isinstance(words, Text) else words
    lead = " " * indent
    for each in wrap(lead + told, screen.width, f"{lead}  "):
        yield line(each)
