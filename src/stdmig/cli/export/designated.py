"""``stdmig export designated``."""

from __future__ import annotations

from stdmig.cli.export.table_format import TableFormatOption, format_or_end
from stdmig.cli.options import (
    AsOf,
    DatesOption,
    EncodingOption,
    Force,
    Lang,
    Output,
    Sample,
    Workspace,
)
from stdmig.cli.output import emit, emit_table
from stdmig.cli.session import machine_style, plan_or_end, tell_circumstances


def designated(
    workspace: Workspace = None,
    sample: Sample = False,
    as_of: AsOf = None,
    format: TableFormatOption = None,
    encoding: EncodingOption = "utf-8",
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    dates: DatesOption = None,
) -> None:
    """Write the table."""
    chosen = format_or_end(
        format, output, encoding, usual="csv", file="designated.xlsx"
    )
    planned = plan_or_end(workspace, sample, as_of)
    tell_circumstances(planned)
    style = machine_style(lang, planned.inventory)
    if chosen == "csv":
        from stdmig.render.designated.csv import designated_csv

        emit_table(designated_csv(planned.plan, style, encoding), output, force=force)
    else:
        from stdmig.render.designated.workbook import designated_workbook

        emit(designated_workbook(planned.plan, style), output, force=force)
