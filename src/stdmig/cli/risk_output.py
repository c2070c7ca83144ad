"""How sure the cutovers are, in the format that was asked for (確率の出力)."""

from __future__ import annotations

from pathlib import Path

from stdmig.cli.output import emit, emit_exactly, emit_table
from stdmig.cli.page_options import Format
from stdmig.cli.screen import screen
from stdmig.render.csv_table import Encoding
from stdmig.render.risk.page import RiskPage
from stdmig.words import Style


def emit_risk(
    page: RiskPage,
    format: Format,
    style: Style,
    encoding: Encoding,
    output: Path | None,
    *,
    force: bool,
) -> None:
    """Print the result, or write it to its file."""
    # Imported here, so that no format waits for what another needs.
    if format == "json":
        from stdmig.render.risk.json import risk_json

        emit_exactly(risk_json(page, style), output, force=force)
    elif format == "csv":
        from stdmig.render.risk.csv import risk_csv

        emit_table(risk_csv(page, style, encoding), output, force=force)
    elif format == "html":
        from stdmig.render.html.risk import risk_html

        emit_exactly(risk_html(page, style), output, force=force)
    elif format == "xlsx":
        from stdmig.render.workbook.risk import risk_workbook

        emit(risk_workbook(page, style), output, force=force)
    else:
        from stdmig.render.risk.text import risk_text

        emit(risk_text(page, screen(output)), output, force=force)
