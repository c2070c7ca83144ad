"""Statements as rows of a sheet (要点の行)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stdmig.outlook.statement import Statement
from stdmig.render.tones import TONES
from stdmig.words import Style, Text


def stated(found: Iterable[Statement], style: Style) -> Iterator[tuple[Text, str]]:
    """Yield what each tone is called, and the sentences in one cell."""
    gap = "" if style.language == "ja" else " "
    for each in found:
        yield TONES[each.tone], gap.join(one.into(style) for one in each.sentences)
