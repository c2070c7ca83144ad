"""A baselines.yaml without a plan yet, and a plan as its entry (基準計画のファイル)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from stdmig.inventory.baselines import BaselinesFile
from stdmig.inventory.kept_plan import KeptPlan
from stdmig.inventory.writing.collection import Data, Remarked
from stdmig.inventory.writing.comment import remark
from stdmig.inventory.writing.whole_file import whole_file
from stdmig.words import Style, text

_HEADER = text(
    "Plans that were kept, to hold the work against\n"
    "\n"
    "'stdmig baseline save' puts the plan of a day at the end of this file; the last\n"
    "one counts. 'stdmig status' compares with it. A kept plan is never changed.\n"
    "\n"
    "baselines\n"
    "  id        what the plan is called\n"
    "  as_of     the as-of date of the plan\n"
    "  note      why it was kept, such as the meeting that agreed to it\n"
    "  cutovers  first day of service of every system that was not live\n"
    "  tasks     first and last day of every task that was not over"
)


def new_baselines_yaml(style: Style) -> bytes:
    """Write a ``baselines.yaml`` without a plan, whose remarks say what it is for."""
    return whole_file(BaselinesFile, _HEADER, ["", "baselines: []"], style)


def baseline_entry(
    kept: KeptPlan,
    as_of: date | str,
    spell: Callable[[date], date | str],
    style: Style,
) -> dict[str, Data]:
    """
    Return a plan as an entry of the file.

    Parameters
    ----------
    as_of
        Its as-of date as it is written.
    spell
        Says how the other days are written.
    style
        Language of the remarks, which say what systems and tasks are called.
    """
    cutovers: list[Data] = [
        Remarked(
            {"system": each.system, "day": spell(each.day)},
            remark(each.title, style),
        )
        for each in kept.cutovers
    ]
    tasks: list[Data] = [
        Remarked(
            {
                "task": each.task,
                "start": spell(each.start),
                "finish": spell(each.finish),
            },
            remark(each.title, style),
        )
        for each in kept.tasks
    ]
    told: dict[str, Data] = {"id": kept.id, "as_of": as_of}
    if kept.note is not None:
        told["note"] = kept.note
    return {**told, "cutovers": cutovers, "tasks": tasks}
