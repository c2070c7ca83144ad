"""Rows of systems: all work, black-outs, cutover, own deadline (業務の行)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from stdmig.dates import shown
from stdmig.render.chart.closure_bars import closure_bars
from stdmig.render.chart.model import Bar, BarKind, Block, Mark, Row
from stdmig.render.chart.task_rows import Concerns, task_row
from stdmig.render.plan.page import PlanPage
from stdmig.schedule import Cutover, Plan
from stdmig.words import Style, Text, count, listing, text


class _Held:
    """The systems that share a block, and the tasks of the first of them."""

    def __init__(self, number: int, places: tuple[int, ...]) -> None:
        self.numbers, self.places = [number], places


def system_blocks(
    page: PlanPage,
    span: tuple[date, date],
    style: Style,
    concerns: Concerns,
    *,
    fold: bool,
) -> tuple[Block, ...]:
    """
    Return a block per system: its head, then its tasks.

    Parameters
    ----------
    span
        First and last day of the axis, for the black-outs of every year.
    fold
        Whether systems with the same dates share a block.
    """
    plan = page.plan
    return tuple(
        _block(plan, held, span, style, concerns)
        for held in _held(plan, page, fold=fold)
    )


def system_heads(
    page: PlanPage, span: tuple[date, date], style: Style
) -> tuple[Row, ...]:
    """Return a row per system, without its tasks."""
    return tuple(
        _head(page.plan, held, span, style)
        for held in _held(page.plan, page, fold=False)
    )


def _held(plan: Plan, page: PlanPage, *, fold: bool) -> list[_Held]:
    in_order = sorted(page.places, key=lambda each: _order(plan, each))
    own = own_places(plan, in_order)
    alike: dict[object, _Held] = {}
    for number in page.system_places:
        cutover = plan.cutovers[number]
        places = tuple(own.get(cutover.system.id, ()))
        key: object = number
        if fold:
            day = cutover.day, cutover.deadline, cutover.source == "live"
            key = day, tuple(_sameness(plan, place) for place in places)
        known = alike.get(key)
        if known is None:
            alike[key] = _Held(number, places)
        else:
            known.numbers.append(number)
    return list(alike.values())


def own_places(plan: Plan, places: Iterable[int]) -> dict[str, list[int]]:
    """Return those of some tasks that apply, by the ids of their systems."""
    found: dict[str, list[int]] = {}
    for place in places:
        if plan.status(place) != "not_applicable":
            for system in plan.tasks[place].systems:
                found.setdefault(system.id, []).append(place)
    return found


def _order(plan: Plan, place: int) -> tuple[int, str, int, int]:
    item = plan.tasks[place].item
    return item.number, item.part or "", plan.planned.start[place], place


def _sameness(plan: Plan, place: int) -> tuple[object, ...]:
    return (
        plan.tasks[place].item.ref,
        plan.planned.start[place],
        plan.planned.finish[place],
        plan.planned_late.start[place] - plan.planned_early.start[place],
        place in plan.critical_places,
        plan.status(place),
    )


def _block(
    plan: Plan,
    held: _Held,
    span: tuple[date, date],
    style: Style,
    concerns: Concerns,
) -> Block:
    rows = tuple(task_row(plan, place, style, concerns) for place in held.places)
    return Block(_head(plan, held, span, style), rows)


def _head(
    plan: Plan,
    held: _Held,
    span: tuple[date, date],
    style: Style,
) -> Row:
    cutovers = [plan.cutovers[number] for number in held.numbers]
    first, systems = cutovers[0], [each.system for each in cutovers]
    units = [unit for system in systems for unit in system.units]
    names = listing(system.title for system in systems)
    label = names
    if len(systems) > 1:
        label = count(
            "{n} system: {names}", "{n} systems: {names}", len(systems), names=names
        )
    least = least_float(plan, held.places)
    facts: list[object] = [names, cutover_words(first)]
    if least is not None:
        facts.append(count("float {n} day", "float {n} days", least))
    return Row(
        f"s{held.numbers[0]}",
        "system",
        "",
        label.into(style),
        (
            str(len(systems)),
            shown(first.day).into(style),
            "-" if least is None else str(least),
        ),
        listing(facts).into(style),
        (
            *closure_bars(plan, systems, span, style),
            *_spans(plan, held.places),
        ),
        tuple(cutover_marks(plan, first, style)),
        alarming=least is not None and least < 0,
        places=held.places,
        systems=tuple(system.id for system in systems),
        sections=_each(unit.section for unit in units),
        vendors=_each(unit.vendor for unit in units if unit.vendor),
    )


def least_float(plan: Plan, places: Iterable[int]) -> int | None:
    """Return the least total float of some tasks, None where all of them are over."""
    late, early = plan.planned_late.start, plan.planned_early.start
    floats = (late[each] - early[each] for each in places if not plan.is_over(each))
    return min(floats, default=None)


def cutover_words(cutover: Cutover) -> Text:
    """Return when a system begins to serve, or since when it does."""
    if cutover.source == "live":
        return text("live since {day}", day=shown(cutover.day))
    return text("cutover {day}", day=shown(cutover.day))


def _spans(plan: Plan, places: tuple[int, ...]) -> Iterator[Bar]:
    """Yield the span of all work, its done part by itself."""
    done = [place for place in places if plan.is_over(place)]
    ahead = [place for place in places if not plan.is_over(place)]
    kinds: tuple[BarKind, BarKind] = "past", "span"
    for kind, own in zip(kinds, (done, ahead), strict=True):
        dates = [plan.dates(place) for place in own]
        if dates:
            first = min(each.planned_start for each in dates)
            yield Bar(kind, first, max(each.planned_finish for each in dates))


def cutover_marks(plan: Plan, cutover: Cutover, style: Style) -> Iterator[Mark]:
    """
    Yield the cutover of a system, and its deadline unless all systems share one.

    What is live has no deadline any more.
    """
    limits = {each.deadline for each in plan.cutovers if each.source != "live"}
    shared = len(limits) == 1
    told = cutover_words(cutover).into(style)
    live = cutover.source == "live"
    day = shown(cutover.day).into(style)
    if not live and not shared:
        limit = text("deadline {day}", day=shown(cutover.deadline)).into(style)
        yield Mark("deadline", cutover.deadline, limit)
    yield Mark("live" if live else "cutover", cutover.day, told, day)


def _each(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
