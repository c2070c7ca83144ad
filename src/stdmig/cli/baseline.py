"""What ``stdmig check`` does with a baseline (基準ファイル)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stdmig.cli.language import said
from stdmig.cli.output import emit_exactly, tell
from stdmig.render.check.report import Report
from stdmig.words import count, text

BaselineFile = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help=said(text("Do not count what this file holds, while it gets no worse.")),
    ),
]
BaselineTarget = Annotated[
    Path | None,
    typer.Option(
        "--write-baseline",
        metavar="FILE",
        help=said(
            text(
                "Write what counts to this file; with --baseline, what is left of that"
                " one."
            )
        ),
    ),
]


def put_down(report: Report, target: Path | None, *, force: bool) -> None:
    """
    Write the baseline of a report where one is wanted.

    Raises
    ------
    typer.Exit
        With code 2 if the file exists and `force` is not given, or cannot be written.
    """
    if target is None:
        return
    # Most checks neither read nor write one.
    from stdmig.render.check.baseline import baseline_json

    emit_exactly(baseline_json(report), target, force=force)


def tell_baseline(report: Report) -> None:
    """Tell, beside the result, what of the baseline is gone, and what got worse."""
    held = report.baseline
    if held is None:
        return
    if held.worse:
        tell(
            count(
                "{n} finding of the baseline is worse than it was, and counts: {codes}",
                "{n} findings of the baseline are worse than they were, and count:"
                " {codes}",
                len(held.worse),
                codes=" ".join(dict.fromkeys(each.code for each in held.worse)),
            )
        )
    if held.gone:
        tell(
            count(
                "{n} finding of the baseline no longer occurs; take it out with"
                " --baseline {file} --write-baseline {file} --force",
                "{n} findings of the baseline no longer occur; take them out with"
                " --baseline {file} --write-baseline {file} --force",
                len(held.gone),
                file=held.file,
            )
        )
