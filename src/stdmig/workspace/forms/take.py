"""A form into a workspace: a new one, or the one that is there (調査票の反映)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from stdmig.dates import Period
from stdmig.diagnostics import Diagnostic, Location
from stdmig.intake.forms.answers import Answers, read_answers
from stdmig.intake.inventory_list.inquiry import Remark
from stdmig.inventory import Inventory, Source, Sources, System, load
from stdmig.inventory.draft import Draft, DraftLive
from stdmig.inventory.editing.change import Change
from stdmig.inventory.editing.live import set_live
from stdmig.inventory.editing.step_counts import says, set_step_counts
from stdmig.inventory.progress import ProgressFile
from stdmig.inventory.recorded import TypedDay
from stdmig.inventory.sound_systems import read_systems
from stdmig.inventory.told_progress import ToldProgress, ToldSteps
from stdmig.inventory.writing.begun_progress import begun_progress_yaml
from stdmig.inventory.writing.day import day_in_file
from stdmig.words import Style, text
from stdmig.workspace.acceptable import acceptable
from stdmig.workspace.begin import Begun, begin, write_begun
from stdmig.workspace.forms.received import Received
from stdmig.workspace.forms.steps import steps_counted
from stdmig.workspace.forms.taken import Taken
from stdmig.workspace.import_inventory import Change as Becoming
from stdmig.workspace.import_inventory import change, gone_units
from stdmig.workspace.open import (
    PROCEDURES,
    PROGRESS,
    STEPS,
    SYSTEMS,
    TEMPLATE,
    Request,
    packaged,
    read_workspace,
)
from stdmig.workspace.refusal import refusal
from stdmig.workspace.write_change import (
    BeingWrittenError,
    ChangedMeanwhileError,
    write_change,
)
from stdmig.workspace.write_new import write_new


def take(received: Received, place: Path, style: Style, *, dry_run: bool) -> Taken:
    """
    Bring a form into the workspace that is there, by changes of its lines alone.

    Comments, prices and whatever else the form does not speak of stay. What the form
    leaves empty, and units that it does not list, stay as well.

    Parameters
    ----------
    style
        How days are written in a file that has none.
    dry_run
        Whether everything is done but the writing.
    """
    opened = read_workspace(Request(place))
    if opened.inventory is None or opened.sources is None:
        return _refused(received, opened.faults)
    inventory, sources = opened.inventory, opened.sources
    answers = _answers(received, inventory)
    made = _changed(sources, inventory, answers.draft, style)
    remarks = (*answers.remarks, *_left(inventory, answers.draft, received))
    if made.edited is None or _is_refused(answers):
        return _refused(received, [*answers.faults, *made.faults], remarks)
    becomes = Source(sources.systems.name, made.edited.data)
    changed = sources._replace(systems=becomes)
    progress = _progress(changed, inventory.progress, answers.progress, style)
    faults = [*answers.faults, *made.faults, *progress.faults]
    if progress.is_refused:
        return _refused(received, faults, remarks)
    changes = (*made.edited.changes, *progress.changes)
    if changes and not dry_run:
        faults += _write(sources, becomes, progress.becomes)
    return Taken(
        received.file,
        received.town,
        "changed" if changes else "same",
        place,
        changes,
        remarks,
        tuple(faults),
    )


def begun(received: Received, place: Path, style: Style, *, dry_run: bool) -> Taken:
    """Make a workspace of a form, as ``stdmig init --from`` does; see `take`."""
    answers = _answers(received, None)
    if _is_refused(answers):
        return _refused(received, list(answers.faults), answers.remarks)
    live = tuple(
        DraftLive(each.system, Period(each.since, each.since))
        for each in answers.progress
        if each.since is not None
    )
    made = begin(answers.draft._replace(live=live), style)
    if made.faults:
        return _refused(received, [*answers.faults, *made.faults], answers.remarks)
    made, faults = _with_steps(made, answers.progress, style)
    if not faults and not dry_run:
        faults = _write_new(place, made)
    if faults:
        return _refused(received, [*answers.faults, *faults], answers.remarks)
    return Taken(
        received.file,
        received.town,
        "new",
        place,
        (),
        (*answers.remarks, *_empty(answers, received)),
        answers.faults,
    )


def _empty(answers: Answers, received: Received) -> tuple[Remark, ...]:
    """Return a remark on a form in which nothing was filled in."""
    draft = answers.draft
    told = draft.units or draft.contracts or draft.designated or answers.progress
    if told or any(each.values for each in draft.systems) or received.town is None:
        return ()
    return (Remark(received.town.place, text("nothing is filled in but the name")),)


def _changed(
    sources: Sources, inventory: Inventory, draft: Draft, style: Style
) -> Becoming:
    """Return ``systems.yaml`` with what a draft says; new systems come first."""
    made = change(sources, draft, (), style)
    known = {each.id for each in inventory.file.systems}
    late = tuple(each for each in draft.designated or () if each.system not in known)
    if made.edited is None or not late:
        return made
    between = Source(sources.systems.name, made.edited.data)
    again = change(
        sources._replace(systems=between), Draft({}, designated=late), (), style
    )
    if again.edited is None:
        return again
    both = (*made.edited.changes, *again.edited.changes)
    edited = again.edited._replace(changes=both)
    return Becoming(edited, made.faults + again.faults)


def _answers(received: Received, inventory: Inventory | None) -> Answers:
    assert received.form is not None
    assert received.town is not None
    own = inventory.steps if inventory else None
    return read_answers(
        received.form,
        received.town,
        list(received.of_cells),
        inventory.file if inventory else None,
        own.count if own else steps_counted(),
    )


def _is_refused(answers: Answers) -> bool:
    return any(each.severity.key == "error" for each in answers.faults)


def _refused(
    received: Received,
    faults: Iterable[Diagnostic],
    remarks: tuple[Remark, ...] = (),
) -> Taken:
    told = tuple(faults)
    return Taken(received.file, received.town, "refused", remarks=remarks, faults=told)


def _left(inventory: Inventory, draft: Draft, received: Received) -> tuple[Remark, ...]:
    """Return a remark on the units that the form does not list."""
    gone = gone_units(inventory.file, draft)
    if not gone or received.town is None:
        return ()
    names = ", ".join(each.id for each in gone[:5])
    wording = text(
        "units that the form does not list stay in {file}: {names}",
        file=SYSTEMS,
        names=names,
    )
    return (Remark(received.town.place, wording),)


class _Progress(NamedTuple):
    """
    What ``progress.yaml`` becomes.

    Attributes
    ----------
    becomes
        None where nothing of it changes.
    """

    becomes: Source | None = None
    changes: tuple[Change, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    is_refused: bool = False


def _progress(
    sources: Sources,
    known: ProgressFile | None,
    told: tuple[ToldProgress, ...],
    style: Style,
) -> _Progress:
    """Return ``progress.yaml`` with what a form says of it."""
    _, file, _ = read_systems(sources.systems)
    systems = {each.id: each for each in file.systems} if file else {}
    live = {each.system: each.since for each in known.live} if known else {}
    records = {each.system: each for each in known.steps} if known else {}
    since = [
        (systems[each.system], each.since)
        for each in told
        if each.since is not None and live.get(each.system) != each.since
    ]
    steps = []
    for each in told:
        record = records.get(each.system)
        if each.steps is None or (
            record is not None
            and says(record, each.steps)
            and each.steps.as_of in (None, record.as_of)
        ):
            continue
        steps.append((systems[each.system], each.steps))
    if not since and not steps:
        return _Progress()
    path = Path(sources.systems.name).with_name(PROGRESS).as_posix()
    before = sources.progress or Source(path, begun_progress_yaml(style))
    becomes, changes, faults = _recorded(before, since, steps, style)
    if becomes is None:
        return _Progress(faults=faults, is_refused=True)
    steps_file = sources.steps or packaged(STEPS)
    _, wrong = load(sources._replace(progress=becomes, steps=steps_file), acceptable())
    if wrong:
        return _Progress(faults=(*faults, *wrong), is_refused=True)
    return _Progress(becomes, changes, faults)


def _recorded(
    source: Source,
    since: Iterable[tuple[System, date]],
    steps: Iterable[tuple[System, ToldSteps]],
    style: Style,
) -> tuple[Source | None, tuple[Change, ...], tuple[Diagnostic, ...]]:
    """Return the file with live systems, one by one, and with counts of steps."""
    changes: list[Change] = []
    for system, day in since:
        typed = TypedDay(Period(day, day), str(day_in_file(day, style)))
        edited, faults = set_live(source, (system,), typed, None, style)
        if edited is None:
            return None, (), tuple(faults)
        source = Source(source.name, edited.data)
        changes += edited.changes
    edited, faults = set_step_counts(source, steps, style)
    if edited is None:
        return None, (), tuple(faults)
    return Source(source.name, edited.data), (*changes, *edited.changes), ()


def _with_steps(
    made: Begun, told: tuple[ToldProgress, ...], style: Style
) -> tuple[Begun, list[Diagnostic]]:
    """Return the files of a new workspace with the counts of steps."""
    if all(each.steps is None for each in told):
        return made, []
    systems, procedures, template = (
        Source(name, made.files[name]) for name in (SYSTEMS, PROCEDURES, TEMPLATE)
    )
    inventory, faults = load(Sources(systems, procedures, template), acceptable())
    if inventory is None:
        return made, faults
    known = {each.id: each for each in inventory.file.systems}
    data = made.files.get(PROGRESS) or begun_progress_yaml(style)
    steps = [(known[each.system], each.steps) for each in told if each.steps]
    edited, faults = set_step_counts(Source(PROGRESS, data), steps, style)
    if edited is None:
        return made, faults
    progress = Source(PROGRESS, edited.data)
    sources = Sources(
        systems, procedures, template, progress=progress, steps=packaged(STEPS)
    )
    _, faults = load(sources, acceptable())
    return made._replace(files={**made.files, PROGRESS: edited.data}), faults


def _write(
    sources: Sources, systems: Source, progress: Source | None
) -> list[Diagnostic]:
    """Write what has changed; return what could not be written, and why."""
    pairs = [(sources.systems.data, systems)]
    if progress is not None and sources.progress is not None:
        pairs.append((sources.progress.data, progress))
    for before, after in pairs:
        if before == after.data:
            continue
        try:
            write_change(Path(after.name), before, after.data)
        except (OSError, ChangedMeanwhileError, BeingWrittenError) as error:
            return [_unwritten(after.name, error)]
    if progress is not None and sources.progress is None:
        path = Path(progress.name)
        try:
            write_new(path.parent, {path.name: progress.data})
        except OSError as error:
            return [_unwritten(progress.name, error)]
    return []


def _write_new(place: Path, made: Begun) -> list[Diagnostic]:
    try:
        write_begun(place, made)
    except FileExistsError as error:
        file = Path(error.filename or place).as_posix()
        message = text("{file} exists already", file=file)
        help_ = text("nothing is ever overwritten; name another folder")
        return [Diagnostic("STD025", message, Location(file), help_)]
    except OSError as error:
        return [_unwritten(place.as_posix(), error)]
    return []


def _unwritten(name: str, error: Exception) -> Diagnostic:
    where = Location(name)
    if isinstance(error, ChangedMeanwhileError):
        message = text(
            "{file} was changed by somebody else meanwhile; nothing was written",
            file=name,
        )
        return Diagnostic("STD025", message, where, text("run the command again"))
    if isinstance(error, BeingWrittenError):
        message = text(
            "{file} is being written by somebody else; nothing was written", file=name
        )
        help_ = text(
            "run the command again; if nobody else is at work, delete {lock}, which"
            " a command that was stopped has left behind",
            lock=error.lock.as_posix(),
        )
        return Diagnostic("STD025", message, where, help_)
    why = refusal(error) if isinstance(error, OSError) else str(error)
    message = text("{file} cannot be written: {why}", file=name, why=why)
    return Diagnostic("STD025", message, where)
