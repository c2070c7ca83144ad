"""The program as a tree of commands, with their help (コマンド一覧)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, ParamSpec

import typer

from stdmig import __version__
from stdmig.cli import (
    check,
    compare,
    completion,
    explain,
    graph,
    init,
    level,
    plan,
    portfolio,
    risk,
    schema,
    status,
)
from stdmig.cli.baselines import list_kept as list_baselines
from stdmig.cli.baselines import save as save_baseline
from stdmig.cli.doctor import command as doctor
from stdmig.cli.export import (
    budget,
    designated,
    folder,
    inventory,
    steps,
    without_prices,
)
from stdmig.cli.export.paper import command_for
from stdmig.cli.forms import collect as collect_forms
from stdmig.cli.forms import write as write_forms
from stdmig.cli.guard import guarded
from stdmig.cli.import_ import inventory as import_inventory
from stdmig.cli.import_ import steps as import_steps
from stdmig.cli.language import said
from stdmig.cli.options import DatesOption, Lang
from stdmig.cli.parser import HELP_NAMES, Command, Group
from stdmig.cli.progress import live, set_tasks
from stdmig.cli.progress import steps as record_steps
from stdmig.inventory.schema.files import INPUT_FILES
from stdmig.words import Text, text
from stdmig.workspace.papers import PAPERS

Params = ParamSpec("Params")


def _with_example(words: Text, example: str) -> str:
    """Return a help text that ends with a command to try."""
    return f"{said(words)}\n\n{said(text('Example: {command}', command=example))}"


def _group(words: Text, example: str, name: str | None = None) -> typer.Typer:
    """Return a new group of commands."""
    return typer.Typer(
        name=name,
        help=_with_example(words, example),
        short_help=said(words),
        cls=Group,
        context_settings=HELP_NAMES,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )


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
    decorate(guarded(command))


def _version(wanted: bool) -> None:
    if wanted:
        print(f"stdmig {__version__}")
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


def _branch(lang: Lang = None, dates: DatesOption = None) -> None:
    """Hold the options that belong to no command of a group."""


def _exports() -> typer.Typer:
    words = text("Write files for other people and programs.")
    group = _group(words, budget.EXAMPLE)
    _add(group, "all", folder.folder, folder.HELP, folder.EXAMPLE)
    _add(group, "inventory", inventory.inventory, inventory.HELP, inventory.EXAMPLE)
    _add(group, "steps", steps.steps, steps.HELP, steps.EXAMPLE)
    _add(
        group, "designated", designated.designated, designated.HELP, designated.EXAMPLE
    )
    _add(group, "budget", budget.budget, budget.HELP, budget.EXAMPLE)
    _add(
        group,
        "without-prices",
        without_prices.without_prices,
        without_prices.HELP,
        without_prices.EXAMPLE,
    )
    for paper in PAPERS:
        example = f"stdmig export {paper.name} --sample --output {paper.file}"
        _add(group, paper.name, command_for(paper), paper.help, example)
    return group


def _imports() -> typer.Typer:
    words = text("Import data of other programs.")
    group = _group(words, import_inventory.EXAMPLE)
    _add(
        group,
        "inventory",
        import_inventory.inventory,
        import_inventory.HELP,
        import_inventory.EXAMPLE,
    )
    _add(group, "steps", import_steps.steps, import_steps.HELP, import_steps.EXAMPLE)
    return group


def _recording() -> typer.Typer:
    words = text("Record what has happened, in progress.yaml.")
    group = _group(words, set_tasks.EXAMPLE)
    _add(group, "set", set_tasks.set_tasks, set_tasks.HELP, set_tasks.EXAMPLE)
    _add(group, "live", live.live, live.HELP, live.EXAMPLE)
    _add(group, "steps", record_steps.steps, record_steps.HELP, record_steps.EXAMPLE)
    return group


def _baselines() -> typer.Typer:
    words = text("Keep plans, to hold the work against them.")
    group = _group(words, save_baseline.EXAMPLE)
    _add(group, "save", save_baseline.save, save_baseline.HELP, save_baseline.EXAMPLE)
    _add(
        group,
        "list",
        list_baselines.list_kept,
        list_baselines.HELP,
        list_baselines.EXAMPLE,
    )
    return group


def _forms() -> typer.Typer:
    words = text("Forms that municipalities fill in and send back.")
    group = _group(words, write_forms.EXAMPLE)
    _add(group, "write", write_forms.write, write_forms.HELP, write_forms.EXAMPLE)
    _add(
        group,
        "collect",
        collect_forms.collect,
        collect_forms.HELP,
        collect_forms.EXAMPLE,
    )
    return group


def _schemas() -> typer.Typer:
    group = _group(schema.HELP, schema.EXAMPLE)
    _add(group, "all", schema.folder, schema.ALL_HELP, schema.EXAMPLE)
    for file in INPUT_FILES:
        example = f"stdmig schema {file.key} --output {file.schema_name}"
        _add(group, file.key, schema.command_for(file), schema.help_of(file), example)
    return group


def _program() -> typer.Typer:
    words = text(
        "Plan a municipality's move to standard-compliant core systems: a schedule"
        " backward from the deadline, and the contracts that end too early."
    )
    program = _group(words, "stdmig plan --sample", name="stdmig")
    program.callback()(_root)
    _add(program, "init", init.init, init.HELP, init.EXAMPLE)
    _add(program, "plan", plan.plan, plan.HELP, plan.EXAMPLE)
    _add(program, "check", check.check, check.HELP, check.EXAMPLE)
    _add(program, "explain", explain.explain, explain.HELP, explain.EXAMPLE)
    _add(program, "level", level.level, level.HELP, level.EXAMPLE)
    _add(program, "compare", compare.compare, compare.HELP, compare.EXAMPLE)
    _add(program, "risk", risk.risk, risk.HELP, risk.EXAMPLE)
    _add(program, "status", status.status, status.HELP, status.EXAMPLE)
    _add(program, "portfolio", portfolio.portfolio, portfolio.HELP, portfolio.EXAMPLE)
    _add(program, "graph", graph.graph, graph.HELP, graph.EXAMPLE)
    for name, group in (
        ("progress", _recording()),
        ("baseline", _baselines()),
        ("import", _imports()),
        ("export", _exports()),
        ("forms", _forms()),
        ("schema", _schemas()),
    ):
        group.callback()(_branch)
        program.add_typer(group, name=name)
    _add(program, "doctor", doctor.doctor, doctor.HELP, doctor.EXAMPLE)
    _add(
        program,
        "completion",
        completion.completion,
        completion.HELP,
        completion.EXAMPLE,
    )
    return program


app = _program()
"""All commands."""
