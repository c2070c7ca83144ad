"""Which options arcs and lapses leave to every activity (開始可能な範囲)."""

from __future__ import annotations

from collections.abc import Sequence

from stdmig.levelling.heuristic.link import Link


def narrow(
    sizes: Sequence[int],
    floors: Sequence[Sequence[Link]],
    ceilings: Sequence[Sequence[Link]],
) -> tuple[list[int], list[int], bool]:
    """
    Return first and last option of every activity that arcs and lapses leave.

    Limits only ever rise with the option that sets them. So all first options together
    keep every arc and lapse, and all last options together do.

    Returns
    -------
    First options, last options, and whether there is one for every activity; where not,
    both are an option that exists, and no more is promised.
    """
    low = [0] * len(sizes)
    high = [size - 1 for size in sizes]
    fits = _push(low, floors, sizes, 1) and _push(high, ceilings, sizes, -1)
    if fits and all(a <= b for a, b in zip(low, high, strict=True)):
        return low, high, True
    kept = [max(0, min(a, size - 1)) for a, size in zip(low, sizes, strict=True)]
    return kept, kept.copy(), False


def lift(
    choice: Sequence[int],
    floors: Sequence[Sequence[Link]],
    sizes: Sequence[int],
) -> list[int]:
    """
    Return the earliest choice, none earlier than this one, that keeps arcs and lapses.

    There is one where no option is past the last that they leave.
    """
    found = list(choice)
    _push(found, floors, sizes, 1)
    return found


def _push(
    found: list[int],
    limits: Sequence[Sequence[Link]],
    sizes: Sequence[int],
    way: int,
) -> bool:
    """Move all options up (or down) as far as the limits say; False if one runs out."""
    touched: list[list[int]] = [[] for _ in found]
    for place, each in enumerate(limits):
        for other, _, _ in each:
            touched[other].append(place)
    waiting = list(range(len(found)))
    while waiting:
        place = waiting.pop()
        best = found[place]
        for other, table, _ in limits[place]:
            limit = table[found[other]]
            if (limit - best) * way > 0:
                best = limit
        if not 0 <= best < sizes[place]:
            return False
        if best != found[place]:
            found[place] = best
            waiting.extend(touched[place])
    return True
