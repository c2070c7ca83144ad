"""Forms that came back, each into its workspace (調査票の回収)."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location
from stdmig.intake.forms.town import TownNamed
from stdmig.inventory.writing.new_portfolio import new_portfolio_yaml
from stdmig.words import Style, text
from stdmig.workspace.files import PORTFOLIO
from stdmig.workspace.forms.places import Places, is_listed
from stdmig.workspace.forms.received import Received, receive, refused_twice
from stdmig.workspace.forms.take import begun, take
from stdmig.workspace.forms.taken import Taken
from stdmig.workspace.refusal import refusal, remedy
from stdmig.workspace.write_new import write_new


class Collected(NamedTuple):
    """
    What became of all forms.

    Attributes
    ----------
    missing
        Municipalities of the list from which no form came that could be taken.
    listed
        How many municipalities the list has.
    unlisted
        Workspaces that the ``portfolio.yaml`` of the folder does not reach.
    portfolio
        The ``portfolio.yaml`` that was made, or would be; None where there is one.
    refused
        Why it could not be made.
    """

    forms: tuple[Taken, ...]
    missing: tuple[TownNamed, ...] = ()
    listed: int = 0
    unlisted: tuple[Path, ...] = ()
    portfolio: Path | None = None
    refused: OSError | None = None


def collect(
    files: Sequence[Path],
    folder: Path,
    towns: Sequence[TownNamed],
    style: Style,
    *,
    dry_run: bool,
    told: Callable[[int], None] = lambda number: None,
) -> Collected:
    """
    Bring forms into workspaces; what is wrong with one changes nothing of the others.

    Parameters
    ----------
    files
        The forms.
    folder
        Where the workspaces lie, one for each town.
    towns
        From whom forms are expected.
    style
        Language of new files, and how days are written in them.
    dry_run
        Whether everything is done but the writing.
    told
        Is called with the number of forms that are done.
    """
    places = Places(folder)
    first: list[Received] = []
    forms = []
    for number, file in enumerate(files, start=1):
        received = receive(file)
        forms.append(_taken(received, first, places, style, dry_run=dry_run))
        told(number)
    taken = [each for each in forms if each.outcome != "refused"]
    missing = tuple(
        town
        for town in towns
        if not any(each.town and each.town.is_same(town) for each in taken)
    )
    if not taken:
        return Collected(tuple(forms), missing, len(towns))
    found = Collected(tuple(forms), missing, len(towns))
    try:
        made, unlisted = _portfolio(folder, taken, style, dry_run=dry_run)
    except OSError as error:
        # What the workspaces took is theirs, and is told all the same.
        return found._replace(refused=error)
    return found._replace(portfolio=made, unlisted=unlisted)


def _taken(
    received: Received,
    first: list[Received],
    places: Places,
    style: Style,
    *,
    dry_run: bool,
) -> Taken:
    """Return what becomes of a form; `first` has those that were taken before it."""
    town = received.town
    if town is not None:
        same = next((e for e in first if e.town and e.town.is_same(town)), None)
        if same is not None:
            received = refused_twice(received, same)
    if town is None or received.faults:
        return Taken(received.file, town, "refused", faults=received.faults)
    try:
        place = places.find(town)
    except OSError as error:
        return Taken(received.file, town, "refused", faults=(_unreadable(error),))
    if place is not None:
        taken = take(received, place, style, dry_run=dry_run)
    else:
        taken = begun(received, places.new(town), style, dry_run=dry_run)
    if taken.outcome != "refused":
        first.append(received)
    return taken


def _unreadable(error: OSError) -> Diagnostic:
    where = Location(Path(os.fsdecode(error.filename)).as_posix())
    message = text("cannot be read: {why}", why=refusal(error))
    return Diagnostic("STD001", message, where, remedy(error))


def _portfolio(
    folder: Path, taken: Sequence[Taken], style: Style, *, dry_run: bool
) -> tuple[Path | None, tuple[Path, ...]]:
    """Make the list of the workspaces, or return those that it does not reach."""
    path = folder / PORTFOLIO
    if os.path.lexists(path):
        new = [each.folder for each in taken if each.outcome == "new" and each.folder]
        if dry_run:
            return None, ()
        return None, tuple(each for each in new if not is_listed(folder, each))
    if not dry_run:
        write_new(folder, {PORTFOLIO: new_portfolio_yaml(style)})
    return path, ()
