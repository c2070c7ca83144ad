"""What the check found, by code (規則別の指摘)."""

from __future__ import annotations

from stdmig.outlook.portfolio.portfolio import Portfolio
from stdmig.render.towns.grid import Grid, GridRow, more_rows
from stdmig.rules import RULES
from stdmig.words import Name, Readable, text

_TITLES: dict[str, Readable] = {rule.code: rule.title for rule in RULES}


def finding_grid(portfolio: Portfolio, top: int) -> Grid:
    """Return the rules that found something, in most municipalities first."""
    found = sorted(
        portfolio.findings.items(), key=lambda each: (-each[1][0], -each[1][1], each[0])
    )
    rows = [
        GridRow(
            text("{code} {title}", code=code, title=rule_title(code)),
            (str(towns), str(times)),
        )
        for code, (towns, times) in found[:top]
    ]
    return Grid(
        text("Findings of the check"),
        text("Rule"),
        (text("towns"), text("times")),
        rows,
        more_rows(len(found) - len(rows)),
    )


def rule_title(code: str) -> Readable:
    """Return what a rule says; nothing for a code that is not known here."""
    return _TITLES.get(code, Name(""))
