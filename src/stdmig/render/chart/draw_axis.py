"""Header bands, grid and lines that go through all rows (軸・罫線・基準線)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stdmig.dates import fiscal_year_start, shown_fiscal_year, shown_fiscal_year_long
from stdmig.render.chart.markup import box, number, path, words
from stdmig.render.chart.measure import text_width
from stdmig.render.chart.model import Line
from stdmig.render.chart.scale import Scale
from stdmig.words import Style

HEADER = 38.0
"""Height of the header: fiscal years over months."""

_YEARS, _YEAR_SIZE, _MONTH_SIZE = 22.0, 12.0, 9.0


def draw_header(scale: Scale, style: Style, attributes: str = "") -> str:
    """Return the bands of fiscal years and months, `HEADER` high, from y = 0 on."""
    lead = f" {attributes}" if attributes else ""
    return f"<g{lead}>{''.join(_header(scale, style))}</g>"


def draw_grid(scale: Scale, top: float, bottom: float) -> str:
    """Return the ground behind rows: every other fiscal year tinted, quarters ruled."""
    years = range(scale.first_year, scale.last_year + 1)
    height = bottom - top
    bands = "".join(
        box(scale.x(fiscal_year_start(year)), top, scale.month * 12, height)
        for year in years
        if (year - scale.first_year) % 2 == 0
    )
    rules = "".join(
        f"M{number(scale.x(fiscal_year_start(year)))} {number(top)}v{number(height)}"
        for year in years
    )
    rules += f"M{number(scale.right)} {number(top)}v{number(height)}"
    found = path("yb", bands) + path("yl", rules)
    if scale.month * 3 >= 8:
        quarters = "".join(
            f"M{number(scale.x(day))} {number(top)}v{number(height)}"
            for year in years
            for day in _quarters(year)[1:]
        )
        found += path("ql", quarters)
    return found


def draw_line(line: Line, scale: Scale, top: float, bottom: float) -> str:
    """Return the as-of line or a deadline through all rows; it tells what it is."""
    at = scale.after(line.day) if line.kind == "deadline" else scale.x(line.day)
    data = f"M{number(at)} {number(top)}V{number(bottom)}"
    return path(
        {"deadline": "dl", "as_of": "ao"}.get(line.kind, "ao"), data, line.title
    )


def year_labels(scale: Scale, style: Style) -> dict[int, str]:
    """
    Return the fiscal years in both calendars, all in the longest form that fits.

    Such as 令和7年度 (2025), R7 (2025) or R7; where even that is too wide, only every
    second, third … year has its label.
    """
    years = range(scale.first_year, scale.last_year + 1)
    for step in range(1, len(years) + 1):
        for form in range(3):
            labels = {year: _forms(year, style)[form] for year in years[::step]}
            widest = max(text_width(each, _YEAR_SIZE) for each in labels.values())
            if widest + 9 <= scale.month * 12 * step:
                return labels
    return {}


def _forms(year: int, style: Style) -> tuple[str, str, str]:
    """Return a fiscal year in full with the other calendar, short with it, short."""
    full = shown_fiscal_year_long(year).into(style)
    era = shown_fiscal_year(year).into(Style("ja", era=True)).removesuffix("年度")
    short, other = (era, str(year)) if style.era else (str(year), era)
    return f"{full} ({other})", f"{short} ({other})", short


def _header(scale: Scale, style: Style) -> Iterator[str]:
    yield draw_grid(scale, 0, HEADER)
    for year, label in year_labels(scale, style).items():
        yield words("yt", scale.x(fiscal_year_start(year)) + 4, 15, label)
    every = _every_month(scale)
    for day in _months(scale):
        at = scale.x(day) + (scale.month / 2 if every else 2)
        yield words("mt", at, _YEARS + 11, str(day.month), anchor="m" if every else "")


def _every_month(scale: Scale) -> bool:
    return scale.month >= text_width("12", _MONTH_SIZE) + 3


def _months(scale: Scale) -> Iterator[date]:
    """Yield the months that are written: all, those that begin a quarter, or none."""
    if scale.month * 3 < text_width("10", _MONTH_SIZE) + 5:
        return
    for year in range(scale.first_year, scale.last_year + 1):
        if _every_month(scale):
            yield from (date(year + (m < 4), m, 1) for m in (*range(4, 13), 1, 2, 3))
        else:
            yield from _quarters(year)


def _quarters(year: int) -> list[date]:
    return [date(year + (month == 1), month, 1) for month in (4, 7, 10, 1)]
