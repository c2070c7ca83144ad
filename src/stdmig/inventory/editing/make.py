"""Steps made in a file, all that can be made (変更の実行)."""

from __future__ import annotations

from collections.abc import Iterable

from stdmig.diagnostics import Diagnostic, Location
from stdmig.inventory.document import Document
from stdmig.inventory.editing.change import Change
from stdmig.inventory.editing.editor import Editor
from stdmig.inventory.editing.patch import UnsafeError
from stdmig.inventory.editing.step import Step, by_hand
from stdmig.inventory.source import Source
from stdmig.words import text


def make(
    source: Source,
    document: Document,
    steps: Iterable[Step],
    refused: list[Diagnostic],
) -> tuple[bytes | None, tuple[Change, ...]]:
    """
    Return the changed bytes and what was changed.

    Parameters
    ----------
    refused
        What cannot be done is added to it (``STD025``).
    """
    able: list[Step] = []
    for step in steps:
        if step.why_not is not None:
            refused += [by_hand(change, step.why_not) for change in step.changes]
        else:
            able.append(step)
    try:
        return _run(source, document, able), _changes(able)
    except UnsafeError as error:
        together = error.why
    safe = []
    for step in able:
        try:
            _run(source, document, [step])
        except UnsafeError as error:
            refused += [by_hand(change, error.why) for change in step.changes]
        else:
            safe.append(step)
    try:
        return _run(source, document, safe), _changes(safe)
    except UnsafeError:
        message = text("the changes cannot be made together: {why}", why=together)
        refused.append(Diagnostic("STD025", message, Location(source.name)))
        return None, ()


def _run(source: Source, document: Document, steps: Iterable[Step]) -> bytes:
    editor = Editor(source, document)
    for step in steps:
        step.act(editor)
    return editor.finish()


def _changes(steps: Iterable[Step]) -> tuple[Change, ...]:
    return tuple(change for step in steps for change in step.changes)
