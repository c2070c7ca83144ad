"""What the head of a sheet looks like, as CSS (用紙の書式)."""

from __future__ import annotations

from stdmig.render.chart.stylesheet import PAPER, Colours, scoped


def sheet_style(colours: Colours = PAPER) -> str:
    """Return the CSS of titles, key figures, statements and headings of rows."""
    return scoped(_rules(colours))


def _rules(c: Colours) -> tuple[str, ...]:
    return (
        f".pp{{fill:{c.paper}}}",
        ".h1{font-size:26px;font-weight:700}",
        f".h2{{font-size:14px;fill:{c.muted}}}",
        f".hb{{stroke:{c.ink};stroke-width:2;fill:none}}",
        ".h3{font-size:13px;font-weight:700}",
        ".v1{font-size:24px;font-weight:700}",
        f".va{{font-size:24px;font-weight:700;fill:{c.critical}}}",
        f".n1{{font-size:12px;fill:{c.muted}}}",
        ".st{font-size:15px}",
        f".sn{{font-size:13px;font-weight:700;fill:{c.paper}}}",
        f".cb{{fill:{c.band}}}",
        f".ca{{fill:{c.critical}}}",
        f".cp{{fill:{c.planned}}}",
        f".cg{{fill:{c.covered}}}",
        ".nd{font-size:13px}",
        ".nm{font-size:12px}",
    )
