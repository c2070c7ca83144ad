"""The files of a form's workspace, written or told why not (調査票の書出し)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from stdmig.diagnostics import Diagnostic, Location
from stdmig.words import text
from stdmig.workspace.begin import Begun, write_begun
from stdmig.workspace.file_draft import FileDraft
from stdmig.workspace.refusal import refusal, remedy
from stdmig.workspace.write_change import BeingWrittenError, ChangedMeanwhileError


def write_drafts(
    drafts: Sequence[FileDraft],
) -> tuple[list[FileDraft], list[Diagnostic]]:
    """Write what has changed; return what is there now, and why the rest is not."""
    written: list[FileDraft] = []
    for each in drafts:
        try:
            if each.write():
                written.append(each)
        except (OSError, ChangedMeanwhileError, BeingWrittenError) as error:
            return written, [_unwritten(each.path.as_posix(), error)]
    return written, []


def write_new(place: Path, made: Begun) -> list[Diagnostic]:
    """Write the files of a new workspace; return why they are not there, if so."""
    try:
        write_begun(place, made)
    except FileExistsError as error:
        file = Path(error.filename or place).as_posix()
        message = text("{file} exists already", file=file)
        help_ = text("nothing is ever overwritten; name another folder")
        return [Diagnostic("STD025", message, Location(file), help_)]
    except OSError as error:
        return [_unwritten(place.as_posix(), error)]
    return []


def _unwritten(name: str, error: Exception) -> Diagnostic:
    where = Location(name)
    if isinstance(error, ChangedMeanwhileError):
        message = text(
            "{file} was changed by somebody else meanwhile; nothing was written",
            file=name,
        )
        return Diagnostic("STD025", message, where, text("run the command again"))
    if isinstance(error, BeingWrittenError):
        message = text(
            "{file} is being written by somebody else; nothing was written", file=name
        )
        help_ = text(
            "run the command again; if nobody else is at work, delete {lock}, which"
            " a command that was stopped has left behind",
            lock=error.lock.as_posix(),
        )
        return Diagnostic("STD025", message, where, help_)
    assert isinstance(error, OSError)
    message = text("{file} cannot be written: {why}", file=name, why=refusal(error))
    return Diagnostic("STD025", message, where, remedy(error))
