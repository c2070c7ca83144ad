"""A form into a workspace: a new one, or the one that is there (調査票の反映)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from stdmig.dates import Period
from stdmig.diagnostics import Diagnostic
from stdmig.intake.forms.answers import Answers, read_answers
from stdmig.intake.inventory_list.inquiry import Remark
from stdmig.inventory import Inventory, Source, Sources, load
from stdmig.inventory.draft import Draft, DraftLive
from stdmig.inventory.editing.change import Edited
from stdmig.inventory.editing.step_counts import set_step_counts
from stdmig.inventory.editing.systems import edit_systems_yaml
from stdmig.inventory.told_progress import ToldProgress
from stdmig.inventory.writing.new_progress import new_progress_yaml
from stdmig.words import Style, text
from stdmig.workspace.acceptable import acceptable
from stdmig.workspace.begin import Begun, begin
from stdmig.workspace.file_draft import FileDraft, file_draft
from stdmig.workspace.files import (
    PROCEDURES,
    PROGRESS,
    SYSTEMS,
    TEMPLATE,
    with_source,
    with_steps,
)
from stdmig.workspace.forms.progress import progress_draft
from stdmig.workspace.forms.received import Received
from stdmig.workspace.forms.taken import Taken
from stdmig.workspace.forms.write import write_drafts, write_new
from stdmig.workspace.import_inventory import gone_units
from stdmig.workspace.open import Request, read_workspace
from stdmig.workspace.steps_table import packaged_steps


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
    systems = _systems(sources, inventory, answers.draft, style)
    remarks = (*answers.remarks, *_left(inventory, answers.draft, received))
    if systems.after is None or _is_refused(answers):
        return _refused(received, [*answers.faults, *systems.faults], remarks)
    becomes = Source(sources.systems.name, systems.after)
    changed = with_source(sources, SYSTEMS, becomes)
    progress = progress_draft(changed, inventory.progress, answers.progress, style)
    drafts = [systems] if progress is None else [systems, progress]
    faults = [*answers.faults, *(fault for each in drafts for fault in each.faults)]
    if any(each.after is None for each in drafts):
        return _refused(received, faults, remarks)
    changes = tuple(change for each in drafts for change in each.changes)
    if changes and not dry_run:
        written, unwritten = write_drafts(drafts)
        faults += unwritten
        if unwritten and not written:
            return _refused(received, faults, remarks)
        changes = tuple(change for each in written for change in each.changes)
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
        faults = write_new(place, made)
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


def _systems(
    sources: Sources, inventory: Inventory, draft: Draft, style: Style
) -> FileDraft:
    """Return ``systems.yaml`` with what a draft says; new systems come first."""
    known = {each.id for each in inventory.file.systems}
    late = tuple(each for each in draft.designated or () if each.system not in known)

    def edit(file: Source) -> tuple[Edited | None, list[Diagnostic]]:
        made, faults = edit_systems_yaml(file, draft, frozenset(), style)
        if made is None or not late:
            return made, faults
        between, only = Source(file.name, made.data), Draft({}, designated=late)
        again, more = edit_systems_yaml(between, only, frozenset(), style)
        if again is None:
            return None, faults + more
        return again._replace(changes=(*made.changes, *again.changes)), faults + more

    return file_draft(sources, SYSTEMS, edit, partly=True)


def _answers(received: Received, inventory: Inventory | None) -> Answers:
    assert received.form is not None
    assert received.town is not None
    own = inventory.steps if inventory else None
    return read_answers(
        received.form,
        received.town,
        list(received.of_cells),
        inventory.file if inventory else None,
        own.count if own else packaged_steps().count,
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
    data = made.files.get(PROGRESS) or new_progress_yaml(style)
    steps = [(known[each.system], each.steps) for each in told if each.steps]
    edited, faults = set_step_counts(Source(PROGRESS, data), steps, style)
    if edited is None:
        return made, faults
    progress = Source(PROGRESS, edited.data)
    sources = with_steps(Sources(systems, procedures, template, progress=progress))
    _, faults = load(sources, acceptable())
    return made._replace(files={**made.files, PROGRESS: edited.data}), faults
