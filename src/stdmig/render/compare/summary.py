"""What a comparison comes to, in a few sentences (比較の要点)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from stdmig.diagnostics import Severity
from stdmig.outlook.comparison import Comparison, CutoverChange
from stdmig.render.compare.amounts import more_money, shifted
from stdmig.render.compare.table import Tone
from stdmig.words import Text, count, listing, text


class Point(NamedTuple):
    """One sentence, and what kind of news it is."""

    tone: Tone
    words: Text


NO_DIFFERENCE = text("The two do not differ: same dates, contracts, findings, budget.")


def points(found: Comparison) -> tuple[Point, ...]:
    """Return the sentences, the most important first."""
    if found.is_empty:
        words = NO_DIFFERENCE
        if found.files:
            words = text(
                "Dates, gaps, findings and budget are the same, though the two do not"
                " say the same in {files}.",
                files=listing(found.files),
            )
        return (Point("", words),)
    told = (
        *_cutovers(found),
        *_fits(found),
        *_gaps(found),
        *_findings(found),
        *_money(found),
        *_tasks(found),
    )
    return told if len(told) > 1 else (*told, *_details(found))


def _cutovers(found: Comparison) -> Iterator[Point]:
    moved = [each for each in found.cutovers if each.days]
    if moved:
        yield Point("", _moved(moved))
    else:
        yield Point("", text("No cutover moves."))
    for words in _systems(found):
        yield Point("", words)


def _moved(moved: list[CutoverChange]) -> Text:
    """Return how many cutovers move; where it is a single one, whose."""
    worst = max(moved, key=lambda each: abs(each.days or 0))
    assert worst.before is not None
    assert worst.after is not None
    length = shifted(worst.before.day, worst.after.day)
    if len(moved) == 1:
        return text(
            "{system} is cut over on another day: {length}.",
            system=worst.system.title,
            length=length,
        )
    return text(
        "{n} systems are cut over on another day, at most {length}.",
        n=len(moved),
        length=length,
    )


def _systems(found: Comparison) -> Iterator[Text]:
    new = [each for each in found.cutovers if each.before is None]
    gone = [each for each in found.cutovers if each.after is None]
    if new:
        yield count("{n} system is new.", "{n} systems are new.", len(new))
    if gone:
        yield count("{n} system is gone.", "{n} systems are gone.", len(gone))


def _fits(found: Comparison) -> Iterator[Point]:
    now = [each for each in found.fits if each.after.state in ("safe", "live")]
    none = [
        each
        for each in found.fits
        if each.after.state == "none" and each.before.state != "none"
    ]
    tight = [
        each
        for each in found.fits
        if each.before.state in ("safe", "live") and each.after.state == "shortest"
    ]
    if none:
        yield Point(
            "bad",
            count(
                "{n} cutover can no longer be kept, even at its shortest.",
                "{n} cutovers can no longer be kept, even at their shortest.",
                len(none),
            ),
        )
    if tight:
        yield Point(
            "bad",
            count(
                "The longest durations no longer fit for {n} system.",
                "The longest durations no longer fit for {n} systems.",
                len(tight),
            ),
        )
    if now:
        yield Point(
            "good",
            count(
                "The longest durations now fit for {n} system.",
                "The longest durations now fit for {n} systems.",
                len(now),
            ),
        )


def _gaps(found: Comparison) -> Iterator[Point]:
    kinds = Counter(each.kind for each in found.contracts)
    told = [
        words
        for number, words in (
            (kinds["opened"], text("{n} opened", n=kinds["opened"])),
            (kinds["longer"], text("{n} longer", n=kinds["longer"])),
            (kinds["shorter"], text("{n} shorter", n=kinds["shorter"])),
            (kinds["closed"], text("{n} closed", n=kinds["closed"])),
        )
        if number
    ]
    if told:
        worse = kinds["opened"] + kinds["longer"]
        yield Point(
            "bad" if worse else "good",
            text("Gaps of contracts: {counts}.", counts=listing(told)),
        )


def _findings(found: Comparison) -> Iterator[Point]:
    kinds = Counter(each.kind for each in found.findings)
    reworded = kinds.pop("reworded", 0)
    if not kinds:
        if reworded:
            yield Point("", _reworded(reworded))
        return
    errors = sum(
        each.kind in ("new", "worse") and each.finding.severity == Severity.ERROR
        for each in found.findings
    )
    told = [
        text("{n} new", n=kinds["new"]),
        *([text("{n} worse", n=kinds["worse"])] if kinds["worse"] else []),
        *([text("{n} milder", n=kinds["milder"])] if kinds["milder"] else []),
        *([text("{n} accepted", n=kinds["accepted"])] if kinds["accepted"] else []),
        text("{n} gone", n=kinds["gone"]),
        *([text("{n} saying something else", n=reworded)] if reworded else []),
    ]
    words = text("Findings: {counts}.", counts=listing(told))
    if errors:
        words = count(
            "{findings} {n} of the new or worse ones is an error.",
            "{findings} {n} of the new or worse ones are errors.",
            errors,
            findings=words,
        )
    yield Point("bad" if errors else "", words)


def _reworded(number: int) -> Text:
    return count(
        "{n} finding says something else; none is new or gone.",
        "{n} findings say something else; none is new or gone.",
        number,
    )


def _money(found: Comparison) -> Iterator[Point]:
    money = found.money
    if not money.lines:
        return
    lines = count(
        "{n} line of the budget request differs",
        "{n} lines of the budget request differ",
        len(money.lines),
    )
    more = more_money(money.total)
    if more is not None:
        words = text("{lines}: {more} in all.", lines=lines, more=more)
    elif money.total.yen is None:
        words = text("{lines}; the sum is not known, prices lack.", lines=lines)
    elif money.total.is_partial:
        words = text("{lines}; what is priced comes to the same sum.", lines=lines)
    else:
        words = text("{lines}; the sum is the same.", lines=lines)
    yield Point("", words)


def _tasks(found: Comparison) -> Iterator[Point]:
    new = sum(each.before is None for each in found.tasks)
    gone = sum(each.after is None for each in found.tasks)
    if not (found.moved or new or gone):
        return
    told = [
        text("{n} moved", n=len(found.moved)),
        text("{n} new", n=new),
        text("{n} gone", n=gone),
    ]
    yield Point("", text("Tasks: {counts}.", counts=listing(told)))


def _details(found: Comparison) -> Iterator[Point]:
    """Yield what differs where nothing that matters more does."""
    limits = sum(
        each.before is not None
        and each.after is not None
        and each.before.deadline != each.after.deadline
        for each in found.cutovers
    )
    told = [
        words
        for number, words in (
            (limits, text("{n} deadlines of systems", n=limits)),
            (len(found.contracts), text("{n} contracts", n=len(found.contracts))),
            (len(found.asks), text("{n} extension requests", n=len(found.asks))),
            (len(found.dates), text("{n} next dates", n=len(found.dates))),
            (len(found.limits), text("{n} last chances to start", n=len(found.limits))),
            (len(found.paths), text("{n} critical paths", n=len(found.paths))),
        )
        if number
    ]
    if told:
        yield Point("", text("What differs: {counts}.", counts=listing(told)))
    else:
        yield Point("", text("Only the spans in which tasks may lie differ."))
