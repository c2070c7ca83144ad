"""How sure the cutovers are, in a few statements (確率の要点)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from stdmig.dates import shown
from stdmig.outlook.risk.advice import advice
from stdmig.outlook.risk.chances import LIKELY, SURE, percent
from stdmig.outlook.risk.clusters import clusters
from stdmig.outlook.risk.focus import Focus
from stdmig.outlook.risk.limits import limit_rows
from stdmig.outlook.risk.system_rows import SystemRow, system_rows
from stdmig.outlook.statement import Statement
from stdmig.words import Text, count, listing, text

_MONTH = 30.44
"""Days of an average month."""


def statements(focus: Focus) -> tuple[Statement, ...]:
    """Return the statements, the most important first."""
    if not focus.systems:
        told = text("No system is left whose cutover is still to come.")
        if focus.risk.systems:
            told = text("None of the systems asked for has its cutover still to come.")
        return (Statement("good", (told,)),)
    rows = system_rows(focus)
    return (
        Statement(_tone(focus.kept), tuple(_kept(focus, rows))),
        *_deadlines(focus, rows),
        Statement(_tone(focus.kept), tuple(_days(focus))),
        *advice(focus, rows),
        *_heaps(focus, rows),
        *_budgets(focus, rows),
    )


def _tone(share: float) -> Literal["good", "decide", "bad"]:
    return "good" if share >= SURE else "decide" if share >= LIKELY else "bad"


def _kept(focus: Focus, rows: list[SystemRow]) -> Iterator[Text]:
    first = rows[0]
    if focus.alone is not None or len(focus.risk.systems) == 1:
        yield text(
            "{name} keeps its planned cutover, {day}, with a chance of {chance}.",
            name=first.systems[0].title,
            day=shown(first.planned),
            chance=percent(focus.kept),
        )
    else:
        yield text(
            "The {n} systems all keep their planned cutovers with a chance of"
            " {chance}.",
            n=len(focus.risk.systems),
            chance=percent(focus.kept),
        )
        yield from _least_sure(first, first.kept)
    yield text("That is if all work begins as soon as it can.")


def _least_sure(row: SystemRow, share: float) -> Iterator[Text]:
    if share < 1:
        yield text(
            "The least sure: {name}, {chance}.",
            name=row.label,
            chance=percent(share),
        )


def _deadlines(focus: Focus, rows: list[SystemRow]) -> Iterator[Statement]:
    """Yield every deadline that is in danger; those that are not, together."""
    every = {
        focus.risk.plan.cutovers[each.place].deadline for each in focus.risk.systems
    }
    days, safe = sorted({row.deadline for row in rows}), []
    for day in days:
        if focus.alone is not None or len(every) == 1:
            share = focus.last.chance(day)
            told = text(
                "The deadline, {day}, is kept with a chance of {chance}.",
                day=shown(day),
                chance=percent(share),
            )
        else:
            own = [row for row in rows if row.deadline == day]
            least = min(own, key=lambda row: row.in_time)
            share = least.in_time
            told = count(
                "The deadline {day} ({n} system): the least sure, {name}, keeps it with"
                " a chance of {chance}.",
                "The deadline {day} ({n} systems): the least sure, {name}, keeps it"
                " with a chance of {chance}.",
                sum(len(row.systems) for row in own),
                day=shown(day),
                name=least.systems[0].title,
                chance=percent(share),
            )
        if share >= SURE and len(days) > 1:
            safe.append(day)
        else:
            yield Statement(_tone(share), (told,))
    if safe:
        told = count(
            "Each system of {n} deadline ({days}) keeps it with 95% or more.",
            "Each system of {n} deadlines ({days}) keeps its own with 95% or more.",
            len(safe),
            days=listing(map(shown, safe)),
        )
        yield Statement("good", (told,))


def _days(focus: Focus) -> Iterator[Text]:
    half, likely, sure = (focus.last.quantile(each) for each in (0.5, LIKELY, SURE))
    if likely == sure:
        if focus.alone is not None:
            yield text("The cutover is by {day} with 95%.", day=shown(sure))
        else:
            yield text("The last cutover is by {day} with 95%.", day=shown(sure))
    elif focus.alone is not None:
        yield text(
            "The cutover is by {likely} with 80%, by {sure} with 95%.",
            likely=shown(likely),
            sure=shown(sure),
        )
    else:
        yield text(
            "The last cutover is by {likely} with 80%, by {sure} with 95%.",
            likely=shown(likely),
            sure=shown(sure),
        )
    if half < likely:
        yield text("As likely as not it is by {day}.", day=shown(half))


def _heaps(focus: Focus, rows: list[SystemRow]) -> Iterator[Statement]:
    """Yield that a slip costs months, of the last cutover or else of a system."""
    found = clusters(focus.last)
    if found is not None:
        name: Text = text("the last cutover")
        if focus.alone is not None:
            name = text("{name}", name=focus.alone.title)
    else:
        known = [
            (row, each)
            for row in rows
            if (each := clusters(row.results[0].cutover)) is not None
        ]
        if not known:
            return
        row, found = max(known, key=lambda each: (each[1].gap, len(each[0].systems)))
        name = row.label
    told = count(
        "A small slip may cost {n} month ({name}): {chance} of the runs end by"
        " {early}, the others hardly before {late}.",
        "A small slip may cost {n} months ({name}): {chance} of the runs end by"
        " {early}, the others hardly before {late}.",
        round(found.gap / _MONTH),
        name=name,
        early=shown(found.early_to),
        late=shown(found.late_from),
        chance=percent(found.share),
    )
    why = text("A window or a black-out that is missed comes again only then.")
    yield Statement("bad", (told, why))


def _budgets(focus: Focus, rows: list[SystemRow]) -> Iterator[Statement]:
    asked = [each for each in limit_rows(focus) if each.kind == "budget"]
    late = [each for each in asked if each.share < LIKELY]
    if not late:
        return
    worst = min(late, key=lambda each: each.share)
    if worst.day < focus.risk.plan.as_of:
        told = text(
            "The budget request for {name} was to be made by {day}, which is past.",
            name=worst.name,
            day=shown(worst.day),
        )
    else:
        told = text(
            "The budget request for {name}, by {day}, is in time with a chance of"
            " {chance}.",
            name=worst.name,
            day=shown(worst.day),
            chance=percent(worst.share),
        )
    sentences, more = [told], len(late) - 1
    if more:
        sentences.append(
            count(
                "{n} more of the {all} requests is below 80%.",
                "{n} more of the {all} requests are below 80%.",
                more,
                all=len(asked),
            )
        )
    if rows[0].kept < LIKELY:
        yield Statement("bad", tuple(sentences))
        return
    sentences.append(
        text("With a later request the cutovers are likely to be kept all the same.")
    )
    yield Statement("decide", tuple(sentences))
