"""What is kept of each designated system (特定移行支援システムの記録項目)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.dates import shown
from stdmig.inventory import System
from stdmig.inventory.designation import REASONS, Transitional
from stdmig.schedule import Plan
from stdmig.words import Style, Text, text

Value = str | int | date | None

HEADINGS: tuple[Text, ...] = (
    text("Code of the municipality"),
    text("Name of the municipality"),
    text("System"),
    text("Present vendor"),
    text("Designated"),
    text("Number of the reason"),
    text("Reason in words"),
    text("Explanation of the reason"),
    text("Planned completion (month)"),
    text("Deadline"),
    text("Planned cutover"),
    text("Transitional measures: functions"),
    text("Transitional measures: until"),
)


class DesignatedRow(NamedTuple):
    """
    One system; None where nobody has written it down.

    Attributes
    ----------
    vendors
        Of its present units.
    reason
        Number of the reason (事由1～4).
    completion
        Last day of the month in which the municipality plans to be done; it is given
        to the ministry as a month (移行完了予定時期).
    deadline
        Last day on which it may be cut over.
    cutover
        Planned first day of service, or since when it serves.
    """

    system: System
    vendors: tuple[str, ...]
    is_designated: bool
    reason: int | None
    explanation: str | None
    completion: date | None
    deadline: date | None
    cutover: date | None
    transitional: tuple[Transitional, ...]

    def functions(self) -> str | None:
        """Return what is missing at first, numbered where it is several things."""
        return _numbered([each.function for each in self.transitional])

    def until(self, style: Style) -> str | None:
        """Return until when each of them may be missing."""
        days = [
            None if each.until is None else shown(each.until).into(style)
            for each in self.transitional
        ]
        return _numbered([day or "-" for day in days]) if any(days) else None

    def reason_words(self, style: Style) -> str | None:
        """Return the reason in words."""
        return None if self.reason is None else REASONS[self.reason].into(style)


def designated_rows(plan: Plan) -> tuple[DesignatedRow, ...]:
    """
    Return the designated systems, and those of which a function comes later.

    A function that comes after the cutover is notified too (経過措置の届出), whether
    its system is designated or not.
    """
    return tuple(
        _row(plan, system)
        for system in plan.inventory.systems
        if system.designated is not None or system.transitional
    )


def _row(plan: Plan, system: System) -> DesignatedRow:
    designated = system.designated
    cutover = plan.cutover(system.id)
    vendors = dict.fromkeys(unit.vendor for unit in system.units if unit.vendor)
    return DesignatedRow(
        system,
        tuple(vendors),
        designated is not None,
        designated.reason if designated else None,
        designated.explanation if designated else None,
        designated.completion if designated else None,
        cutover.deadline,
        cutover.day,
        system.transitional,
    )


def _numbered(parts: list[str]) -> str | None:
    if len(parts) < 2:
        return parts[0] if parts else None
    return " ".join(f"({number}) {each}" for number, each in enumerate(parts, start=1))
