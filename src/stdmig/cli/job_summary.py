"""A page about the findings for the summary of a GitHub job (ジョブの要約)."""

from __future__ import annotations

import os
from pathlib import Path

from stdmig.cli.messages import complain_of
from stdmig.render.check.run import Run
from stdmig.words import Style
from stdmig.workspace import encoded


def append_summary(run: Run, style: Style) -> None:
    """
    Append the findings to the file that GitHub names, if it names one.

    It is a courtesy beside the annotations: where it cannot be written, that is told,
    and the check ends as it would have.
    """
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    from stdmig.render.check.summary import check_summary

    try:
        with Path(name).open("ab") as stream:
            stream.write(encoded(check_summary(run, style)))
    except OSError as error:
        complain_of(name, error)
