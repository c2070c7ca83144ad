"""Colours of the page by day and by night (紙面の配色)."""

from __future__ import annotations

from stdmig.render import palette
from stdmig.render.chart.stylesheet import PAPER, Colours, stylesheet

# By night the same hues, lighter, so that they stand out from the dark as far as the
# others do from white; contrasts are in the tests.
NIGHT = Colours(
    paper="#14191f",
    ink="#e6ebf0",
    muted="#a3afbb",
    grid="#343e49",
    band="#1a2129",
    planned="#6cb8e8",
    tint="#1f4a68",
    critical="#ff7b72",
    done="#7f8b96",
    float="#8b98a5",
    covered="#3fc79a",
    cover="#17493b",
    gap="#ff9a52",
    blackout="#66727e",
    deadline="#c89be8",
    cutover="#e6ebf0",
    as_of="#e6ebf0",
)

_PAGE_DAY = {
    "ground": "#f6f7f9",
    "card": "#ffffff",
    "edge": "#dfe4ea",
    "accent": "#0b5394",
    "bad": palette.CRITICAL,
    "bad-soft": "#fbecec",
    "warn": "#8a5a00",
    "warn-soft": "#fdf4e0",
    "good": "#00694c",
    "good-soft": "#e6f5ef",
    "next-soft": "#e8f1fa",
    "heat": "0, 114, 178",
}
_PAGE_NIGHT = {
    "ground": "#0e1216",
    "card": "#14191f",
    "edge": "#2b343e",
    "accent": "#7cc0f0",
    "bad": "#ff8f87",
    "bad-soft": "#331a1c",
    "warn": "#f0bd62",
    "warn-soft": "#30260f",
    "good": "#5fd3ab",
    "good-soft": "#10302a",
    "next-soft": "#14293c",
    "heat": "86, 180, 233",
}


def colours_css() -> str:
    """Return the colours as variables, and the rules of the chart that use them."""
    names = Colours(*(f"var(--{name})" for name in Colours._fields))
    day, night = _variables(PAPER, _PAGE_DAY), _variables(NIGHT, _PAGE_NIGHT)
    return (
        f":root{{color-scheme:light dark;{day}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{night}}}}}\n"
        f"{stylesheet(names)}\n"
    )


def _variables(chart: Colours, page: dict[str, str]) -> str:
    known = {**chart._asdict(), **page}
    return "".join(f"--{name}:{value};" for name, value in known.items())
