"""The program as the parser takes it: commands made when they are called (起動部)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Annotated, Any, TypeAlias

import typer
import typer.main

from stdmig import __version__
from stdmig.cli.commands import COMMANDS, Branch, Leaf
from stdmig.cli.guard import guarded
from stdmig.cli.language import said
from stdmig.cli.options import DatesOption, Lang
from stdmig.cli.output import emit
from stdmig.cli.parser import HELP_NAMES, Child, Command, Group
from stdmig.words import Text, text

Entries: TypeAlias = Callable[[], Iterable[Leaf | Branch]]
"""What lists the commands of a group."""


def _with_example(words: Text, example: str) -> str:
    """Return a help text that ends with a command to try."""
    return f"{said(words)}\n\n{said(text('Example: {command}', command=example))}"


def _version(wanted: bool) -> None:
    if wanted:
        emit(f"stdmig {__version__}\n", None, force=False)
        raise typer.Exit


def _root(
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


def _below(lang: Lang = None, dates: DatesOption = None) -> None:
    """Hold the options that belong to no command of a group."""


def _holder(name: str, **settings: Any) -> typer.Typer:
    return typer.Typer(
        name=name,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        **settings,
    )


def _group(words: Text, example: str, name: str, below: Entries) -> typer.Typer:
    """Return a group whose commands are made when they are asked for."""

    class Lazy(Group):
        @cached_property
        def children(self) -> Mapping[str, Child]:
            return {entry.name: _child(entry) for entry in below()}

    return _holder(
        name,
        help=_with_example(words, example),
        short_help=said(words),
        cls=Lazy,
        context_settings=HELP_NAMES,
        no_args_is_help=True,
    )


def _child(entry: Leaf | Branch) -> Child:
    def make() -> Any:
        holder = _branch(entry) if isinstance(entry, Branch) else _leaf(entry)
        return typer.main.get_command(holder)

    return Child(said(entry.words), make)


def _branch(branch: Branch) -> typer.Typer:
    group = _group(branch.words, branch.example, branch.name, branch.leaves)
    group.callback()(_below)
    return group


def _leaf(leaf: Leaf) -> typer.Typer:
    """Return a command by itself; its module is read in."""
    holder = _holder(leaf.name)
    decorate = holder.command(
        leaf.name,
        cls=Command,
        help=_with_example(leaf.words, leaf.example),
        short_help=said(leaf.words),
    )
    decorate(guarded(leaf.load()))
    return holder


def _program() -> typer.Typer:
    words = text(
        "Plan a municipality's move to standard-compliant core systems: a schedule"
        " backward from the deadline, and the contracts that end too early."
    )
    program = _group(words, "stdmig plan --sample", "stdmig", lambda: COMMANDS)
    program.callback()(_root)
    return program


app = _program()
"""All commands."""
