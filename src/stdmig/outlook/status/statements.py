"""What matters about the progress, what to decide, the next date (進捗の要点)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import difference, shown
from stdmig.outlook.statement import Statement
from stdmig.outlook.status.against import Against, LateKind
from stdmig.outlook.status.forecast import SystemForecast
from stdmig.outlook.status.status import HIGH, Status
from stdmig.words import Text, count, text


def statements(found: Status) -> tuple[Statement, ...]:
    """Return the statements, the most important first."""
    return (
        *_unrecorded(found),
        *_deadlines(found),
        *_slips(found),
        *_starts(found),
        *_decide(found),
        *_next(found),
    )


def _unrecorded(found: Status) -> Iterator[Statement]:
    written = found.plan.inventory.progress
    if written is None or not (written.live or written.tasks):
        told = text(
            "Nothing is recorded of what has happened: every task counts as not begun"
            " (progress.yaml)."
        )
        yield Statement("decide", (told,))


def _deadlines(found: Status) -> Iterator[Statement]:
    """Yield whether the deadlines are reached, which no step rate tells."""
    missing, whole = found.missing, len(found.forecasts)
    if not whole:
        return
    waiting = sum(each.standing != "live" for each in found.forecasts)
    if not waiting:
        told = count("The one system is live.", "All {n} systems are live.", whole)
        yield Statement("good", (told,))
        return
    if not missing and waiting < whole:
        told = count(
            "Even with the longest durations the one system that is not live reaches"
            " its deadline.",
            "Even with the longest durations all {n} systems that are not live reach"
            " their deadline.",
            waiting,
        )
        yield Statement("good", (told,))
        return
    if not missing:
        told = count(
            "Even with the longest durations the one system reaches its deadline.",
            "Even with the longest durations all {n} systems reach their deadline.",
            whole,
        )
        yield Statement("good", (told,))
        return
    told = count(
        "With the longest durations {n} of {all} systems cannot be cut over by its"
        " deadline.",
        "With the longest durations {n} of {all} systems cannot be cut over by their"
        " deadline.",
        len(missing),
        all=whole,
    )
    sentences = (told, *_even_shortest(missing), *_as_planned(found), *_high(found))
    yield Statement("bad", sentences)


def _even_shortest(missing: tuple[SystemForecast, ...]) -> Iterator[Text]:
    lost = sum(each.standing == "lost" for each in missing)
    if lost == len(missing):
        yield text("Even the shortest durations are too long.")
    elif lost:
        yield text("For {n} of them even the shortest durations are too long.", n=lost)
    else:
        yield text("With the shortest durations they are in time.")


def _as_planned(found: Status) -> Iterator[Text]:
    """Yield how many of them the durations of the planned dates bring in time."""
    kept = sum(each.forecast <= each.deadline for each in found.missing)
    if kept and found.plan.planned_durations != "maximum":
        yield count(
            "With the durations of the planned dates {n} of them is in time.",
            "With the durations of the planned dates {n} of them are in time.",
            kept,
        )


def _high(found: Status) -> Iterator[Text]:
    """Yield in how many systems a high step rate hides that the deadline is missed."""
    if found.deceptive:
        yield text(
            "In {n} of them the step rate is {rate}% or more all the same: it is no"
            " share of the work and tells nothing about the deadline.",
            n=len(found.deceptive),
            rate=int(HIGH * 100),
        )


def _slips(found: Status) -> Iterator[Statement]:
    against = found.against
    if against is None:
        return
    kept = against.baseline
    slipping = [
        each
        for each in found.forecasts
        if each.standing != "live" and (each.slip or 0) > 0
    ]
    if not slipping and not against.late:
        told = text("Nothing is late against the kept plan '{id}'.", id=kept.id)
        yield Statement("good", (told,))
        return
    sentences: list[Text] = []
    if slipping:
        worst = max(slipping, key=lambda each: each.slip or 0)
        sentences.append(
            count(
                "{n} system slips against the kept plan '{id}' of {day}: {name} by"
                " {late}.",
                "{n} systems slip against the kept plan '{id}' of {day}, the most"
                " {name} by {late}.",
                len(slipping),
                id=kept.id,
                day=shown(kept.as_of),
                name=worst.system.title,
                late=difference(worst.kept or worst.forecast, worst.forecast),
            )
        )
    else:
        told = text(
            "No cutover slips against the kept plan '{id}' of {day}, but tasks are"
            " late.",
            id=kept.id,
            day=shown(kept.as_of),
        )
        sentences.append(told)
    yield Statement("bad", (*sentences, *_late(against)))


def _late(against: Against) -> Iterator[Text]:
    unfinished = _number(against, "unfinished")
    unbegun = _number(against, "unbegun")
    if unfinished:
        yield count(
            "{n} task should be over by now and is not.",
            "{n} tasks should be over by now and are not.",
            unfinished,
        )
    if unbegun:
        yield count(
            "{n} task should have begun and has not.",
            "{n} tasks should have begun and have not.",
            unbegun,
        )


def _number(against: Against, kind: LateKind) -> int:
    return sum(each.kind == kind for each in against.late)


def _starts(found: Status) -> Iterator[Statement]:
    """Yield what should have begun, unless the kept plan tells what is overdue."""
    overdue = sum(each.days < 0 for each in found.starts)
    against = found.against
    if against is not None and any(each.kind != "later" for each in against.late):
        return
    if overdue:
        told = count(
            "By this plan {n} task should have begun by now and has not.",
            "By this plan {n} tasks should have begun by now and have not.",
            overdue,
        )
        yield Statement("bad", (told,))


def _decide(found: Status) -> Iterator[Statement]:
    """Yield the first decision that is due already, and how many others are."""
    due = [each for each in found.decisions if each.by is None]
    if not due:
        return
    sentences = [text("{what}.", what=due[0].what)]
    if len(due) > 1:
        more = count(
            "{n} more decision is due (below).",
            "{n} more decisions are due (below).",
            len(due) - 1,
        )
        sentences.append(more)
    yield Statement("decide", tuple(sentences))


def _next(found: Status) -> Iterator[Statement]:
    if found.next is not None and found.next.sentence is not None:
        yield Statement("next", (found.next.sentence,))
