"""``stdmig level``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import typer

from stdmig.cli.broken_library import broken_library
from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.level_options import (
    Durations,
    DurationsOption,
    Fix,
    KeepBegun,
    ObjectiveOption,
    Save,
    TimeLimit,
    With,
    Workers,
    all_objectives,
)
from stdmig.cli.level_output import emit_level
from stdmig.cli.messages import complain, tell
from stdmig.cli.nearest import nearest
from stdmig.cli.next_steps import workspace_option
from stdmig.cli.options import (
    AsOf,
    DatesOption,
    EncodingOption,
    Force,
    Lang,
    Output,
    Sample,
    Workspace,
)
from stdmig.cli.page_options import FormatOption, Full, Seed
from stdmig.cli.refuse_early import refuse_early
from stdmig.cli.save_starts import save_starts
from stdmig.cli.search_watch import Watch
from stdmig.cli.session import (
    machine_style,
    plan_or_end,
    tell_circumstances,
    tell_faults,
)
from stdmig.levelling.levelled import Levelled
from stdmig.levelling.problem import Objective
from stdmig.levelling.solved import Limits
from stdmig.outlook.levelling.goals import scale_of
from stdmig.render.level.page import LevelPage
from stdmig.render.one_line import one_line
from stdmig.schedule import Plan
from stdmig.words import text
from stdmig.workspace.open import find_folder


def level(
    workspace: Workspace = None,
    sample: Sample = False,
    with_: With = None,
    as_of: AsOf = None,
    durations: DurationsOption = "likely",
    objective: ObjectiveOption = None,
    fix: Fix = None,
    keep_begun: KeepBegun = False,
    time_limit: TimeLimit = 20,
    seed: Seed = 1,
    workers: Workers = 2,
    save: Save = False,
    full: Full = False,
    format: FormatOption = "text",
    encoding: EncodingOption = "utf-8",
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    dates: DatesOption = None,
) -> None:
    """Choose the starts, show them, and save them where that is wanted."""
    goals = all_objectives(objective)
    _refuse_to_save(sample, save)
    refuse_early(format, output, "level.xlsx", force=force)
    folders = [workspace, *(with_ or ())]
    _refuse_twice(folders[1:] if sample else folders)
    planned = [
        plan_or_end(folder, sample and number == 0, as_of)
        for number, folder in enumerate(folders)
    ]
    plans = [each.plan for each in planned]
    _known_tasks(plans, fix or [])
    for each in planned:
        if format != "text" or each.as_of_source == "today":
            tell_circumstances(each)
    levelled = _search(
        plans,
        durations,
        goals,
        frozenset(fix or ()),
        keep_begun=keep_begun,
        time_limit=time_limit,
        seed=seed,
        workers=workers,
    )
    style = machine_style(lang, planned[0].inventory)
    saved = save and save_starts(levelled, folders, style.language)
    beside = (workspace_option(each) for each in with_ or ())
    page = LevelPage(
        levelled,
        full,
        workspace_option(workspace),
        "".join(each.replace(" -w ", " --with ", 1) for each in beside),
        saved,
    )
    emit_level(page, format, style, encoding, output, force=force)
    if levelled.interrupted and format != "text":
        tell(
            text("The search was interrupted: this is the best plan that it had found.")
        )
    if save and not saved:
        raise typer.Exit(UNUSABLE)


def _search(
    plans: Sequence[Plan],
    durations: Durations,
    goals: tuple[Objective, ...],
    fix: frozenset[str],
    *,
    keep_begun: bool,
    time_limit: int,
    seed: int,
    workers: int,
) -> Levelled:
    """Return the best plan that was found until the time was over, or Ctrl-C."""
    from stdmig.levelling.level import level as level_plans

    exact = time_limit > 0
    if exact and find_spec("ortools") is None:
        exact = False
        _tell_missing()
    watch = Watch(time_limit if exact else None, scale_of(plans))
    search = partial(
        level_plans,
        plans,
        limits=Limits(watch.remaining, workers, seed, seconds=float(time_limit)),
        durations=durations,
        objectives=goals,
        fix=fix,
        keep_begun=keep_begun,
        told=watch.told,
    )
    with watch.watching():
        try:
            levelled, told = search(exact=exact)
        except Exception as error:
            if not isinstance(error, ImportError) and broken_library(error) is None:
                raise
            # It is there, but cannot be loaded: a part of the system lacks, or it
            # is damaged, or meant for another processor.
            _tell_broken(error)
            levelled, told = search(exact=False)
    if told:
        tell_faults(told)
    return replace(levelled, interrupted=True) if watch.interrupted else levelled


def _tell_missing() -> None:
    tell(
        text(
            "the solver is not installed; the fast heuristic alone is used. Install it"
            " with: {command} (without a network: docs/offline.md)",
            command='pip install "stdmig[level]"',
        )
    )


def _tell_broken(error: Exception) -> None:
    # No other run needs to know how other programs speak.
    from stdmig.cli.doctor.heard import brief

    tell(
        text(
            "the solver cannot be loaded ({error}); the fast heuristic alone is used",
            error=brief(str(error)),
        )
    )


def _refuse_twice(folders: Sequence[Path | None]) -> None:
    """
    Go on only if every workspace is named once: each is a municipality of its own.

    Raises
    ------
    typer.Exit
        With code 2 if one is named twice.
    """
    known: set[str] = set()
    for folder in folders:
        place = os.path.realpath(find_folder(folder))
        if place in known:
            complain(
                text(
                    "the workspace {folder} is named twice",
                    folder=one_line((folder or Path()).as_posix()),
                )
            )
            raise typer.Exit(UNUSABLE)
        known.add(place)


def _known_tasks(plans: Sequence[Plan], wanted: list[str]) -> None:
    """
    Go on only if every task that is to be fixed is one of a plan.

    Raises
    ------
    typer.Exit
        With code 2 if one is not.
    """
    known = [task.id for plan in plans for task in plan.tasks]
    unknown = [each for each in wanted if each not in known]
    for each in unknown:
        complain(text("no task is called '{name}'", name=each), *nearest(each, known))
    if unknown:
        raise typer.Exit(UNUSABLE)


def _refuse_to_save(sample: bool, save: bool) -> None:
    """
    Go on only if the starts can be saved where that is wanted.

    Raises
    ------
    typer.Exit
        With code 2 if it cannot.
    """
    if sample and save:
        complain(
            text("--save has no workspace to write into under --sample"),
            text("begin a workspace of your own with stdmig init"),
        )
        raise typer.Exit(UNUSABLE)
