"""A bar of how many systems are in which state (状況の帯グラフ)."""

from __future__ import annotations

from itertools import accumulate, pairwise

from markupsafe import Markup

from stdmig.outlook.portfolio.portfolio import Totals
from stdmig.render.chart.markup import box, path
from stdmig.render.towns.states import STATES
from stdmig.words import Style, listing, text

_TALL = 10.0


def share_bar(totals: Totals, style: Style, wide: float = 240.0) -> Markup:
    """
    Return the bar, the worst at its left; its name tells every number.

    There must be a system that applies.
    """
    parts = [
        (place, shown, totals.states.get(state, 0))
        for place, (state, shown) in enumerate(STATES.items())
        if state != "absent"
    ]
    whole = sum(number for *_, number in parts)
    edges = [0, *accumulate(number for *_, number in parts)]
    drawn = [
        path(
            f"k{place}", box(wide * left / whole, 0, wide * (right - left) / whole, 10)
        )
        for (place, *_), (left, right) in zip(parts, pairwise(edges), strict=True)
        if right > left
    ]
    told = listing(
        text("{name}: {n}", name=shown.label, n=f"{number:,}")
        for _, shown, number in parts
        if number
    )
    # Bars of a table are as wide as their column; the shares stay what they are.
    return Markup(
        f'<svg class="share" viewBox="0 0 {wide:.0f} {_TALL:.0f}"'
        ' preserveAspectRatio="none" role="img" aria-label="{}">{}</svg>'
    ).format(told.into(style), Markup("".join(drawn)))
