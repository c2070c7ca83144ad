"""A map of tiles, a prefecture each (都道府県のタイル地図)."""

from __future__ import annotations

from markupsafe import Markup

from stdmig.inventory.prefectures import PREFECTURES
from stdmig.outlook.portfolio.portfolio import Portfolio, Totals
from stdmig.outlook.portfolio.ranking import LOST
from stdmig.render.chart.markup import box, path
from stdmig.render.towns.figures import percent
from stdmig.words import Name, Style, text

# Column and row of every prefecture in the order of the codes: who is whose neighbour,
# with the sea where there is one; islands stand near their coast.
_PLACES = (
    *((13, 0), (13, 2), (13, 3), (13, 4), (12, 3), (12, 4), (13, 5), (13, 6), (12, 6)),
    *((11, 6), (12, 7), (13, 7), (12, 8), (11, 8), (11, 5), (10, 5), (9, 5), (8, 6)),
    *((11, 7), (10, 6), (9, 6), (10, 7), (9, 7), (8, 8), (8, 7), (7, 6), (6, 7)),
    *((6, 6), (7, 7), (7, 8), (5, 6), (4, 6), (5, 7), (4, 7), (3, 7), (6, 10)),
    *((6, 9), (5, 9), (5, 10), (2, 8), (1, 8), (0, 8), (2, 9), (3, 8), (3, 9), (2, 10)),
    (0, 11),
)
_SIDE, _GAP = 56.0, 4.0
_FEW = 8
"""Below so many prefectures a map tells less than a table."""

_STEPS = (0.0, 0.1, 0.2, 0.35, 0.5)


def tile_map(portfolio: Portfolio, style: Style) -> Markup | None:
    """Return the map; None where there are too few prefectures for one."""
    known = {each.code: each.totals for each in portfolio.prefectures if each.code}
    if len(known) < _FEW:
        return None
    wide, tall = (max(each) + 1 for each in zip(*_PLACES, strict=True))
    step = _SIDE + _GAP
    tiles = [
        _tile(code, known.get(code), (place[0] * step, place[1] * step), style)
        for code, place in zip(PREFECTURES, _PLACES, strict=True)
    ]
    size = f"0 0 {wide * step - _GAP:.0f} {tall * step - _GAP:.0f}"
    return Markup('<svg class="map" viewBox="{}">{}</svg>').format(
        size, Markup("".join(tiles))
    )


def share_lost(totals: Totals) -> float:
    """Return which share of the systems cannot be kept or is past its day."""
    lost = sum(number for state, number in totals.states.items() if state in LOST)
    return lost / totals.systems if totals.systems else 0.0


def _tile(
    code: str, totals: Totals | None, corner: tuple[float, float], style: Style
) -> str:
    name = PREFECTURES[code]
    x, y = corner
    middle = x + _SIDE / 2
    if totals is None or not totals.systems:
        return path("m", box(x, y, _SIDE, _SIDE), name.into(style))
    share = share_lost(totals)
    heat = sum(share > each for each in _STEPS)
    told = text("{name}: {share}", name=name, share=percent(share)).into(style)
    # The link narrows the table to the prefecture; without a script it leads there.
    return Markup(
        '<a href="#towns" data-p="{}" aria-label="{}"><path class="m m{}" d="{}"/>'
        '<text class="mn" x="{}" y="{}">{}</text>'
        '<text class="mv t{}" x="{}" y="{}">{}</text></a>'
    ).format(
        *(code, told, heat, box(x, y, _SIDE, _SIDE)),
        *(f"{middle:.0f}", f"{y + 24:.0f}", _short(name, style)),
        *(heat, f"{middle:.0f}", f"{y + 43:.0f}", percent(share)),
    )


def _short(name: Name, style: Style) -> str:
    """Return a name that has room in a tile: 宮城 for 宮城県, but 北海道."""
    if style.language == "ja":
        return name.ja if name.ja == "北海道" else name.ja[:-1]
    return name.into(style)
