"""What is wrong with a command line, in the reader's language (引数の誤り)."""

from __future__ import annotations

from typing import Any, cast

import typer

from stdmig.cli.messages import complain, say
from stdmig.cli.nearest import nearest
from stdmig.cli.parser.parser_words import reworded
from stdmig.render.one_line import one_line
from stdmig.words import Text, text

# The ancestors of the one error that typer names: UsageError, and what all have.
ParserError = cast(type[Exception], typer.BadParameter.__mro__[2])
"""Whatever the parser refuses."""


class UnknownCommand(typer.BadParameter):
    """A word that names no command of its group; the message is that word."""


def complain_of_usage(error: Exception) -> None:
    """Say what the parser refuses, what is nearest to it, and where help is."""
    if type(error).__name__ == "NoArgsIsHelpError":
        say(str(error))
        return
    words, hints = _words(error)
    context = getattr(error, "ctx", None)
    if context is not None:
        command = f"{context.command_path} {context.help_option_names[-1]}"
        hints.append(text("for help: {command}", command=command))
    complain(words, *hints)


def _words(error: Any) -> tuple[Text, list[Text]]:
    """Return what is wrong, and the words that would have been right."""
    match type(error).__name__:
        case "NoSuchOption":
            wrong = one_line(error.option_name)
            # One letter resembles every other.
            known = _options(error) if wrong.startswith("--") else []
            return text("there is no option {name}", name=wrong), nearest(wrong, known)
        case "UnknownCommand":
            name = one_line(error.message)
            return text("there is no command {name}", name=name), nearest(
                name, error.ctx.command.list_commands(error.ctx)
            )
        case "MissingParameter":
            return text("{name} is missing", name=_name(error.param)), []
        case "BadParameter" if error.param is not None:
            fault, hints = reworded(error.message)
            name = _name(error.param)
            return text("{name}: {fault}", name=name, fault=fault), hints
    return reworded(error.message)


def _options(error: Any) -> list[str]:
    if error.ctx is None:
        return []
    parameters = error.ctx.command.get_params(error.ctx)
    return [
        option
        for each in parameters
        for option in each.opts
        if each.param_type_name == "option"
    ]


def _name(parameter: Any) -> str:
    """Return how a person writes a parameter: --as-of, SYSTEM|CODE."""
    if parameter.param_type_name == "option":
        return str(max(parameter.opts, key=len))
    return str(parameter.metavar or parameter.name.upper())
