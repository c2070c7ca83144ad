"""How a command ends when something inside it goes wrong (異常終了)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec

import typer

from stdmig import __version__
from stdmig.cli.broken_library import broken_library
from stdmig.cli.endings import was_interrupted
from stdmig.cli.exit_codes import INTERRUPTED, OUR_FAULT, UNUSABLE
from stdmig.cli.messages import complain, tell
from stdmig.words import text
from stdmig.workspace.refusal import refusal, remedy

Params = ParamSpec("Params")


def guarded(command: Callable[Params, None]) -> Callable[Params, None]:
    """Let a command end with a documented code whatever happens inside."""

    @wraps(command)
    def run(*args: Params.args, **kwargs: Params.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except typer.Exit:
            raise
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
        except Exception as error:
            if was_interrupted():
                raise typer.Exit(INTERRUPTED) from None
            raise typer.Exit(_tell(error)) from error

    return run


def _tell(error: Exception) -> int:
    """Tell what went wrong; return the code that it means."""
    module = broken_library(error)
    if _is_nowhere():
        complain(text("the current folder is no longer there; go to another one"))
    elif module is not None:
        complain(
            text("the library '{module}' is missing or does not work", module=module),
            text("stdmig doctor tells what is missing"),
        )
    elif isinstance(error, OSError) and error.filename is not None:
        _tell_refused(error)
    else:
        _own_up(error)
        return OUR_FAULT
    return UNUSABLE


def _tell_refused(error: OSError) -> None:
    """Tell which file the system refused: that is no fault of ours."""
    hint = remedy(error)
    complain(
        text(
            "{file} cannot be used: {why}",
            file=Path(os.fsdecode(error.filename)).as_posix(),
            why=refusal(error),
        ),
        *([] if hint is None else [hint]),
    )


def _is_nowhere() -> bool:
    """Return whether the current folder was deleted: every look at it then fails."""
    try:
        os.getcwd()
    except FileNotFoundError:
        return True
    return False


def _own_up(error: Exception) -> None:
    """Tell that the fault is ours, with what we need to find it."""
    import traceback

    tell(
        text(
            "internal error: {error}. This is a fault of stdmig {version}, not of your"
            " files; please report it with the lines below.",
            error=repr(error),
            version=__version__,
        )
    )
    traceback.print_exc(file=sys.stderr)
