"""
The words of every command: what each is for, and where it is (コマンド一覧).

A command is read in when it is called, so that none waits for the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from stdmig.words import Text, text

if TYPE_CHECKING:
    from stdmig.inventory.schema.files import InputFile
    from stdmig.workspace.papers import Paper


class Leaf(NamedTuple):
    """
    A command that does something.

    Attributes
    ----------
    load
        Returns the function behind it; reads its module in.
    """

    name: str
    words: Text
    example: str
    load: Callable[[], Callable[..., None]]


class Branch(NamedTuple):
    """A command that has commands below it; they are listed when it is called."""

    name: str
    words: Text
    example: str
    leaves: Callable[[], Iterator[Leaf]]


def _leaf(name: str, words: Text, example: str, place: str) -> Leaf:
    """Return a command by the place of its function: ``module:function``."""
    return Leaf(name, words, example, partial(_function_at, place))


def _function_at(place: str) -> Callable[..., None]:
    module, _, name = place.partition(":")
    function: Callable[..., None] = getattr(import_module(f"stdmig.cli.{module}"), name)
    return function


def _exports() -> Iterator[Leaf]:
    from stdmig.workspace.papers import PAPERS

    yield _leaf(
        "all",
        text("Everything for a meeting in one folder, with an index page."),
        "stdmig export all meeting --sample",
        "export.folder:folder",
    )
    yield _leaf(
        "inventory",
        text("The systems and contracts as a table to edit in Excel and import again."),
        "stdmig export inventory --sample --output list.xlsx",
        "export.inventory:inventory",
    )
    yield _leaf(
        "steps",
        text("The steps per system as the ministry's form (.xlsx)."),
        "stdmig export steps --sample --output steps.xlsx",
        "export.steps:steps",
    )
    yield _leaf(
        "designated",
        text("Designated systems with reason and planned completion (CSV, .xlsx)."),
        "stdmig export designated --sample --output designated.csv",
        "export.designated:designated",
    )
    yield _leaf(
        "budget",
        text("The lines of the budget request (CSV)."),
        "stdmig export budget --sample --output budget.csv",
        "export.budget:budget",
    )
    yield _leaf(
        "without-prices",
        text("A copy of the workspace without prices, to give to others."),
        "stdmig export without-prices copy --sample",
        "export.without_prices:without_prices",
    )
    for paper in PAPERS:
        example = f"stdmig export {paper.name} --sample --output {paper.file}"
        yield Leaf(paper.name, paper.help, example, partial(_export_of, paper))


def _export_of(paper: Paper) -> Callable[..., None]:
    from stdmig.cli.export.paper import command_for

    return command_for(paper)


def _imports() -> Iterator[Leaf]:
    yield _leaf(
        "inventory",
        text("Bring a list of the systems from Excel into systems.yaml."),
        "stdmig import inventory list.xlsx --dry-run",
        "import_.inventory:inventory",
    )
    yield _leaf(
        "steps",
        text("Bring the ministry's table of steps per system into progress.yaml."),
        "stdmig import steps steps.xlsx --as-of 2026-01-31 --dry-run",
        "import_.steps:steps",
    )


def _recording() -> Iterator[Leaf]:
    yield _leaf(
        "set",
        text("Record how far tasks are, in progress.yaml."),
        "stdmig progress set 12@juki started --start 2026-06 --percent 40",
        "progress.set_tasks:set_tasks",
    )
    yield _leaf(
        "live",
        text("Record that systems went live, in progress.yaml."),
        "stdmig progress live juki --since 2026-01-05",
        "progress.live:live",
    )
    yield _leaf(
        "steps",
        text("Record the ministry's steps of a system, in progress.yaml."),
        "stdmig progress steps juki --done 1-34,36 --started 35",
        "progress.steps:steps",
    )


def _baselines() -> Iterator[Leaf]:
    yield _leaf(
        "save",
        text("Keep the plan as it stands, to hold the work against it."),
        "stdmig baseline save --as-of 2026-06-01 --note Council",
        "baselines.save:save",
    )
    yield _leaf(
        "list",
        text("List the plans that are kept."),
        "stdmig baseline list",
        "baselines.list_kept:list_kept",
    )


def _forms() -> Iterator[Leaf]:
    yield _leaf(
        "write",
        text("An Excel form for each municipality, to fill in and send back."),
        "stdmig forms write towns.csv forms",
        "forms.write:write",
    )
    yield _leaf(
        "collect",
        text("Bring forms that came back into workspaces, one for each municipality."),
        "stdmig forms collect returned towns --towns towns.csv",
        "forms.collect:collect",
    )


def _schemas() -> Iterator[Leaf]:
    from stdmig.inventory.schema.files import INPUT_FILES

    yield _leaf(
        "all",
        text("The schemas of all files into one folder."),
        "stdmig schema all schemas",
        "schema:folder",
    )
    for file in INPUT_FILES:
        words = text("The schema of {file}.", file=file.name)
        example = f"stdmig schema {file.key} --output {file.schema_name}"
        yield Leaf(file.key, words, example, partial(_schema_of, file))


def _schema_of(file: InputFile) -> Callable[..., None]:
    from stdmig.cli.schema import command_for

    return command_for(file)


COMMANDS: tuple[Leaf | Branch, ...] = (
    _leaf(
        "init",
        text("Begin a workspace: ask a few questions and write its files."),
        "stdmig init our-town --name Mihon --not-here seiho",
        "init:init",
    ),
    _leaf(
        "plan",
        text("Show the schedule, planned backward from the cutovers."),
        "stdmig plan --sample --by system",
        "plan:plan",
    ),
    _leaf(
        "check",
        text("Find contracts that end before cutover, and plans that do not fit."),
        "stdmig check --sample --format json",
        "check:check",
    ),
    _leaf(
        "explain",
        text("Say why each date is what it is, or what a rule means."),
        "stdmig explain 個人住民税 8 --sample",
        "explain:explain",
    ),
    _leaf(
        "level",
        text("Spread the work: choose when each task starts, within the capacities."),
        "stdmig level --sample --time-limit 0",
        "level:level",
    ),
    _leaf(
        "compare",
        text("Compare two plans: folders, revisions of git, or scenarios (what if)."),
        "stdmig compare --sample --scenario stay",
        "compare:compare",
    ),
    _leaf(
        "risk",
        text(
            "Tell how sure the cutovers are: durations drawn at random, again and"
            " again."
        ),
        "stdmig risk --sample --system kojin",
        "risk:risk",
    ),
    _leaf(
        "status",
        text("Tell how far the work is, what is late, and what must begin next."),
        "stdmig status --sample",
        "status:status",
    ),
    _leaf(
        "portfolio",
        text("Look at many municipalities together: risk, vendors, days that are due."),
        "stdmig portfolio --sample",
        "portfolio:portfolio",
    ),
    _leaf(
        "graph",
        text("Draw what follows what: the work items, or every task of the plan."),
        "stdmig graph --sample --format mermaid",
        "graph:graph",
    ),
    Branch(
        "progress",
        text("Record what has happened, in progress.yaml."),
        "stdmig progress set 12@juki started --start 2026-06 --percent 40",
        _recording,
    ),
    Branch(
        "baseline",
        text("Keep plans, to hold the work against them."),
        "stdmig baseline save --as-of 2026-06-01 --note Council",
        _baselines,
    ),
    Branch(
        "import",
        text("Import data of other programs."),
        "stdmig import inventory list.xlsx --dry-run",
        _imports,
    ),
    Branch(
        "export",
        text("Write files for other people and programs."),
        "stdmig export budget --sample --output budget.csv",
        _exports,
    ),
    Branch(
        "forms",
        text("Forms that municipalities fill in and send back."),
        "stdmig forms write towns.csv forms",
        _forms,
    ),
    Branch(
        "schema",
        text(
            "Write JSON Schemas of the input files: an editor then completes keys and"
            " explains them."
        ),
        "stdmig schema all schemas",
        _schemas,
    ),
    _leaf(
        "doctor",
        text("Check that this computer has all that is needed."),
        "stdmig doctor",
        "doctor.command:doctor",
    ),
    _leaf(
        "completion",
        text("Print the script by which a shell completes commands."),
        "stdmig completion bash",
        "completion:completion",
    ),
)
"""All commands, in the order of the help page."""
