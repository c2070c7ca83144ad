"""Results to the screen or whole into a file (出力)."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import READER, said
from stdmig.render.csv_table import Unwritable
from stdmig.render.one_line import printable
from stdmig.render.screen import Screen
from stdmig.words import Text, count, text
from stdmig.workspace import INPUT_FILES, encoded, refusal
from stdmig.workspace.drafts import Drafts
from stdmig.workspace.refusal import remedy

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
    emit(encoded(result), output, force=force)


def emit(result: str | bytes, output: Path | None, *, force: bool) -> None:
    """
    Print a result, or write it to a file that does not exist yet.

    Raises
    ------
    typer.Exit
        With code 2 if the file exists and `force` is not given, or cannot be
        written; it is then untouched.
    """
    if output is not None:
        refuse_target(output, force=force)
    emit_all([(result, output)])


def emit_lines(*lines: str, output: Path | None = None, force: bool = False) -> None:
    """Print lines as a result; see `say` for the names in them."""
    emit("".join(f"{printable(each)}\n" for each in lines), output, force=force)


def refuse_target(output: Path, *, force: bool) -> None:
    """
    Go on only if nothing that a person wrote would be lost.

    Raises
    ------
    typer.Exit
        With code 2 if the name is that of an input file, or the file exists and
        `force` is not given.
    """
    name = output.as_posix()
    led_to = Path(os.path.realpath(output)).name
    if {output.name.casefold(), led_to.casefold()} & INPUT_FILES:
        complain(text("{file} is what a person writes; choose another name", file=name))
        raise typer.Exit(UNUSABLE)
    with _told(output):
        if not output.is_file() or force:
            return
    complain(text("{file} exists already; --force replaces it", file=name))
    raise typer.Exit(UNUSABLE)


def emit_all(results: Sequence[tuple[str | bytes, Path | None]]) -> None:
    """
    Write results to their files, and print the one that has none.

    No file takes its place before the content of all of them is on the disk; each is
    told as soon as it is there.

    Raises
    ------
    typer.Exit
        With code 2 if one cannot be written.
    """
    with Drafts() as drafts:
        made = []
        for result, output in results:
            if output is not None:
                with _told(output):
                    made.append(drafts.add(output, encoded(result)))
        # A device may refuse what it is given; a file on the same disk hardly can.
        for each in sorted(made, key=lambda each: each.name is not None):
            with _told(each.path):
                each.publish()
            tell_written(each.path)
    for result, target in results:
        if target is None:
            _print(result)


@contextmanager
def _told(output: Path) -> Iterator[None]:
    """Tell why the system refuses a file, and end."""
    try:
        yield
    except OSError as error:
        complain_of(output.as_posix(), error)
        raise typer.Exit(UNUSABLE) from None


def complain_of(name: str, error: OSError) -> None:
    """Say that a file cannot be written, why, and what to do."""
    why, hint = refusal(error), remedy(error)
    complain(
        text("{file} cannot be written: {why}", file=name, why=why),
        *([] if hint is None else [hint]),
    )


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
            complain_of("stdout", error)
            raise typer.Exit(UNUSABLE) from None


def _silence(stream: TextIO) -> None:
    """Let what a closed stream still holds go nowhere, at the end of the run too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(words: str) -> None:
    """
    Print lines beside the result; without a reader they are not missed.

    Names that a person or a file gave them hold nothing that a terminal would obey.
    """
    told = "\n".join(map(printable, words.split("\n")))
    try:
        print(told, file=sys.stderr, flush=True)
    except OSError:
        _silence(sys.stderr)


def tell(words: Text) -> None:
    """Say something about the run, beside the result."""
    _say_wrapped(said(words))


def tell_written(path: Path) -> None:
    """Say that a file is there now: on one line, so that its path is copied whole."""
    say(said(text("written: {file}", file=path.as_posix())))


def _say_wrapped(words: str, indent: str = "") -> None:
    """
    Say a sentence in the lines of the terminal.

    What is read by programs (a pipe, a log) stays one line.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        say(indent + words)
        return
    # Most runs have nothing to tell; its tables of widths would be loaded for nothing.
    from stdmig.render.cells import wrap

    for line in wrap(indent + words, screen().width, f"{indent}  "):
        say(line)


def complain(words: Text, *hints: Text) -> None:
    """Say what is wrong with the command, and what to do."""
    tell(text("error: {what}", what=words))
    for hint in hints:
        _say_wrapped(said(hint), "  ")


def emit_table(
    made: tuple[bytes, list[Unwritable]], output: Path | None, *, force: bool
) -> None:
    """
    Print or write a table as CSV, with every cell or not at all.

    Raises
    ------
    typer.Exit
        With code 2 if the wanted encoding cannot hold a cell; see `emit` too.
    """
    data, refused = made
    refuse_cells(refused)
    emit(data, output, force=force)


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
