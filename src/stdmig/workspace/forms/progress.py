"""What a form says of progress.yaml (調査票の進捗)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from stdmig.dates import Period
from stdmig.diagnostics import Diagnostic
from stdmig.inventory import Source, Sources, System
from stdmig.inventory.editing.change import Change, Edited
from stdmig.inventory.editing.live import set_live
from stdmig.inventory.editing.step_counts import says, set_step_counts
from stdmig.inventory.progress import ProgressFile
from stdmig.inventory.read_systems import read_systems
from stdmig.inventory.recorded import TypedDay
from stdmig.inventory.told_progress import ToldProgress, ToldSteps
from stdmig.inventory.writing.day import day_in_file
from stdmig.inventory.writing.new_progress import new_progress_yaml
from stdmig.words import Style
from stdmig.workspace.file_draft import FileDraft, file_draft
from stdmig.workspace.files import PROGRESS


def progress_draft(
    sources: Sources,
    known: ProgressFile | None,
    told: tuple[ToldProgress, ...],
    style: Style,
) -> FileDraft | None:
    """Return ``progress.yaml`` with what a form says of it; None where all is known."""
    _, file, _ = read_systems(sources.systems)
    systems = {each.id: each for each in file.systems} if file else {}
    live = {each.system: each.since for each in known.live} if known else {}
    since = [
        (systems[each.system], each.since)
        for each in told
        if each.since is not None and live.get(each.system) != each.since
    ]
    steps = [(systems[system], each) for system, each in _new_steps(known, told)]
    if not since and not steps:
        return None
    return file_draft(
        sources,
        PROGRESS,
        lambda source: _recorded(source, since, steps, style),
        lambda: new_progress_yaml(style),
    )


def _new_steps(
    known: ProgressFile | None, told: tuple[ToldProgress, ...]
) -> list[tuple[str, ToldSteps]]:
    """Return the counts that the file does not have already, by system."""
    records = {each.system: each for each in known.steps} if known else {}
    found = []
    for each in told:
        record, steps = records.get(each.system), each.steps
        if steps is None:
            continue
        same = record is not None and says(record, steps)
        if not same or record is None or steps.as_of not in (None, record.as_of):
            found.append((each.system, steps))
    return found


def _recorded(
    source: Source,
    since: Sequence[tuple[System, date]],
    steps: Sequence[tuple[System, ToldSteps]],
    style: Style,
) -> tuple[Edited | None, list[Diagnostic]]:
    """Return the file with live systems, one by one, and with counts of steps."""
    changes: list[Change] = []
    for system, day in since:
        typed = TypedDay(Period(day, day), str(day_in_file(day, style)))
        edited, faults = set_live(source, (system,), typed, None, style)
        if edited is None:
            return None, faults
        source = Source(source.name, edited.data)
        changes += edited.changes
    edited, faults = set_step_counts(source, steps, style)
    if edited is None:
        return None, faults
    return edited._replace(changes=(*changes, *edited.changes)), []
