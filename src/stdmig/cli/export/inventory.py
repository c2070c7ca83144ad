"""``stdmig export inventory``."""

from __future__ import annotations

from stdmig.cli.export.table_format import TableFormatOption, format_or_end
from stdmig.cli.options import (
    EncodingOption,
    Force,
    Lang,
    Output,
    Sample,
    Section,
    Workspace,
)
from stdmig.cli.output import emit, emit_table
from stdmig.cli.session import known_section, machine_style, open_or_end


def inventory(
    workspace: Workspace = None,
    sample: Sample = False,
    section: Section = None,
    format: TableFormatOption = None,
    encoding: EncodingOption = "utf-8",
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Write the list."""
    # Imported here, so that no other command waits for what it does not need.
    from stdmig.render.inventory_list.listing import listing

    chosen = format_or_end(format, output, encoding, usual="xlsx", file="list.xlsx")
    opened = open_or_end(workspace, sample)
    style = machine_style(lang, opened)
    listed = listing(opened.file, known_section(section, opened))
    if chosen == "csv":
        from stdmig.render.inventory_list.csv import list_csv

        emit_table(list_csv(listed, style, encoding), output, force=force)
    else:
        from stdmig.render.inventory_list.workbook import list_workbook

        emit(list_workbook(listed, style, sample=sample), output, force=force)
