"""Whether a start is chosen once for each task (着手日の検査)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.document import Document
from stdmig.inventory.mentions import Mention, repeated
from stdmig.inventory.starts import StartsFile
from stdmig.words import text


def repeated_starts(file: StartsFile, document: Document) -> Iterator[Diagnostic]:
    """
    Yield ``STD011`` where a task has a second start.

    Whether there is such a task is for the rules of the check: what was bought
    together can change after the starts were saved, and the file is then to be
    levelled again, which no fault of reading may stand in the way of.
    """
    named = [
        Mention(each.task, ("starts", place, "task"))
        for place, each in enumerate(file.starts)
    ]
    yield from repeated(named, document, text("write each task once"))
