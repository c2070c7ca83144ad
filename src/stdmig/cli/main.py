"""The program: commands, and how it ends when something goes wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from io import BytesIO, TextIOWrapper
from typing import Annotated, ParamSpec

import typer

from stdmig import __version__
from stdmig.cli import check, completion, explain, graph, plan, schema
from stdmig.cli.collector import spare_collector
from stdmig.cli.console import READABLE, prepare_console
from stdmig.cli.doctor import command as doctor
from stdmig.cli.exit_codes import INTERRUPTED, OUR_FAULT
from stdmig.cli.export import budget, folder, inventory
from stdmig.cli.export.paper import command_for
from stdmig.cli.language import said, strange_variables
from stdmig.cli.options import DatesOption, Lang
from stdmig.cli.output import tell
from stdmig.cli.parser import HELP_NAMES, Command, Group
from stdmig.inventory.schema.files import INPUT_FILES
from stdmig.words import Text, text
from stdmig.workspace.papers import PAPERS

Params = ParamSpec("Params")


def _with_example(words: Text, example: str) -> str:
    """Return a help text that ends with a command to try."""
    return f"{said(words)}\n\n{said(text('Example: {command}', command=example))}"


app = typer.Typer(
    name="stdmig",
    help=_with_example(
        text(
            "Plan a municipality's move to standard-compliant core systems: a schedule"
            " backward from the deadline, and the contracts that end too early."
        ),
        "stdmig plan --sample",
    ),
    cls=Group,
    context_settings=HELP_NAMES,
    no_args_is_help=True,
    add_completion=False,
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


def _add(
    group: typer.Typer,
    name: str,
    command: Callable[Params, None],
    words: Text,
    example: str,
) -> None:
    decorate = group.command(
        name,
        cls=Command,
        help=_with_example(words, example),
        short_help=said(words),
    )
    decorate(_guarded(command))


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
    lang: Lang = None,
    dates: DatesOption = None,
) -> None:
    """Hold the options that belong to no command."""


for _name, _command, _help, _example in (
    ("plan", plan.plan, plan.HELP, plan.EXAMPLE),
    ("check", check.check, check.HELP, check.EXAMPLE),
    ("explain", explain.explain, explain.HELP, explain.EXAMPLE),
    ("graph", graph.graph, graph.HELP, graph.EXAMPLE),
):
    _add(app, _name, _command, _help, _example)


def options_of_none(lang: Lang = None, dates: DatesOption = None) -> None:
    """Hold the options that belong to no command of a group."""


def _group(name: str, words: Text, example: str) -> typer.Typer:
    """Return a new group of commands of the program."""
    group = typer.Typer(
        callback=options_of_none,
        help=_with_example(words, example),
        short_help=said(words),
        cls=Group,
        context_settings=HELP_NAMES,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.add_typer(group, name=name)
    return group


_exports = _group(
    "export", text("Write files for other people and programs."), budget.EXAMPLE
)
_add(_exports, "all", folder.folder, folder.HELP, folder.EXAMPLE)
_add(_exports, "budget", budget.budget, budget.HELP, budget.EXAMPLE)
_add(_exports, "inventory", inventory.inventory, inventory.HELP, inventory.EXAMPLE)
for _paper in PAPERS:
    _add(
        _exports,
        _paper.name,
        command_for(_paper),
        _paper.help,
        f"stdmig export {_paper.name} --sample --output {_paper.file}",
    )

_schemas = _group("schema", schema.HELP, schema.EXAMPLE)
_add(_schemas, "all", schema.folder, schema.ALL_HELP, schema.EXAMPLE)
for _file in INPUT_FILES:
    _add(
        _schemas,
        _file.key,
        schema.command_for(_file),
        schema.help_of(_file),
        f"stdmig schema {_file.key} --output {_file.schema_name}",
    )
_add(app, "doctor", doctor.doctor, doctor.HELP, doctor.EXAMPLE)
_add(app, "completion", completion.completion, completion.HELP, completion.EXAMPLE)


def main() -> None:
    """Run the command line; a character that the console lacks is never a crash."""
    spare_collector()
    completion.answer_shells()
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # Closed by the caller (`>&-`): what nobody reads need not be written.
            setattr(sys, name, TextIOWrapper(BytesIO(), encoding="utf-8"))
    prepare_console()
    for stream in (sys.stdout, sys.stderr):
        # Streams that a caller replaced may know no encodings.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=READABLE)
    for words in strange_variables(os.environ):
        tell(words)
    try:
        app(prog_name="stdmig")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
