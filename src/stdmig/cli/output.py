"""Results to the screen or whole into a file (出力)."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.messages import complain, complain_of, tell_written
from stdmig.cli.streams import silence
from stdmig.render.csv_table import Unwritable
from stdmig.render.one_line import printable
from stdmig.words import count, text
from stdmig.workspace import WRITTEN_BY_PEOPLE, encoded
from stdmig.workspace.drafts import Drafts


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
    if {output.name.casefold(), led_to.casefold()} & WRITTEN_BY_PEOPLE:
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


def _print(result: str | bytes) -> None:
    try:
        if isinstance(result, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(result)
        else:
            sys.stdout.write(result)
        sys.stdout.flush()
    except OSError as error:
        silence(sys.stdout)
        # Whoever reads (head, less) has seen enough; that is no fault of ours.
        # Windows calls a pipe without a reader an invalid argument.
        if error.errno not in (errno.EPIPE, errno.EINVAL):
            complain_of("stdout", error)
            raise typer.Exit(UNUSABLE) from None


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
