"""Which two workspaces a command compares, or why it cannot (比べる二つ)."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.messages import complain, tell
from stdmig.cli.nearest import known_here, nearest
from stdmig.cli.session import tell_faults
from stdmig.inventory import Inventory
from stdmig.inventory.suppose import suppose
from stdmig.render.packaged_files import packaged_files
from stdmig.words import Readable, Text, listing, text
from stdmig.workspace import Opened, Request, read_workspace
from stdmig.workspace.compare import Side
from stdmig.workspace.files import SCENARIOS
from stdmig.workspace.git import RevisionError, quiet
from stdmig.workspace.open import find_folder
from stdmig.workspace.revision import read_revision
from stdmig.workspace.supposed import find_supposition, suppositions

_Read = tuple[Readable, Opened]


def sides_or_end(
    folders: Sequence[Path] | None,
    revisions: Sequence[str] | None,
    scenarios: Sequence[str] | None,
    workspace: Path | None,
    sample: bool,
) -> tuple[Side, Side]:
    """
    Return the two workspaces that are compared, the one before first.

    Raises
    ------
    typer.Exit
        With code 2 if the words name no two workspaces, or one cannot be read; every
        fault of both was then told, each with its side.
    """
    _refuse_mixture(folders, revisions, scenarios, workspace, sample)
    if folders:
        first, second = (
            (text("{name}", name=_path(each)), read_workspace(Request(each)))
            for each in folders
        )
        return _both_or_end(first, second)
    if revisions:
        return _both_or_end(*_revisions_or_end(revisions, workspace))
    return _scenarios_or_end(scenarios or (), Request(workspace, sample))


def _refuse_mixture(
    folders: Sequence[Path] | None,
    revisions: Sequence[str] | None,
    scenarios: Sequence[str] | None,
    workspace: Path | None,
    sample: bool,
) -> None:
    """Go on only if the words say exactly one way to find two workspaces."""
    if workspace is not None and sample:
        _refuse(text("--workspace and --sample exclude each other"))
    ways = [
        name
        for name, given in (
            (text("two folders"), folders),
            ("--rev", revisions),
            ("--scenario", scenarios),
        )
        if given
    ]
    if len(ways) > 1:
        _refuse(text("{ways} exclude each other", ways=listing(ways)))
    if not ways:
        _refuse(text("what is to be compared is not said"), *_WAYS)
    if folders and len(folders) != 2:
        _refuse(text("two folders are compared, not {n}", n=len(folders)), *_WAYS)
    if folders and (workspace is not None or sample):
        _refuse(text("with two folders there is no --workspace and no --sample"))
    if revisions and sample:
        _refuse(text("the sample city has no revisions; it has --scenario"))
    for option, given in (("--rev", revisions), ("--scenario", scenarios)):
        if given and len(given) > 2:
            _refuse(text("{option} is given twice at most", option=option))


_WAYS = (
    text("two folders: {command}", command="stdmig compare BEFORE AFTER"),
    text("a revision against today: {command}", command="stdmig compare --rev HEAD~1"),
    text("a scenario: {command}", command="stdmig compare --scenario NAME"),
)


def _path(folder: Path) -> str:
    return folder.as_posix()


def _revisions_or_end(
    revisions: Sequence[str], workspace: Path | None
) -> tuple[_Read, _Read]:
    environment = quiet(os.environ)
    read: list[_Read] = []
    try:
        for revision in revisions:
            opened = read_revision(workspace, revision, environment)
            read.append((text("{name}", name=revision), opened))
    except RevisionError as error:
        _refuse(error.message, *([error.help] if error.help else []))
    if len(read) == 1:
        folder = _path(find_folder(workspace))
        title = text("the files of today ({folder})", folder=folder)
        read.append((title, read_workspace(Request(workspace))))
    first, second = read
    return first, second


def _both_or_end(first: _Read, second: _Read) -> tuple[Side, Side]:
    sides = [_side(*first), _side(*second)]
    for name, side, (title, opened) in zip(
        (text("before"), text("after")), sides, (first, second), strict=True
    ):
        if side is None:
            tell(text("{side} ({what}) cannot be read:", side=name, what=title))
            tell_faults(opened.faults)
    before, after = sides
    if before is None or after is None:
        raise typer.Exit(UNUSABLE)
    _tell_packaged(before, after)
    return before, after


def _side(title: Readable, opened: Opened) -> Side | None:
    return None if opened.inventory is None else Side(title, opened.inventory)


def _tell_packaged(*sides: Side) -> None:
    for each in packaged_files(*(side.inventory for side in sides)):
        tell(each)


def _scenarios_or_end(names: Sequence[str], request: Request) -> tuple[Side, Side]:
    opened = read_workspace(request)
    inventory = opened.inventory
    if inventory is None:
        tell_faults(opened.faults)
        raise typer.Exit(UNUSABLE)
    supposed = [_supposed_or_end(inventory, name) for name in names]
    as_is = Side(text("the workspace as it is"), inventory)
    first, second = (as_is, *supposed)[-2:]
    _tell_packaged(first)
    return first, second


def _supposed_or_end(inventory: Inventory, name: str) -> Side:
    found = find_supposition(inventory, name)
    if found is None:
        known = [each.id for each in suppositions(inventory)]
        hints = nearest(name, known) or [
            known_here(known)
            if known
            else text("write scenarios into {file}", file=SCENARIOS)
        ]
        _refuse(text("there is no scenario '{name}'", name=name), *hints)
    return Side(
        text("scenario {id}: {name}", id=found.id, name=found.title),
        suppose(inventory, found),
        found.capacity is not None,
    )


def _refuse(what: Text, *hints: Text) -> NoReturn:
    complain(what, *hints)
    raise typer.Exit(UNUSABLE)
