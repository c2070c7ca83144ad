"""Results to the screen or whole into a file (出力)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import READER, said
from stdmig.render.csv_table import Unwritable
from stdmig.render.screen import Screen
from stdmig.words import Style, Text, count, text
from stdmig.workspace import write_whole


def screen(style: Style = READER) -> Screen:
    """Return what the terminal shows; a pipe shows 80 cells without colours."""
    if not sys.stdout.isatty():
        return Screen(style, _columns() or 80)
    colour = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Screen(style, _columns() or os.get_terminal_size().columns, colour)


def _columns() -> int | None:
    """Return the width that the environment asks for, within reason."""
    asked = os.environ.get("COLUMNS", "")
    return min(max(int(asked), 60), 400) if asked.isdecimal() else None


def emit(result: str | bytes, output: Path | None, *, force: bool) -> None:
    """
    Print a result, or write it to a file that does not exist yet.

    Raises
    ------
    typer.Exit
        With code 2 if the file exists and `force` is not given, or cannot be
        written; it is then untouched.
    """
    data = result.encode() if isinstance(result, str) else result
    if output is None:
        _print(result)
        return
    if output.exists() and not force:
        complain(
            text("{file} exists already; --force replaces it", file=output.as_posix())
        )
        raise typer.Exit(UNUSABLE)
    try:
        write_whole(output, data)
    except OSError as error:
        why = error.strerror or str(error)
        complain(
            text("{file} cannot be written: {why}", file=output.as_posix(), why=why)
        )
        raise typer.Exit(UNUSABLE) from None
    tell(text("written: {file}", file=output.as_posix()))


def _print(result: str | bytes) -> None:
    try:
        if isinstance(result, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(result)
        else:
            sys.stdout.write(result)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads (head, less) has seen enough; that is no fault of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell(words: Text) -> None:
    """Say something about the run, beside the result."""
    print(said(words), file=sys.stderr)


def complain(words: Text, *hints: Text) -> None:
    """Say what is wrong with the command, and what to do."""
    tell(text("error: {what}", what=words))
    for hint in hints:
        print(f"  {said(hint)}", file=sys.stderr)


def refuse_cells(cells: list[Unwritable]) -> None:
    """
    Name every cell that the wanted encoding cannot hold.

    Raises
    ------
    typer.Exit
        With code 2 if there is one: nothing is written rather than something lost.
    """
    if not cells:
        return
    complain(
        count(
            "CP932 cannot hold {n} cell; nothing was written",
            "CP932 cannot hold {n} cells; nothing was written",
            len(cells),
        ),
        *(
            text(
                "row {row}, column {column} ({heading}): {characters}",
                row=cell.row,
                column=cell.column,
                heading=cell.heading,
                characters=" ".join(
                    f"{each} (U+{ord(each):04X})" for each in cell.characters
                ),
            )
            for cell in cells
        ),
        text("use --encoding utf-8, which Excel reads as well"),
    )
    raise typer.Exit(UNUSABLE)
