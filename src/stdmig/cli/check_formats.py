"""The findings of a run in the format that was asked for (指摘の形式)."""

from __future__ import annotations

from stdmig.cli.check_targets import Format
from stdmig.cli.output import refuse_cells
from stdmig.render.check.run import Run
from stdmig.render.check.text import check_lines
from stdmig.render.csv_table import Encoding
from stdmig.words import Style
from stdmig.workspace import encoded


def in_format(
    run: Run, format: Format, style: Style, encoding: Encoding
) -> str | bytes:
    """
    Return a run as a file or a pipe gets it.

    A line per finding is read by CI as well, so it follows the style of the machine
    formats: one run speaks one language, whoever's locale it has.

    Raises
    ------
    typer.Exit
        With code 2 if the encoding cannot hold a cell of CSV.
    """
    if format == Format.TEXT:
        return check_lines(run.report, style)
    if format == Format.CSV:
        from stdmig.render.check.csv import check_csv

        data, refused = check_csv(run.report, style, encoding)
        refuse_cells(refused)
        return data
    return encoded(_document(run, format, style))


def _document(run: Run, format: Format, style: Style) -> str:
    # Each is imported where it is asked for, so that no other waits for it.
    if format == Format.SARIF:
        from stdmig.render.check.sarif import check_sarif

        return check_sarif(run, style)
    if format == Format.GITHUB:
        from stdmig.render.check.github import check_github

        return check_github(run, style)
    if format == Format.GITLAB:
        from stdmig.render.check.gitlab import check_gitlab

        return check_gitlab(run, style)
    if format == Format.JUNIT:
        from stdmig.render.check.junit import check_junit

        return check_junit(run, style)
    from stdmig.render.check.json import check_json

    return check_json(run.report, style)
