"""The program: commands, and how it ends when something goes wrong."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import wraps
from typing import Annotated, ParamSpec

import typer

from stdmig import __version__
from stdmig.cli import check, explain, export, graph, plan
from stdmig.cli.exit_codes import INTERRUPTED, OUR_FAULT
from stdmig.cli.language import said
from stdmig.cli.output import tell
from stdmig.words import text

Params = ParamSpec("Params")

app = typer.Typer(
    name="stdmig",
    help=said(
        text(
            "Plan a municipality's move to standard-compliant core systems: a schedule"
            " backward from the deadline, and the contracts that end too early."
        )
    ),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _guarded(command: Callable[Params, None]) -> Callable[Params, None]:
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
            _own_up(error)
            raise typer.Exit(OUR_FAULT) from error

    return run


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


def _version(wanted: bool) -> None:
    if wanted:
        print(f"stdmig {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_version,
            is_eager=True,
            help=said(text("Show the version and end.")),
        ),
    ] = False,
) -> None:
    """Hold the options that belong to no command."""


for _command, _help in (
    (plan.plan, plan.HELP),
    (check.check, check.HELP),
    (explain.explain, explain.HELP),
    (graph.graph, graph.HELP),
):
    app.command(help=said(_help))(_guarded(_command))
export.app.command("budget", help=said(export.BUDGET_HELP))(_guarded(export.budget))
app.add_typer(export.app, name="export")


def main() -> None:
    """Run the command line; a character that the console lacks is never a crash."""
    # What is imported lives until the end: no collection need walk over it again,
    # least of all the last one, which takes a tenth of a short command's time.
    gc.freeze()
    for stream in (sys.stdout, sys.stderr):
        # Streams that a caller replaced may know no encodings.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
