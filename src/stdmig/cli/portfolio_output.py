"""What ``stdmig portfolio`` writes for others, and what it lacks (集計の出力)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from stdmig.cli.messages import tell
from stdmig.cli.options import EncodingOption
from stdmig.cli.output import emit, emit_exactly, emit_table
from stdmig.cli.portfolio_options import Format
from stdmig.words import Style, count, text

if TYPE_CHECKING:
    from stdmig.outlook.portfolio.portfolio import Portfolio
    from stdmig.outlook.slip.rollup import SlipReport


def emit_portfolio(
    found: Portfolio,
    slip: SlipReport | None,
    format: Format,
    style: Style,
    encoding: EncodingOption,
    output: Path | None,
    *,
    force: bool,
) -> None:
    """Write the roll-up for others, what a slip does to it first."""
    if format == "json":
        from stdmig.render.portfolio.json import portfolio_json

        emit_exactly(portfolio_json(found, style), output, force=force)
    elif format == "csv":
        from stdmig.render.portfolio.csv import portfolio_csv

        emit_table(portfolio_csv(found, style, encoding), output, force=force)
    elif format == "html":
        from stdmig.render.portfolio.page import portfolio_page

        emit_exactly(portfolio_page(found, style, slip), output, force=force)
    else:
        from stdmig.render.portfolio.workbook import portfolio_workbook

        emit(portfolio_workbook(found, style, slip), output, force=force)


def tell_broken(found: Portfolio) -> None:
    """Tell the faults of the workspaces that cannot be read, and how many they are."""
    from stdmig.cli.session import tell_faults

    tell_faults([fault for each in found.broken for fault in each.faults])
    if not found.towns:
        tell(text("no workspace can be read"))
        return
    told = count(
        "{n} workspace cannot be read; the figures are those of the others",
        "{n} workspaces cannot be read; the figures are those of the others",
        len(found.broken),
    )
    tell(told)
