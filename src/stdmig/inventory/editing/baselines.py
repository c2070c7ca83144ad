"""baselines.yaml with one more plan at its end (基準計画の追加)."""

from __future__ import annotations

from datetime import date

from stdmig.dates import Period
from stdmig.diagnostics import Diagnostic
from stdmig.inventory.baselines import BaselinesFile
from stdmig.inventory.editing.change import Edited
from stdmig.inventory.editing.recording import Opened, made, open_file, spelled
from stdmig.inventory.editing.spelling import spelling_of
from stdmig.inventory.editing.step import Step
from stdmig.inventory.kept_plan import KeptPlan
from stdmig.inventory.recorded import TypedDay
from stdmig.inventory.source import Source
from stdmig.inventory.writing.baselines import baseline_entry
from stdmig.inventory.writing.day import day_in_file
from stdmig.words import Name, Style

_ORDER = ("schema", "baselines")


def keep_plan(
    source: Source, kept: KeptPlan, style: Style
) -> tuple[Edited | None, list[Diagnostic]]:
    """
    Put a plan at the end of ``baselines.yaml``; every other byte stays.

    Days are written as in the last plan of the file. Where there is none, the as-of
    date follows the style and the many others are ISO days.

    Returns
    -------
    The changed file; None where the file is at fault. With it ``STD025`` where the
    plan must be put in by hand.
    """
    opened, faults = open_file(source, BaselinesFile)
    if opened is None:
        return None, faults
    own, others = _written(opened)

    def spell(day: date) -> date | str:
        return spelled(TypedDay(Period(day, day), day.isoformat()), others)

    as_of = day_in_file(kept.as_of, style)
    if own:
        typed = TypedDay(Period(kept.as_of, kept.as_of), kept.as_of.isoformat())
        as_of = spelled(typed, own)
    data = baseline_entry(kept, as_of, spell, style)
    change = opened.change(("baselines",), Name(kept.id), None, None, kept.id)
    step = Step((change,), opened.add("baselines", _ORDER, data))
    return made(source, opened.document, [step])


def _written(opened: Opened[BaselinesFile]) -> tuple[list[str], list[str]]:
    """Return the as-of date of the last plan as written, and one of its other days."""
    entries = opened.document.root.get("baselines") or []
    last = entries[-1] if isinstance(entries, list) and entries else {}
    rows = [*(last.get("cutovers") or []), *(last.get("tasks") or [])]
    days = [row.get("day") or row.get("start") for row in rows]
    known = [str(day) for day in days if day and spelling_of(str(day))]
    return [str(last["as_of"])] if last.get("as_of") else [], known[:1]
