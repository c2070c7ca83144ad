"""``stdmig check``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from stdmig.cli.baseline import (
    BaselineFile,
    BaselineTarget,
    put_down,
    tell_baseline,
)
from stdmig.cli.clock import today
from stdmig.cli.exit_codes import FINDINGS, UNUSABLE
from stdmig.cli.language import READER, said
from stdmig.cli.nearest import nearest
from stdmig.cli.options import (
    AsOf,
    EncodingOption,
    Force,
    Lang,
    Output,
    Sample,
    Section,
    Workspace,
)
from stdmig.cli.output import (
    complain,
    emit,
    emit_exactly,
    refuse_cells,
    screen,
    tell,
)
from stdmig.cli.session import (
    known_section,
    machine_style,
    tell_circumstances,
    tell_more,
)
from stdmig.diagnostics import Severity
from stdmig.render.check.entry import of_fault
from stdmig.render.check.report import Report
from stdmig.render.check.text import check_lines, check_text
from stdmig.render.csv_table import Encoding
from stdmig.rules import RULES, selection
from stdmig.words import Style, listing, text
from stdmig.workspace import Request, open_workspace, plan_workspace
from stdmig.workspace.baseline import open_baseline
from stdmig.workspace.report import check_report

Format = Literal["text", "json", "csv"]
FailOn = Literal["error", "warning", "note", "never"]

HELP = text("Find contracts that end before cutover, and plans that do not fit.")
EXAMPLE = "stdmig check --sample --format json"


def check(
    workspace: Workspace = None,
    sample: Sample = False,
    as_of: AsOf = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar="CODE",
            help=said(text("Only these rules (STD2, STD201).")),
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="CODE", help=said(text("Not these rules."))),
    ] = None,
    fail_on: Annotated[
        FailOn,
        typer.Option(
            "--fail-on", help=said(text("From which severity on to end with code 1."))
        ),
    ] = "error",
    section: Section = None,
    baseline: BaselineFile = None,
    write_baseline: BaselineTarget = None,
    format: Annotated[
        Format, typer.Option("--format", help=said(text("How findings are written.")))
    ] = "text",
    encoding: EncodingOption = "utf-8",
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Check the workspace and end with the code that CI reads."""
    chosen, unknown = selection(_words(select), _words(ignore))
    if unknown:
        known = [name for rule in RULES for name in (rule.code, rule.name)]
        hints = [hint for word in unknown for hint in nearest(word, known)]
        words = listing(unknown)
        complain(text("no rule has the code or name {words}", words=words), *hints)
        raise typer.Exit(UNUSABLE)
    if workspace is not None and sample:
        complain(text("--workspace and --sample exclude each other"))
        raise typer.Exit(UNUSABLE)
    inventory, faults = open_workspace(Request(workspace, sample))
    held, unusable = open_baseline(baseline, inventory)
    faults += unusable
    if inventory is None or unusable:
        report = Report(tuple(map(of_fault, faults)), sample=sample)
        code = UNUSABLE
    else:
        planned = plan_workspace(inventory, as_of, today())
        tell_circumstances(planned)
        section = known_section(inventory, section)
        report = check_report(planned, chosen, section, held)
        code = FINDINGS if _fails(report, fail_on) else 0
    _write(report, format, machine_style(lang, inventory), encoding, output, force)
    if not _is_page(format, output):
        for fault in faults:
            tell_more(fault)
        tell(report.summary)
    if code != UNUSABLE:
        tell_baseline(report)
        put_down(report, write_baseline, force=force)
    raise typer.Exit(code)


def _is_page(format: Format, output: Path | None) -> bool:
    """Return whether somebody at a terminal sees the findings as a page."""
    return format == "text" and output is None and sys.stdout.isatty()


def _words(given: list[str] | None) -> list[str]:
    """Return codes that were given one by one or with commas between them."""
    words = (word.strip() for each in given or () for word in each.split(","))
    return [word for word in words if word]


def _fails(report: Report, fail_on: FailOn) -> bool:
    if fail_on == "never":
        return False
    limit = Severity[fail_on.upper()]
    return any(entry.severity >= limit for entry in report.open)


def _write(
    report: Report,
    format: Format,
    style: Style,
    encoding: Encoding,
    output: Path | None,
    force: bool,
) -> None:
    if format == "json":
        from stdmig.render.check.json import check_json

        emit_exactly(check_json(report, style), output, force=force)
    elif format == "csv":
        from stdmig.render.check.csv import check_csv

        data, refused = check_csv(report, style, encoding)
        refuse_cells(refused)
        emit(data, output, force=force)
    elif _is_page(format, output):
        emit(check_text(report, screen()), output, force=force)
    else:
        emit(check_lines(report, READER), output, force=force)
