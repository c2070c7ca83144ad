"""What the reader must know about levelled dates on both sides (平準化の注記)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.levelling.levelled import Levelled
from stdmig.outlook.levelling import peak, troubles, worker_title
from stdmig.words import Text, text

Levels = tuple[Levelled, Levelled]


def level_notes(levels: Levels) -> Iterator[Text]:
    """Yield whether the dates are levelled ones, the peaks, and what cannot be kept."""
    before, after = levels
    if _is_kept(before) and _is_kept(after):
        yield text(
            "The planned dates of both are levelled ones (likely durations, heuristic,"
            " seed 1), since a scenario changes who can do how much."
        )
    else:
        yield text(
            "A scenario changes who can do how much, so that the work is levelled"
            " (likely durations, heuristic, seed 1) where the capacities can be kept."
        )
    for side, found in ((text("before"), before), (text("after"), after)):
        if not _is_kept(found):
            yield from _trouble(side, found)
    if not after.towns[0].series:
        return
    yield text(
        "Most of {whose} at a time: {before} people before, {after} after.",
        whose=worker_title(after.towns[0].series[0].worker),
        before=_peak(before),
        after=_peak(after),
    )


def _is_kept(found: Levelled) -> bool:
    return not (found.clashes or found.excess or found.impossible)


def _trouble(side: Text, found: Levelled) -> Iterator[Text]:
    for each in troubles(found)[:1]:
        yield text(
            "No plan keeps the capacities ({side}): {why} Its work is not spread.",
            side=side,
            why=each.what,
        )
        return
    yield text("No plan was found that keeps the capacities ({side}).", side=side)


def _peak(found: Levelled) -> str:
    most = max((peak(each.after) for each in found.towns[0].series[:1]), default=None)
    return "-" if most is None else f"{most.normalize():f}"
