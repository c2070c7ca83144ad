"""Whether the contracts last long enough, in a sentence (契約の要点)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from stdmig.coverage import Coverage, EarlyEnds, early_ends, open_gap
from stdmig.dates import shown
from stdmig.outlook.statement import Statement
from stdmig.words import Text, count, text


def contract_statement(coverages: tuple[Coverage, ...]) -> Iterator[Statement]:
    """Yield how many end too early, and by how much; nothing where no end is known."""
    ends = early_ends(coverages)
    known, short = ends.known, ends.short
    if not known:
        return
    if ends.overdue:
        yield _overdue(ends)
        return
    if not short:
        message = text("Every known contract lasts until its cutover.")
        yield Statement("good", (message,))
        return
    eves = {each.cutover - timedelta(days=1) for each in short}
    if len(short) == len(known):
        first = count(
            "The one known contract ends before {eve}, the eve of the cutover.",
            "All {n} known contracts end before {eve}, the eve of the cutover.",
            len(short),
            eve=shown(max(eves)),
        )
    else:
        first = count(
            "{n} of {all} known contracts ends before the eve of its cutover.",
            "{n} of {all} known contracts end before the eve of their cutover.",
            len(short),
            all=len(known),
        )
    yield Statement("bad", (first, *_longest(ends)))


def _overdue(ends: EarlyEnds) -> Statement:
    """Return how many contracts are over, where some cutovers are past but not live."""
    total, short, over = len(ends.known), len(ends.short), len(ends.over)
    day = shown(ends.overdue[0].as_of)
    if not short:
        told = text(
            "No known contract is over yet; whether they last until the cutover cannot"
            " be told before its day is settled."
        )
        return Statement("decide", (told,))
    if over < short:
        told = count(
            "{n} of {all} known contracts is over, or ends before the eve of its"
            " cutover.",
            "{n} of {all} known contracts are over, or end before the eve of their"
            " cutover.",
            short,
            all=total,
        )
    elif short == total:
        told = count(
            "The one known contract ended before the as-of date {day}, with its system"
            " not live.",
            "All {n} known contracts ended before the as-of date {day}, with their"
            " systems not live.",
            short,
            day=day,
        )
    else:
        told = count(
            "{n} of {all} known contracts ended before the as-of date {day}, with its"
            " system not live.",
            "{n} of {all} known contracts ended before the as-of date {day}, with their"
            " systems not live.",
            short,
            all=total,
            day=day,
        )
    return Statement("bad", (told, *_longest(ends)))


def _longest(ends: EarlyEnds) -> Iterator[Text]:
    """Yield the length of the longest gap, if there is one."""
    if ends.longest is not None:
        yield count(
            "The longest gap is {n} day ({name}).",
            "The longest gap is {n} days ({name}).",
            open_gap(ends.longest).days,
            name=ends.longest.agreement.title,
        )
