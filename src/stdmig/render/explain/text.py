"""Why a date is what it is, step by step (日付の説明)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import shown, shown_weekday
from stdmig.render.cells import wrap
from stdmig.render.explain.anchor import anchor_words
from stdmig.render.explain.chain import chain_lines
from stdmig.render.explain.cutover import chosen_words, day_words
from stdmig.render.explain.explained import Explained
from stdmig.render.explain.surroundings import bridge_words, retest_words
from stdmig.render.explain.system import contract_words, designation_words
from stdmig.render.explain.told import told_lines
from stdmig.render.explain.year import item_words, year_words
from stdmig.render.painted import Line, Part, line, page
from stdmig.render.screen import Screen
from stdmig.rules.extending import extending
from stdmig.schedule import Chain
from stdmig.words import Text, count, in_style, text

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
    plan, cutover = explained.plan, explained.cutover
    yield from _day(explained, screen)
    for words in designation_words(cutover):
        yield from told_lines(words, screen, 2)
    if cutover.source == "live":
        for coverage in explained.coverages:
            yield from told_lines(contract_words(coverage), screen, 2)
        return
    yield from told_lines(
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
        yield from told_lines(words, screen, 2)
    for coverage in explained.coverages:
        yield from told_lines(contract_words(coverage), screen, 2)
        for words in extending(plan.inventory, coverage):
            yield from told_lines(words, screen, 4)
    for place in explained.municipal:
        for words in item_words(plan, place, cutover.system):
            yield from told_lines(words, screen, 2)
    for group in explained.bridges:
        yield from told_lines(bridge_words(group, cutover.system), screen, 2)
    for indent, words in retest_words(explained.retests):
        yield from told_lines(words, screen, indent)


def _day(explained: Explained, screen: Screen) -> Iterator[Line]:
    """Yield whose cutover it is, when it is, and what set its day."""
    plan, cutover = explained.plan, explained.cutover
    name: object = cutover.system.title
    if plan.inventory.sample:
        name = text("{name} (sample)", name=name)
    yield line(Part(in_style(name, screen.style), "bold"))
    day = text(
        "cutover {day} ({weekday})",
        day=shown(cutover.day),
        weekday=shown_weekday(cutover.day),
    )
    yield from told_lines(
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


def _task(
    explained: Explained, place: int, chains: tuple[Chain, ...], screen: Screen
) -> Iterator[Line]:
    plan = explained.plan
    style, dates = screen.style, plan.dates(place)
    for each in wrap(plan.tasks[place].title.into(style), screen.width, "  "):
        yield line(Part(each, "bold"))
    if plan.status(place) == "not_applicable":
        yield from told_lines(_STATUSES["not_applicable"], screen, 2)
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
        yield from told_lines(told, screen, 2)
    for chain in chains:
        yield from chain_lines(plan, chain, explained.cutover.system, screen)
