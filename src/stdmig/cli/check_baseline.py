"""What ``stdmig check`` does with a baseline (基準ファイル)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stdmig.cli.language import said
from stdmig.cli.messages import tell
from stdmig.render.check.report import Report
from stdmig.rules import RULES
from stdmig.words import count, text

BaselineFile = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help=said(
            text("Do not count the findings in this file, unless they are worse now.")
        ),
    ),
]
BaselineTarget = Annotated[
    Path | None,
    typer.Option(
        "--write-baseline",
        metavar="FILE",
        help=said(
            text(
                "Write the findings that count to this file; with --baseline, those"
                " still left of it."
            )
        ),
    ),
]


def baseline_result(
    report: Report, target: Path | None
) -> list[tuple[str | bytes, Path | None]]:
    """Return the baseline with its file, where one is wanted and can be made."""
    if target is None or report.as_of is None:
        return []
    # Most checks neither read nor write one.
    from stdmig.render.check.baseline import baseline_json

    return [(baseline_json(report), target)]


def tell_left_out(report: Report, target: Path | None) -> None:
    """Tell, beside the result, what no baseline can hide and is not written to it."""
    if target is None or report.as_of is None:
        return
    from stdmig.render.check.baseline import left_out

    last = {rule.code for rule in RULES if rule.last}
    found = left_out(report)
    if came_back := [each.code for each in found if each.code not in last]:
        tell(
            count(
                "{n} finding is left out of the baseline: its acceptance has run out,"
                " so that it counts whatever a baseline holds: {codes}",
                "{n} findings are left out of the baseline: their acceptances have run"
                " out, so that they count whatever a baseline holds: {codes}",
                len(came_back),
                codes=" ".join(dict.fromkeys(came_back)),
            )
        )
    if about := [each.code for each in found if each.code in last]:
        tell(
            count(
                "{n} finding is left out of the baseline: it is about an acceptance,"
                " which is to be renewed, corrected or taken out: {codes}",
                "{n} findings are left out of the baseline: they are about acceptances,"
                " which are to be renewed, corrected or taken out: {codes}",
                len(about),
                codes=" ".join(dict.fromkeys(about)),
            )
        )


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
