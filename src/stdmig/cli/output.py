"""Results to the screen or whole into a file (出力)."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TextIO

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import READER, said
from stdmig.render.csv_table import Unwritable
from stdmig.render.screen import Screen
from stdmig.words import Text, count, text
from stdmig.workspace import INPUT_FILES, refusal, write_whole

_NARROWEST, _USUAL, _WIDEST = 60, 80, 400


def screen(output: Path | None = None) -> Screen:
    """Return what the terminal shows; a pipe or file shows 80 cells, no colours."""
    asked = os.environ.get("COLUMNS", "")
    cells = int(asked) if asked.isdecimal() else 0
    if output is not None or not sys.stdout.isatty():
        return Screen(READER, _within_reason(cells))
    colour = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Screen(READER, _within_reason(cells or _terminal_cells()), colour)


def _terminal_cells() -> int:
    """Return the width of the terminal, 0 where it does not know its own."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except OSError:
        return 0


def _within_reason(cells: int) -> int:
    return min(max(cells or _USUAL, _NARROWEST), _WIDEST)


def emit_exactly(result: str, output: Path | None, *, force: bool) -> None:
    """Print or write a machine format: UTF-8 and line feeds, whatever the console."""
    # A file name that is no Unicode is escaped; nothing else can need it.
    emit(result.encode("utf-8", "backslashreplace"), output, force=force)


def emit(result: str | bytes, output: Path | None, *, force: bool) -> None:
    """
    Print a result, or write it to a file that does not exist yet.

    Raises
    ------
    typer.Exit
        With code 2 if the file exists and `force` is not given, or cannot be
        written; it is then untouched.
    """
    if output is None:
        _print(result)
        return
    data = result.encode() if isinstance(result, str) else result
    name = output.as_posix()
    if output.name in INPUT_FILES:
        complain(text("{file} is what a person writes; choose another name", file=name))
        raise typer.Exit(UNUSABLE)
    try:
        if output.is_file() and not force:
            complain(text("{file} exists already; --force replaces it", file=name))
            raise typer.Exit(UNUSABLE)
        write_whole(output, data)
    except OSError as error:
        _complain_of(name, error)
        raise typer.Exit(UNUSABLE) from None
    tell(text("written: {file}", file=name))


def _complain_of(name: str, error: OSError) -> None:
    why = refusal(error)
    complain(text("{file} cannot be written: {why}", file=name, why=why))


def _print(result: str | bytes) -> None:
    try:
        if isinstance(result, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(result)
        else:
            sys.stdout.write(result)
        sys.stdout.flush()
    except OSError as error:
        _silence(sys.stdout)
        # Whoever reads (head, less) has seen enough; that is no fault of ours.
        # Windows calls a pipe without a reader an invalid argument.
        if error.errno not in (errno.EPIPE, errno.EINVAL):
            _complain_of("stdout", error)
            raise typer.Exit(UNUSABLE) from None


def _silence(stream: TextIO) -> None:
    """Let what a closed stream still holds go nowhere, at the end of the run too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(words: str) -> None:
    """Print a line beside the result; without a reader it is not missed."""
    try:
        print(words, file=sys.stderr, flush=True)
    except OSError:
        _silence(sys.stderr)


def tell(words: Text) -> None:
    """Say something about the run, beside the result."""
    say(said(words))


def complain(words: Text, *hints: Text) -> None:
    """Say what is wrong with the command, and what to do."""
    tell(text("error: {what}", what=words))
    for hint in hints:
        say(f"  {said(hint)}")


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
