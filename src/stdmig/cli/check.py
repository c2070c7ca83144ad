"""``stdmig check``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from stdmig.cli.check_baseline import (
    BaselineFile,
    BaselineTarget,
    baseline_result,
    tell_baseline,
    tell_left_out,
)
from stdmig.cli.check_formats import in_format
from stdmig.cli.check_targets import Format, Target, targets
from stdmig.cli.clock import today
from stdmig.cli.exit_codes import CLEAN, FINDINGS, UNUSABLE
from stdmig.cli.job_summary import append_summary
from stdmig.cli.language import said
from stdmig.cli.messages import complain, tell
from stdmig.cli.nearest import nearest
from stdmig.cli.options import (
    AsOf,
    DatesOption,
    EncodingOption,
    Force,
    Lang,
    Sample,
    Section,
    Workspace,
)
from stdmig.cli.output import emit_all
from stdmig.cli.screen import screen
from stdmig.cli.session import (
    known_section,
    machine_style,
    tell_circumstances,
    tell_more,
)
from stdmig.diagnostics import Severity
from stdmig.inventory import lines_at
from stdmig.render.check.entry import of_fault
from stdmig.render.check.report import Report
from stdmig.render.check.run import Run
from stdmig.render.check.text import check_text
from stdmig.render.csv_table import Encoding
from stdmig.rules import RULES, Baseline, Rule, selection
from stdmig.words import Style, listing, text
from stdmig.workspace import Opened, Request, plan_workspace, read_workspace
from stdmig.workspace.check_baseline import open_baseline
from stdmig.workspace.report import check_report

FailOn = Literal["error", "warning", "note", "never"]


def check(
    workspace: Workspace = None,
    sample: Sample = False,
    as_of: AsOf = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar="CODE",
            help=said(text("Check these rules alone (STD2, STD201).")),
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore", metavar="CODE", help=said(text("Leave out these rules."))
        ),
    ] = None,
    fail_on: Annotated[
        FailOn,
        typer.Option(
            "--fail-on", help=said(text("Lowest severity that makes the exit code 1."))
        ),
    ] = "error",
    section: Section = None,
    baseline: BaselineFile = None,
    write_baseline: BaselineTarget = None,
    format: Annotated[
        list[Format] | None,
        typer.Option(
            "--format",
            metavar=f"<{'|'.join(Format)}>",
            help=said(text("Output format of the findings; without it, text.")),
        ),
    ] = None,
    encoding: EncodingOption = "utf-8",
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=said(
                text(
                    "Write to this file instead of the screen; for several formats,"
                    " one each in the same order (- is the screen)."
                )
            ),
        ),
    ] = None,
    force: Force = False,
    lang: Lang = None,
    dates: DatesOption = None,
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
    wanted = targets(
        format,
        output,
        baseline=baseline,
        write_baseline=write_baseline,
        force=force,
    )
    opened = read_workspace(Request(workspace, sample))
    held, unusable = open_baseline(baseline, opened.inventory)
    opened = opened.with_faults(unusable)
    limit = None if fail_on == "never" else Severity[fail_on.upper()]
    run = _run(opened, held, sample, as_of, section, chosen, limit)
    style = machine_style(lang, opened.inventory)
    results = [
        (_written(run, each, opened, style, encoding), each.output) for each in wanted
    ]
    emit_all([*results, *baseline_result(run.report, write_baseline)])
    if any(each.format == Format.GITHUB for each in wanted):
        append_summary(run, style)
    if not any(map(_is_page, wanted)):
        for fault in opened.faults:
            tell_more(fault)
        tell(run.report.summary)
    tell_baseline(run.report)
    tell_left_out(run.report, write_baseline)
    raise typer.Exit(run.code)


def _run(
    opened: Opened,
    held: Baseline | None,
    sample: bool,
    as_of: date | None,
    section: str | None,
    chosen: Callable[[Rule], bool],
    limit: Severity | None,
) -> Run:
    """Return what is found, and how the program ends."""
    folder = Path.cwd().as_posix()
    if opened.inventory is None:
        report = Report(tuple(map(of_fault, opened.faults)), sample=sample)
        return Run(report, code=UNUSABLE, folder=folder)
    planned = plan_workspace(opened.inventory, as_of, today())
    tell_circumstances(planned)
    section = known_section(section, opened.inventory)
    report = check_report(planned, chosen, section, held)
    run = Run(report, tuple(filter(chosen, RULES)), limit, CLEAN, folder)
    return run._replace(code=FINDINGS) if any(map(run.fails, report.entries)) else run


def _is_page(target: Target) -> bool:
    """Return whether somebody at a terminal sees the findings as a page."""
    return (
        target.format == Format.TEXT and target.output is None and sys.stdout.isatty()
    )


def _written(
    run: Run, target: Target, opened: Opened, style: Style, encoding: Encoding
) -> str | bytes:
    if not _is_page(target):
        return in_format(run, target.format, style, encoding)
    places = [entry.location for entry in run.report.entries]
    lines = lines_at(opened.sources, places) if opened.sources else {}
    return check_text(run.report, screen(), lines)


def _words(given: list[str] | None) -> list[str]:
    """Return codes that were given one by one or with commas between them."""
    words = (word.strip() for each in given or () for word in each.split(","))
    return [word for word in words if word]
