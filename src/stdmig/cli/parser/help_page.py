"""The help page of a command in the reader's language (使い方)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from stdmig.cli.language import said
from stdmig.render.cells import width, wrap
from stdmig.words import Text, text

if TYPE_CHECKING:
    import typer

_COLUMN = 26
"""Cells of the left column at most; what is longer has a line of its own."""

_HELPS: dict[str, Text] = {
    "install_completion": text("Install the completion of commands in this shell."),
    "show_completion": text("Show the completion of commands for this shell."),
}
"""What the parser's own options do."""


class _Row(NamedTuple):
    """What a line of a list says: a word, what it means, a remark in brackets."""

    name: str
    words: str
    remark: str = ""


def help_page(context: typer.Context, cells: int) -> str:
    """Return how a command is used: its words, its example, what it takes."""
    command: Any = context.command
    parameters = command.get_params(context)
    arguments = [each for each in parameters if each.param_type_name == "argument"]
    options = [each for each in parameters if each.param_type_name == "option"]
    blocks = [
        wrap(said(text("Usage: {words}", words=usage(context))), cells, " " * 4),
        *(
            wrap(f"  {paragraph}", cells, "  ")
            for paragraph in (command.help or "").split("\n\n")
        ),
        *_section(text("Arguments:"), _arguments(arguments), cells),
        *_section(text("Options:"), _options(options, context), cells),
        *_section(text("Commands:"), _commands(context), cells),
    ]
    return "\n\n".join("\n".join(lines) for lines in blocks if lines)


def usage(context: typer.Context) -> str:
    """Return the words of a command line: stdmig plan [options]."""
    command: Any = context.command
    words = [context.command_path, said(text("[options]"))]
    for each in command.get_params(context):
        if each.param_type_name == "argument":
            words.append(_in_usage(each))
    if hasattr(command, "list_commands"):
        words.append(said(text("command ...")))
    return " ".join(words)


def _in_usage(argument: Any) -> str:
    """Return an argument as it stands in a line; several words say all themselves."""
    name = _argument(argument)
    if " " in name:
        return name
    name += "" if argument.nargs == 1 else "..."
    return name if argument.required else f"[{name}]"


def _section(title: Text, rows: Iterable[_Row], cells: int) -> Iterator[list[str]]:
    """Yield a title with its rows, all in two columns; nothing without rows."""
    listed = list(rows)
    if listed:
        fitting = [width(row.name) for row in listed if width(row.name) <= _COLUMN]
        left = max(fitting, default=_COLUMN)
        lines = [line for row in listed for line in _row(row, left, cells)]
        yield [said(title), *lines]


def _row(row: _Row, left: int, cells: int) -> Iterator[str]:
    indent = " " * (left + 4)
    lines = wrap(row.words, cells - len(indent))
    if row.remark:
        told = f"{lines[-1]} {row.remark}".strip()
        fits = width(told) <= cells - len(indent)
        lines[-1:] = [told] if fits else [lines[-1], row.remark]
    if width(row.name) > left:
        yield f"  {row.name}"
    else:
        named = f"  {row.name}{' ' * (left - width(row.name))}  "
        yield f"{named}{lines.pop(0)}".rstrip()
    for line in lines:
        yield f"{indent}{line}"


def _arguments(arguments: list[Any]) -> Iterator[_Row]:
    for each in arguments:
        yield _Row(_argument(each), each.help or "", _remark(each))


def _argument(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _options(options: list[Any], context: typer.Context) -> Iterator[_Row]:
    for each in options:
        record = each.get_help_record(context)
        if record is not None:
            own = _HELPS.get(each.name)
            words = said(own) if own else each.help or ""
            yield _Row(record[0], words, _remark(each))


def _remark(parameter: Any) -> str:
    """Return that it must be given, that it may be again, else what it is without."""
    if parameter.required:
        return said(text("[required]"))
    if getattr(parameter, "multiple", False):
        return said(text("[repeatable]"))
    value = parameter.default
    if parameter.show_default and isinstance(value, str | int) and value is not False:
        return said(text("[default: {value}]", value=value))
    return ""


def _commands(context: typer.Context) -> Iterator[_Row]:
    command: Any = context.command
    for name, child in getattr(command, "children", {}).items():
        yield _Row(name, child.words)
