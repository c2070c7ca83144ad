"""
Commands and groups that say everything in the reader's language (コマンド).

Typer brings a parser of its own, with the methods that click made known; these are
replaced here, and nothing is asked for that has no public name.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from stdmig.cli.language import said
from stdmig.cli.messages import say
from stdmig.cli.output import emit
from stdmig.cli.parser.help_page import help_page
from stdmig.cli.parser.usage_error import ParserError, UnknownCommand, complain_of_usage
from stdmig.cli.screen import screen
from stdmig.words import text

HELP_NAMES = {"help_option_names": ["-h", "--help"]}
"""What asks for help; contexts hand it down to the commands below them."""

_WIDEST = 80


class _Speaking:
    """What commands and groups have in common."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        formatter.write(help_page(ctx, min(screen().width, _WIDEST)))

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option that asks for help, which prints as every command does."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.callback = _show_help
            option.help = said(text("Show this page and end."))
        return option

    def main(self, *args: Any, standalone_mode: bool = True, **kwargs: Any) -> Any:
        """Run the program; what is wrong with its words is said in the language."""
        run = super().main  # type: ignore[misc]
        if not standalone_mode:
            return run(*args, standalone_mode=False, **kwargs)
        try:
            code = run(*args, standalone_mode=False, **kwargs)
        except ParserError as error:
            complain_of_usage(error)
            sys.exit(getattr(error, "exit_code", 2))
        except typer.Abort:
            # The end of the input where an answer was awaited.
            say("")
            sys.exit(1)
        sys.exit(code if isinstance(code, int) else 0)


def _show_help(context: Any, _: Any, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        emit(f"{context.get_help()}\n", None, force=False)
        raise typer.Exit


class Command(_Speaking, TyperCommand):
    """A command (コマンド)."""


class Child(NamedTuple):
    """
    A command below a group, before it is made.

    Attributes
    ----------
    words
        What it is for, in the reader's language.
    make
        Returns the command.
    """

    words: str
    make: Callable[[], Any]


class Group(_Speaking, TyperGroup):
    """A command that has commands below it, each made when it is called."""

    @property
    def children(self) -> Mapping[str, Child]:
        """Return the commands below this one, in the order of the help page."""
        raise NotImplementedError

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of the commands below this one."""
        return list(self.children)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command of a name, None if there is none."""
        if cmd_name not in self.commands and cmd_name in self.children:
            self.commands[cmd_name] = self.children[cmd_name].make()
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """
        Return the command that the first word names.

        Raises
        ------
        UnknownCommand
            If it names none; a word that looks like an option is the parser's.
        """
        known = args[0] in self.children
        if known or args[0].startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        raise UnknownCommand(args[0], ctx)
