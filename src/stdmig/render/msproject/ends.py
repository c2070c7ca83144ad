"""Cutovers and the ends of contracts as milestones (稼働開始日・満了日)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stdmig.coverage import Coverage, due_notice
from stdmig.dates import shown
from stdmig.render.gap_words import extended_words, uncovered
from stdmig.render.msproject.entry import Actual, Constraint, ConstraintType, Entry
from stdmig.render.msproject.hours import closing, opening
from stdmig.schedule import Plan
from stdmig.words import Text, text


def cutover_entry(plan: Plan, number: int, held: frozenset[int]) -> Entry:
    """
    Return the milestone of a system's cutover, with its deadline.

    A day that the municipality wants is fixed; a chosen one is the earliest that the
    plan aims at, so that a task that slips moves it towards its deadline.
    """
    cutover = plan.cutovers[number]
    moment = opening(cutover.day)
    actual = Actual()
    if cutover.source == "live":
        constraint, actual = Constraint(), Actual(100, moment, moment)
    elif cutover.reason.kind == "wanted":
        constraint = Constraint(ConstraintType.MUST_START_ON, moment)
    else:
        constraint = Constraint(ConstraintType.START_NO_EARLIER_THAN, moment)
    earlier = [
        plan.tasks[place].id
        for place in plan.ahead.before_cutover[number]
        if place in held and cutover.source != "live"
    ]
    return Entry(
        f"cutover:{cutover.system.id}",
        text("Cutover: {systems}", systems=cutover.system.title),
        moment,
        moment,
        constraint,
        deadline=cutover.deadline,
        before=tuple(earlier),
        actual=actual,
    )


def contract_entries(coverages: tuple[Coverage, ...]) -> Iterator[Entry]:
    """Yield the ends that are known: each contract's, and its signed extension's."""
    for number, coverage in enumerate(coverages):
        name, notes = coverage.agreement.title, tuple(_notes(coverage))
        key, told = f"contract:{number}", text("End of contract: {name}", name=name)
        if coverage.last_day is not None:
            yield _end(key, told, coverage.last_day, notes)
        if coverage.extended_to is not None:
            told = text("End of the signed extension: {name}", name=name)
            yield _end(f"{key}:extension", told, coverage.extended_to, notes)


def _end(key: str, words: Text, day: date, notes: tuple[Text, ...]) -> Entry:
    moment = closing(day)
    constraint = Constraint(ConstraintType.MUST_FINISH_ON, moment)
    return Entry(key, words, moment, moment, constraint, notes=notes)


def _notes(coverage: Coverage) -> Iterator[Text]:
    yield from extended_words(coverage)
    yield from uncovered(coverage)
    notice = due_notice(coverage)
    if notice is not None and notice.purpose == "extend":
        yield text("Notice to extend it is due by {day}", day=shown(notice.by))
    elif notice is not None and notice.purpose == "settle":
        yield text(
            "Notice to extend or to stop it is due by {day}", day=shown(notice.by)
        )
    elif notice is not None:
        yield text("Notice to stop its renewal is due by {day}", day=shown(notice.by))
