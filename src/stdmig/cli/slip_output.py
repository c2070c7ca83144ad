"""What ``--slip`` answers, in the wanted format (遅れの試算の出力)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from stdmig.cli.options import EncodingOption
from stdmig.cli.output import emit, emit_exactly, emit_table
from stdmig.cli.screen import screen
from stdmig.words import Style

if TYPE_CHECKING:
    from stdmig.outlook.slip.rollup import SlipReport


def emit_slip(
    report: SlipReport,
    top: int,
    format: Literal["text", "json", "csv"],
    style: Style,
    encoding: EncodingOption,
    output: Path | None,
    *,
    force: bool,
) -> None:
    """Write what a slip does; pages and workbooks hold it beside everything else."""
    if format == "json":
        from stdmig.render.slip.json import slip_json

        emit_exactly(slip_json(report, style), output, force=force)
    elif format == "csv":
        from stdmig.render.slip.csv import slip_csv

        emit_table(slip_csv(report, style, encoding), output, force=force)
    else:
        from stdmig.render.slip.text import slip_text

        emit(slip_text(report, screen(output), top), output, force=force)
