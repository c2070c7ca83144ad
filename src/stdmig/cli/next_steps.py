"""What a person does next, as commands that can be typed as they stand (次の操作)."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

from stdmig.cli.language import said
from stdmig.cli.output import emit, screen
from stdmig.render.cells import wrap
from stdmig.words import Text, text
from stdmig.workspace.open import SYSTEMS, TEMPLATE

_WIDEST = 80


def in_folder(command: str, folder: Path, *, named: bool) -> str:
    """Return a command that works on a folder, wherever it is typed."""
    return f"{command} -w {quote(str(folder))}" if named else command


def tell_next(
    folder: Path, *, named: bool, begun: bool = False, held: bool = True
) -> None:
    """
    Print the next steps.

    Parameters
    ----------
    folder, named
        The workspace, and whether the person named it.
    begun
        Whether its files are new.
    held
        Whether its contracts are known.
    """
    steps: list[Text | str] = []
    if not held:
        steps += [
            text(
                "write units and contracts into {file}, or bring a list of them from"
                " Excel:",
                file=(folder / SYSTEMS).as_posix(),
            ),
            "stdmig import inventory FILE",
        ]
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
    emit("".join(f"{line}\n" for line in lines), None, force=False)


def _wrapped(words: str) -> list[str]:
    return wrap(words, min(screen().width, _WIDEST), "    ")
