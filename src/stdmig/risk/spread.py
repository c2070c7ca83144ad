"""How durations spread between the shortest and the longest (所要月数の分布)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stdmig.network import Task
from stdmig.risk.grid import DAY, Days
from stdmig.risk.result import Shape
from stdmig.schedule import Duration

_CELLS = 8
"""Into how many cells a part of a month is cut to add up the curve of PERT."""


class Spread(NamedTuple):
    """
    What a duration is drawn from, in months.

    Attributes
    ----------
    shortest, likely, longest
        As the file says; the likely one is the midpoint where it says none.
    observed
        What the work took elsewhere, in ascending order (実績月数); where there is
        any, it takes the place of shape and likely duration.
    """

    shortest: int
    likely: float
    longest: int
    shape: Shape
    observed: tuple[float, ...] = ()


def spread(task: Task, duration: Duration, shape: Shape) -> Spread:
    """
    Return what the duration of a task is drawn from.

    Parameters
    ----------
    duration
        Its months in the plan.
    shape
        The shape of what names none of its own.
    """
    shortest, longest = duration.min, duration.max
    likely = duration.stated
    return Spread(
        shortest,
        (shortest + longest) / 2 if likely is None else float(likely),
        longest,
        task.item.months.shape or shape,
        tuple(
            sorted(
                min(max(float(each), shortest), longest)
                for each in task.item.months.observed
            )
        ),
    )


def strata(each: Spread, size: int) -> Days:
    """
    Return as many durations, each as likely as the others, in ascending order.

    They are whole parts (32nds) of a month: the quantiles at the middles of equal
    shares.
    """
    if each.shortest == each.longest:
        return np.full(size, DAY * each.shortest, np.int32)
    parts = np.arange(DAY * each.shortest, DAY * each.longest + 1, dtype=np.int32)
    edges = (parts[:-1] + 0.5) / DAY
    shares = np.append(_shares(each, edges), 1.0)
    up_to = np.floor(np.clip(shares, 0, 1) * size + 0.5).astype(np.int64)
    return np.repeat(parts, np.diff(up_to, prepend=0))


def _shares(each: Spread, edges: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the probability of a duration up to each edge."""
    width = each.longest - each.shortest
    if each.observed:
        count = len(each.observed)
        heights = (np.arange(count) + 0.5) / count
        points = [each.shortest, *each.observed, each.longest]
        return np.asarray(np.interp(edges, points, [0.0, *heights, 1.0]))
    place, peak = (edges - each.shortest) / width, (each.likely - each.shortest) / width
    if each.shape == "triangular":
        rising = place**2 / peak if peak > 0 else np.zeros_like(place)
        falling = 1 - (1 - place) ** 2 / (1 - peak) if peak < 1 else rising
        return np.where(place <= peak, rising, falling)
    return _beta(1 + 4 * peak, 5 - 4 * peak, len(edges))


def _beta(alpha: float, beta: float, parts: int) -> NDArray[np.float64]:
    """Return the beta distribution at the middles of `parts` equal parts of 0 to 1."""
    cells = 2 * _CELLS * parts
    # Simpson's rule, cell by cell.
    nodes = np.arange(2 * cells + 1) / (2 * cells)
    curve = nodes ** (alpha - 1) * (1 - nodes) ** (beta - 1)
    areas = curve[:-1:2] + 4 * curve[1::2] + curve[2::2]
    up_to = np.cumsum(areas)
    return np.asarray(up_to[_CELLS - 1 :: 2 * _CELLS] / up_to[-1])
