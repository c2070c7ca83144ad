"""What is to be done for the cutovers to be kept (着手の早期化・稼働日の見直し)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stdmig.dates import shown
from stdmig.outlook.risk.beginnings import Beginning, weeks_before
from stdmig.outlook.risk.chances import percent
from stdmig.outlook.risk.focus import Focus
from stdmig.outlook.risk.system_rows import SystemRow
from stdmig.outlook.statement import Statement
from stdmig.words import Readable, Text, count, text


def advice(focus: Focus, rows: list[SystemRow]) -> Iterator[Statement]:
    """Yield what to begin earlier, and what no earlier start can save."""
    today = focus.risk.plan.as_of
    lost, sooner, fine = [], [], []
    for row in rows:
        begin = row.begin
        if begin is None:
            continue
        if begin.likely is None or begin.likely < today:
            lost.append(row)
        elif begin.likely < begin.planned:
            sooner.append((row, begin))
        else:
            fine.append((row, begin))
    if sooner:
        yield Statement("decide", tuple(_sooner(focus, sooner)))
    if lost:
        yield Statement("decide", tuple(_lost(lost, today)))
    if fine and not sooner and not lost:
        first = min(begin.planned for _, begin in fine)
        told = text(
            "Begun as planned, from {day} on, each cutover is kept with a chance of"
            " 80% or more.",
            day=shown(first),
        )
        yield Statement("good", (told,))


def _sooner(focus: Focus, rows: list[tuple[SystemRow, Beginning]]) -> Iterator[Text]:
    row, begin = min(rows, key=lambda each: each[1].likely or each[1].planned)
    assert begin.likely is not None
    yield count(
        "Begin {n} week earlier than planned, by {day}: {name} then keeps its cutover"
        " with a chance of 80%.",
        "Begin {n} weeks earlier than planned, by {day}: {name} then keeps its cutover"
        " with a chance of 80%.",
        weeks_before(begin.likely, begin.planned),
        day=shown(begin.likely),
        name=row.systems[0].title,
    )
    if begin.sure is not None and begin.sure >= focus.risk.plan.as_of:
        yield text("For 95% begin by {day}.", day=shown(begin.sure))
    else:
        yield text("No start that is possible still gives 95%.")
    yield text(
        "Begun as planned ({day}) the chance is {chance}.",
        day=shown(begin.planned),
        chance=percent(begin.chance),
    )
    others = sum(len(each.systems) for each, _ in rows) - 1
    if others:
        yield count(
            "{n} other system is to be begun earlier than planned, too.",
            "{n} other systems are to be begun earlier than planned, too.",
            others,
        )


def _lost(rows: list[SystemRow], today: date) -> Iterator[Text]:
    number = sum(len(row.systems) for row in rows)
    name = rows[0].systems[0].title
    if number == 1:
        yield text(
            "For {name} no start that is still possible gives a chance of 80%.",
            name=name,
        )
    else:
        yield text(
            "For {n} systems ({name} and others) no start that is still possible gives"
            " a chance of 80%.",
            n=number,
            name=name,
        )
    if all(row.planned < today for row in rows):
        yield text("The planned cutover is past: plan a later one.")
    else:
        yield text(
            "Shorten the tasks below, ask for the money earlier, or plan a later"
            " cutover."
        )
    _, _, likely, sure = (max(row.days[at] for row in rows) for at in range(4))
    yield _later(shown(likely), shown(sure), alone=number == 1, same=likely == sure)


def _later(likely: Readable, sure: Readable, *, alone: bool, same: bool) -> Text:
    """Return which cutovers are kept; of several systems, each for itself."""
    if alone and same:
        return text("A cutover on {day} is kept with 95%.", day=sure)
    if alone:
        return text(
            "A cutover on {likely} is kept with 80%, one on {sure} with 95%.",
            likely=likely,
            sure=sure,
        )
    if same:
        return text("Each of them, taken alone, keeps {day} with 95%.", day=sure)
    return text(
        "Each of them, taken alone, keeps {likely} with 80%, {sure} with 95%.",
        likely=likely,
        sure=sure,
    )
