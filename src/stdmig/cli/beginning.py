"""Begin a workspace where none is, or say why not (作業フォルダーの作成)."""

from __future__ import annotations

import os
from pathlib import Path

import typer

from stdmig.cli.ask import tell_wrapped
from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import READER
from stdmig.cli.messages import complain, complain_of, tell
from stdmig.cli.next_steps import in_folder, tell_next
from stdmig.cli.session import tell_faults
from stdmig.inventory.draft import Draft
from stdmig.inventory.schema.modeline import FOLDER
from stdmig.words import count, listing, text
from stdmig.workspace.begin import Begun, begin, in_the_way, write_begun
from stdmig.workspace.files import SYSTEMS
from stdmig.workspace.open import find_folder


def refuse_begun(folder: Path, *, named: bool) -> None:
    """
    Go on only if nothing that a person wrote is in the way.

    Parameters
    ----------
    folder
        Where to begin.
    named
        Whether the person named it; else it is the current folder, which may have its
        workspace in ``data``.

    Raises
    ------
    typer.Exit
        With code 2 if the folder is none, or holds one of the files.
    """
    if os.path.lexists(folder) and not os.path.isdir(folder):
        complain(text("{file} is a file, not a folder", file=folder.as_posix()))
        raise typer.Exit(UNUSABLE)
    there = in_the_way(folder)
    if not there and not named and find_folder(None) != folder:
        there = in_the_way(find_folder(None))
    if not there:
        return
    hints = [text("nothing is ever overwritten; name another folder")]
    if any(path.name == SYSTEMS for path in there):
        hints.append(
            text(
                "to bring a list into this workspace: {command}",
                command=in_folder("stdmig import inventory FILE", folder, named=named),
            )
        )
    for path in there:
        complain(text("{file} exists already", file=path.as_posix()))
    for hint in hints:
        tell_wrapped(hint, "  ")
    raise typer.Exit(UNUSABLE)


def begin_or_end(
    folder: Path, draft: Draft, *, named: bool, dry_run: bool = False
) -> None:
    """
    Write a new workspace and say what to do next.

    Raises
    ------
    typer.Exit
        With code 2 if it cannot be written; nothing is then there.
    """
    begun = begin(draft, READER)
    if begun.faults:
        tell_faults(begun.faults)
        complain(text("nothing was written"))
        raise typer.Exit(UNUSABLE)
    if dry_run:
        tell(text("nothing was written (--dry-run)"))
        return
    _write_or_end(folder, begun)
    _tell_begun(folder, begun, named=named)
    tell_next(folder, named=named, begun=draft)


def _write_or_end(folder: Path, begun: Begun) -> None:
    """Write the files, or tell why they cannot be, and end; see `begin_or_end`."""
    try:
        write_begun(folder, begun)
    except FileExistsError as error:
        # Somebody else was faster.
        file = Path(error.filename or folder).as_posix()
        complain(text("{file} exists already", file=file))
        tell_wrapped(text("nothing is ever overwritten; name another folder"), "  ")
        raise typer.Exit(UNUSABLE) from None
    except KeyboardInterrupt:
        # It may have come just after the last of them was there.
        if not in_the_way(folder):
            tell(text("interrupted; nothing was written"))
        raise
    except OSError as error:
        complain_of(Path(error.filename or folder).as_posix(), error)
        raise typer.Exit(UNUSABLE) from None


def _tell_begun(folder: Path, begun: Begun, *, named: bool) -> None:
    """Tell, beside the result, which files are there now."""
    written = [name for name in begun.files if "/" not in name]
    words = text(
        "{files}; {schemas}/ (for editors)", files=listing(written), schemas=FOLDER
    )
    if named:
        folder_name = folder.as_posix()
        tell_wrapped(
            text("written to {folder}: {files}", folder=folder_name, files=words)
        )
    else:
        tell_wrapped(text("written: {file}", file=words))
    tell_wrapped(
        count(
            "{n} link between systems is in {file} too ({assumed} of them assumed).",
            "{n} links between systems are in {file} too ({assumed} of them assumed).",
            begun.links,
            file=SYSTEMS,
            assumed=begun.assumed_links,
        )
    )
