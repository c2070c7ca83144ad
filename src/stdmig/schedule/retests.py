"""Online procedures whose connections a cutover breaks (オンライン手続の再テスト)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from stdmig.inventory import OnlineProcedure
from stdmig.schedule.plan import Plan


class Retest(NamedTuple):
    """
    What a section tests again at a cutover.

    Attributes
    ----------
    day
        The cutover.
    section
        Who owns the procedures (担当課).
    procedures
        Those that touch a system of that cutover, in the order of the file.
    """

    day: date
    section: str
    procedures: tuple[OnlineProcedure, ...]


def retests(
    plan: Plan,
    systems: Collection[str] | None = None,
    section: str | None = None,
) -> tuple[Retest, ...]:
    """
    Return the online procedures to test again, by cutover and section.

    A procedure that touches systems of several cutovers is tested at each of them.

    Parameters
    ----------
    plan
        The dates.
    systems
        Ids of the systems whose procedures are wanted; None means all.
    section
        Whose procedures are wanted besides, whatever they touch.
    """
    switched: dict[date, set[str]] = {}
    for cutover in plan.cutovers:
        switched.setdefault(cutover.day, set()).add(cutover.system.id)
    found: dict[tuple[date, str], list[OnlineProcedure]] = {}
    for day in sorted(switched):
        for each in plan.inventory.file.online_procedures:
            touched = switched[day].intersection(each.systems)
            wanted = systems is None or not touched.isdisjoint(systems)
            if touched and (wanted or each.section == section):
                found.setdefault((day, each.section), []).append(each)
    return tuple(Retest(*key, tuple(held)) for key, held in found.items())
