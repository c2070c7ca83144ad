"""Which format of the findings goes where: ``--format``, ``--output`` (出力先)."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.messages import complain
from stdmig.cli.output import refuse_target
from stdmig.words import Text, text

_SCREEN = Path("-")


class Format(StrEnum):
    """How findings are written; an enumeration, since typer takes lists of no other."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"


class Target(NamedTuple):
    """A format and its file; None is the screen."""

    format: Format
    output: Path | None


def targets(
    formats: list[Format] | None,
    outputs: list[Path] | None,
    *,
    baseline: Path | None = None,
    write_baseline: Path | None = None,
    force: bool,
) -> list[Target]:
    """
    Return each format with its output, in the order in which they were given.

    One format needs no output: it goes to the screen. Several formats need as many
    outputs, the first for the first and so on, of which one may be ``-``, the screen.
    None may be a baseline, which is read or written in the same run.

    Raises
    ------
    typer.Exit
        With code 2 if they do not pair up, two have the same output, or a file must not
        be written; nothing is then written.
    """
    asked: list[Format] = formats or [Format.TEXT]
    given = outputs or ([_SCREEN] if len(asked) == 1 else [])
    if len(asked) != len(given):
        _refuse(
            text(
                "the numbers of --format ({formats}) and --output ({outputs}) differ",
                formats=len(asked),
                outputs=len(outputs or ()),
            ),
            text(
                "give every --format its --output, in the same order; - is the screen"
            ),
        )
    names = [_one_name(output) for output in given]
    for place, name in enumerate(names):
        if name in names[:place]:
            file = given[place].as_posix()
            _refuse(text("{file} is named as the output of two formats", file=file))
    if write_baseline == _SCREEN:
        _refuse(text("--write-baseline takes the name of a file, not the screen"))
    for beside in (baseline, write_baseline):
        if beside is not None and _one_name(beside) in names:
            file = beside.as_posix()
            _refuse(text("{file} is named as an output and as a baseline", file=file))
    pairs = [
        Target(format, None if output == _SCREEN else output)
        for format, output in zip(asked, given, strict=True)
    ]
    written = [pair.output for pair in pairs]
    for output in (*written, write_baseline):
        if output is not None:
            refuse_target(output, force=force)
    return pairs


def _one_name(output: Path) -> str:
    """Return the same name for the same file, however it is written."""
    return "-" if output == _SCREEN else os.path.normcase(os.path.realpath(output))


def _refuse(what: Text, *hints: Text) -> None:
    complain(what, *hints)
    raise typer.Exit(UNUSABLE)
