"""A levelled plan in the format that was asked for (平準化の出力)."""

from __future__ import annotations

from pathlib import Path

from stdmig.cli.output import emit, emit_exactly, emit_table
from stdmig.cli.page_options import Format
from stdmig.cli.screen import screen
from stdmig.render.csv_table import Encoding
from stdmig.render.level.page import LevelPage
from stdmig.words import Style


def emit_level(
    page: LevelPage,
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
        from stdmig.render.level.json import level_json

        emit_exactly(level_json(page, style), output, force=force)
    elif format == "csv":
        from stdmig.render.level.csv import level_csv

        emit_table(level_csv(page, style, encoding), output, force=force)
    elif format == "html":
        from stdmig.render.html.level import level_html

        emit_exactly(level_html(page, style), output, force=force)
    elif format == "xlsx":
        from stdmig.render.workbook.level import level_workbook

        emit(level_workbook(page, style), output, force=force)
    else:
        from stdmig.render.level.text import level_text

        emit(level_text(page, screen(output)), output, force=force)
