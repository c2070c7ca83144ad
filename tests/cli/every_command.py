"""Every command line worth trying, found from the program itself (全コマンド)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import typer.main

from stdmig.cli.program import app

ARGUMENTS = {
    "SYSTEM|CODE": "kojin",
    "SYSTEM": "kojin",
    "STATUS": "done",
    "DIR": "out",
    "FILE": "list.csv",
    "TOWNS": "list.csv",
    "FILE... DIR": "out",
    "FORM": "form.xlsx",
    "shell": "bash",
}
"""What stands for an argument that must be there; a new one needs a line here."""

ANSWERS = {
    ("level",): ("--time-limit", "0"),
    ("risk",): ("--samples", "500"),
    ("init",): ("new", "--name", "見本町", "--yes"),
    ("import", "inventory"): ("--yes", "--dry-run"),
    ("import", "steps"): ("--yes", "--dry-run"),
    ("compare",): ("--scenario", "stay"),
    ("progress", "set"): ("--item", "1"),
    ("progress", "live"): ("--since", "2026-01-05"),
    ("progress", "steps"): ("--done", "1-34,36"),
    ("portfolio",): ("--no-cache", "--jobs", "1"),
}
"""What commands are told that ask, or would search or draw for long: to end."""

ELSEWHERE: dict[tuple[str, ...], dict[str, str]] = {
    ("export", "without-prices"): {"DIR": "copy"}
}
"""Arguments of commands that will not have what another one leaves behind."""

SPOKEN = {"--lang", "--dates"}
"""Options whose values a walk sets from outside."""


class Leaf(NamedTuple):
    """A command without commands below it."""

    path: tuple[str, ...]
    parameters: tuple[Any, ...]

    def has(self, option: str) -> bool:
        """Return whether the command takes an option."""
        return any(option in each.opts for each in self.parameters)


def groups() -> Iterator[tuple[str, ...]]:
    """Yield the words of every command that has commands below it."""
    yield from (path for path, command in _tree() if below(command))


def leaves() -> Iterator[Leaf]:
    """Yield every command that does something."""
    for path, command in _tree():
        if not below(command):
            yield Leaf(path, tuple(command.params))


def below(command: Any) -> dict[str, Any]:
    """Return the commands below one, by name; none below one that does something."""
    context = command.context_class(command)
    names = command.list_commands(context) if hasattr(command, "children") else ()
    return {name: command.get_command(context, name) for name in names}


def pages() -> Iterator[tuple[str, ...]]:
    """Yield the words of everything that has a help page."""
    yield from (path for path, _ in _tree())


def variants(leaf: Leaf) -> Iterator[tuple[str, ...]]:
    """Yield a command on the sample: as it is, then with each value of its choices."""
    known = {**ARGUMENTS, **ELSEWHERE.get(leaf.path, {})}
    arguments = map(known.__getitem__, _wanted(leaf))
    base = (*leaf.path, *arguments, *ANSWERS.get(leaf.path, ()))
    if leaf.has("--sample"):
        base = (*base, "--sample")
    yield base
    for parameter in leaf.parameters:
        option = max(parameter.opts, key=len)
        if option not in SPOKEN:
            for value in choices(parameter):
                yield (*base, option, value)


def choices(parameter: Any) -> list[str]:
    """Return the values among which an option chooses; none where it takes any."""
    command: Any = typer.main.get_command(app)
    context = command.context_class(command)
    shown = (parameter.get_help_record(context) or ("", ""))[0]
    found = re.search(r"[<\[]([\w-]+(?:\|[\w-]+)+)[>\]]$", shown)
    return found[1].split("|") if found and shown.startswith("-") else []


def _wanted(leaf: Leaf) -> list[str]:
    return [
        str(each.metavar or each.name)
        for each in leaf.parameters
        if each.param_type_name == "argument" and each.required
    ]


def _tree() -> Iterator[tuple[tuple[str, ...], Any]]:
    waiting: list[tuple[tuple[str, ...], Any]] = [((), typer.main.get_command(app))]
    while waiting:
        path, command = waiting.pop(0)
        yield path, command
        waiting += [((*path, name), each) for name, each in below(command).items()]
