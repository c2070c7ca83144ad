"""What a person does next, as commands that can be typed as they stand (次の操作)."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

from stdmig.cli.language import said
from stdmig.cli.output import emit_lines
from stdmig.cli.screen import screen
from stdmig.inventory.draft import Draft
from stdmig.render.cells import wrap
from stdmig.render.one_line import printable
from stdmig.words import Text, text
from stdmig.workspace.files import PROGRESS, SYSTEMS, TEMPLATE

_WIDEST = 80


def in_folder(command: str, folder: Path, *, named: bool) -> str:
    """Return a command that works on a folder, wherever it is typed."""
    return f"{command}{workspace_option(folder if named else None)}"


def workspace_option(folder: Path | None) -> str:
    """Return the option, with a blank before it, that names a folder on a screen."""
    # A terminal would obey a control character in the name.
    return "" if folder is None else f" -w {quote(printable(str(folder)))}"


def tell_next(folder: Path, *, named: bool, begun: Draft | None = None) -> None:
    """
    Print the next steps.

    Parameters
    ----------
    folder, named
        The workspace, and whether the person named it.
    begun
        What a new workspace was made of; None where it was there already.
    """
    systems = (folder / SYSTEMS).as_posix()
    steps: list[Text | str] = []
    if begun and not any(unit.contracts for unit in begun.units):
        steps += [
            text(
                "write units and contracts into {file}, or bring a list of them from"
                " Excel:",
                file=systems,
            ),
            "stdmig import inventory FILE",
        ]
    if begun and _lack_completion(begun):
        steps.append(
            text(
                "write when each designated system is planned to be done, and why it is"
                " one, into {file}",
                file=systems,
            )
        )
    if begun and any(each.assumed for each in begun.live or ()):
        steps.append(
            text(
                "write the days from which systems are live into {file}",
                file=(folder / PROGRESS).as_posix(),
            )
        )
    steps += [text("see what is missing:"), "stdmig check"]
    steps += [text("see the plan:"), "stdmig plan"]
    if begun:
        steps.append(
            text(
                "put the days of your own budget and council into {file}",
                file=(folder / TEMPLATE).as_posix(),
            )
        )
    lines = [said(text("Next:"))]
    number = 0
    for step in steps:
        if isinstance(step, Text):
            number += 1
            lines += _wrapped(f"  {number} {said(step)}")
        else:
            lines.append(f"      {in_folder(step, folder, named=named)}")
    emit_lines(*lines)


def _lack_completion(begun: Draft) -> bool:
    return any(each.values.get("completion") is None for each in begun.designated or ())


def _wrapped(words: str) -> list[str]:
    return wrap(words, min(screen().width, _WIDEST), "    ")
