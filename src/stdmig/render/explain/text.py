"""Why a date is what it is, step by step (日付の説明)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from stdmig.coverage import Coverage
from stdmig.dates import padded, shown, shown_weekday
from stdmig.inventory import System
from stdmig.render.cells import fit, right, width, wrap
from stdmig.render.explain.cutover import chosen_words, day_words
from stdmig.render.explain.money import money_words
from stdmig.render.explain.surroundings import bridge_words, retest_words
from stdmig.render.explain.system import contract_words, designation_words
from stdmig.render.explain.year import item_words, vote_words, year_words
from stdmig.render.painted import Line, Part, line, page
from stdmig.render.plan.planned_dates import DURATIONS
from stdmig.render.screen import Screen
from stdmig.rules.extending import extending
from stdmig.schedule import (
    BridgeGroup,
    Chain,
    Cutover,
    Plan,
    Reason,
    Retest,
    Step,
    vote_of,
)
from stdmig.words import Text, count, in_style, text


class Explained(NamedTuple):
    """
    What is explained about one system.

    Attributes
    ----------
    cutover
        Its cutover.
    places
        The tasks that were asked for, each with its chains.
    coverages
        The contracts of its units; none where a single item is asked for.
    bridges, retests
        What its cutover does to the systems and procedures around it; likewise.
    municipal
        Tasks whose vote or assessment is told beside the cutover; likewise.
    """

    plan: Plan
    cutover: Cutover
    places: dict[int, tuple[Chain, ...]]
    coverages: tuple[Coverage, ...] = ()
    bridges: tuple[BridgeGroup, ...] = ()
    retests: tuple[Retest, ...] = ()
    municipal: tuple[int, ...] = ()


_FIELDS: dict[str, Text] = {
    "planned_start": text("planned start"),
    "late_start": text("late start (longest durations, back from the cutover)"),
    "last_chance_start": text("last chance to start (shortest durations)"),
    "early_start": text("early start (longest durations, from the as-of date on)"),
    "earliest_start": text(
        "earliest start (shortest durations, from the as-of date on)"
    ),
}


_STATUSES: dict[str, Text] = {
    "done": text("done"),
    "started": text("under way"),
    "not_applicable": text("not applicable"),
}


def explain_text(explained: Explained, screen: Screen) -> str:
    """Return the explanation for a screen."""
    lines: list[Line] = list(_cutover(explained, screen))
    for place, chains in explained.places.items():
        lines.append(line(""))
        lines += _task(explained, place, chains, screen)
    return page(lines, colour=screen.colour)


def _cutover(explained: Explained, screen: Screen) -> Iterator[Line]:
    plan, cutover, style = explained.plan, explained.cutover, screen.style
    name: object = cutover.system.title
    if plan.inventory.sample:
        name = text("{name} (sample)", name=name)
    yield line(Part(in_style(name, style), "bold"))
    day = text(
        "cutover {day} ({weekday})",
        day=shown(cutover.day),
        weekday=shown_weekday(cutover.day),
    )
    yield from _told(
        text(
            "{cutover}: {why}",
            cutover=day,
            why=chosen_words(plan, cutover)
            if cutover.reason.kind in ("blackout", "deadline")
            else anchor_words(plan, cutover.reason, cutover.system),
        ),
        screen,
        2,
    )
    for words in designation_words(cutover):
        yield from _told(words, screen, 2)
    if cutover.source == "live":
        for coverage in explained.coverages:
            yield from _told(contract_words(coverage), screen, 2)
        return
    yield from _told(
        text(
            "with the longest durations {early}, with the shortest {earliest};"
            " deadline {deadline}",
            early=shown(cutover.early),
            earliest=shown(cutover.earliest),
            deadline=shown(cutover.deadline),
        ),
        screen,
        2,
    )
    for words in day_words(plan, cutover):
        yield from _told(words, screen, 2)
    for coverage in explained.coverages:
        yield from _told(contract_words(coverage), screen, 2)
        for words in extending(plan.inventory, coverage):
            yield from _told(words, screen, 4)
    for place in explained.municipal:
        for words in item_words(plan, place, cutover.system):
            yield from _told(words, screen, 2)
    for group in explained.bridges:
        yield from _told(bridge_words(group, cutover.system), screen, 2)
    for indent, words in retest_words(explained.retests):
        yield from _told(words, screen, indent)


def _task(
    explained: Explained, place: int, chains: tuple[Chain, ...], screen: Screen
) -> Iterator[Line]:
    plan = explained.plan
    style, dates = screen.style, plan.dates(place)
    for each in wrap(plan.tasks[place].title.into(style), screen.width, "  "):
        yield line(Part(each, "bold"))
    if plan.status(place) == "not_applicable":
        yield from _told(_STATUSES["not_applicable"], screen, 2)
        return
    span = text(
        "planned {start} to {finish}",
        start=shown(dates.planned_start),
        finish=shown(dates.planned_finish),
    )
    slack = count(
        "total float {n} day", "total float {n} days", plan.total_float(place)
    )
    free = count("free float {n} day", "free float {n} days", plan.free_float(place))
    words = "  ".join(each.into(style) for each in (span, slack, free))
    if plan.is_over(place):
        words = span.into(style)
    status = plan.status(place)
    if status != "not_started":
        words += "  " + _STATUSES[status].into(style)
    if place in plan.critical_places:
        words += "  " + text("critical").into(style)
    yield from (line(each) for each in wrap(f"  {words}", screen.width, "  "))
    for told in year_words(plan, place, explained.cutover.system):
        yield from _told(told, screen, 2)
    for chain in chains:
        yield from _chain(plan, chain, explained.cutover.system, screen)


def _chain(plan: Plan, chain: Chain, system: System, screen: Screen) -> Iterator[Line]:
    style = screen.style
    answer = chain.steps[-1].start
    head = text("{day}: {field}", day=shown(answer), field=_field_words(plan, chain))
    yield line("")
    for each in wrap(f"  {head.into(style)}", screen.width, " " * 4):
        yield line(Part(each, "cyan"))
    day = padded(chain.anchor_day).into(style)
    anchor = f"    {day}  {anchor_words(plan, chain.anchor, system).into(style)}"
    yield from (line(each) for each in wrap(anchor, screen.width, " " * 6))
    cells = width(padded(chain.anchor_day).into(style))
    told = {
        step.months: text("begun").into(style)
        if step.months is None
        else count("{n} month", "{n} months", step.months).into(style)
        for step in chain.steps
    }
    for step in chain.steps:
        span = " - ".join(
            right(padded(each).into(style), cells) for each in (step.start, step.finish)
        )
        months = fit(told[step.months], max(map(width, told.values())))
        lead = f"    {span}  {months}  "
        words = f"{lead}{step.task.title.into(style)}"
        yield from (line(each) for each in wrap(words, screen.width, " " * width(lead)))
        for beside in _beside(plan, step):
            yield from _told(beside, screen, width(lead))


def _beside(plan: Plan, step: Step) -> Iterator[Text]:
    """Yield what the budget and the council have to do with a step."""
    money = money_words(step)
    if money is not None:
        yield money
    vote = vote_of(plan, step.task, step.finish)
    if vote is not None:
        yield vote_words(vote)


def _field_words(plan: Plan, chain: Chain) -> Text:
    """Return which date a chain leads to."""
    if chain.field == "planned_start" and chain.anchor.kind not in (
        "chosen",
        "progress",
    ):
        return text(
            "planned start ({durations}, back from the cutover)",
            durations=DURATIONS[plan.planned_durations],
        )
    return _FIELDS[chain.field]


def anchor_words(plan: Plan, anchor: Reason, system: System) -> Text:
    """Return what fixes the far end of a chain, as a sentence."""
    if anchor.kind == "wanted":
        if anchor.ref != system.id:
            return text(
                "the municipality wants this day for {system}",
                system=plan.cutover(anchor.ref).system.title,
            )
        return text("the municipality wants this day")
    if anchor.kind == "progress":
        live = anchor.ref == system.id
        return text("live since this day") if live else text("progress is recorded")
    if anchor.kind == "chosen":
        return _chosen_words(plan, plan.network.place_of[anchor.ref])
    if anchor.kind == "budget":
        return text("the money lapses after this day, the last of its fiscal year")
    if anchor.kind in ("blackout", "deadline", "completion"):
        # The page begins with why the day of this system was chosen.
        if anchor.ref in plan.cutover(system.id).together:
            return text("no day is wanted: the day that is chosen")
        other = plan.cutover(anchor.ref)
        why = chosen_words(plan, other)
        return text("{system}: {name}", system=other.system.title, name=why)
    if anchor.kind == "publication":
        group = plan.inventory.specifications[anchor.ref]
        return text("publication of the specifications of {group}", group=group.title)
    return text("the as-of date: nothing starts before it")


def _chosen_words(plan: Plan, place: int) -> Text:
    """Return where a start was chosen, and with which durations it is counted."""
    document, entry = plan.inventory.documents.starts, plan.chosen[place].entry
    where = document.locate(("starts", entry, "start")) if document else ""
    durations = DURATIONS[plan.planned_durations]
    day = date.fromordinal(plan.chosen[place].day)
    if day == plan.dates(place).planned_start:
        return text(
            "chosen in {place}, counted with {durations}",
            place=where,
            durations=durations,
        )
    return text(
        "chosen in {place}, counted with {durations}; moved into the window for"
        " requests",
        place=where,
        durations=durations,
    )


def _told(words: Text, screen: Screen, indent: int) -> Iterator[Line]:
    lead = " " * indent
    told = lead + words.into(screen.style)
    yield from (line(each) for each in wrap(told, screen.width, lead + "  "))
