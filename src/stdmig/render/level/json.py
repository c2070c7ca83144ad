"""A levelled plan for other programs (``stdmig.level/1``)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from stdmig.levelling.levelled import Clash, Levelled, Series, Span, Town, Worker
from stdmig.outlook.levelling import goals, guesses, open_places, peak
from stdmig.render.jsonable import dump
from stdmig.render.level.page import LevelPage
from stdmig.words import Style

SCHEMA = "stdmig.level/1"


def level_json(page: LevelPage, style: Style) -> str:
    """
    Return the levelled plan as JSON.

    Finishes are last days, inclusive. Loads are people or parallel tasks of one month
    each, from `first_month` on; a capacity of null is no limit. Within a version of
    the schema fields may be added, none renamed.
    """
    levelled = page.levelled
    return dump(
        {
            "schema": SCHEMA,
            "sample": page.is_sample,
            "durations": levelled.durations,
            "method": levelled.method,
            "interrupted": levelled.interrupted,
            "feasible": not levelled.excess and not levelled.clashes,
            "goals": _goals(levelled),
            "first_month": "{:04}-{:02}".format(*levelled.first),
            "months": levelled.months,
            "clashes": [_clash(levelled, each) for each in levelled.clashes],
            "excess": [
                {
                    "municipality": town,
                    **_worker(worker),
                    "month": "{:04}-{:02}".format(*month),
                    "load": _number(load),
                    "capacity": _number(most),
                }
                for town, worker, month, load, most in levelled.excess
            ],
            "municipalities": [_town(each, style) for each in levelled.towns],
            "shared_loads": [_series(each) for each in levelled.shared],
            "assumptions": [each.into(style) for each in guesses(levelled)],
        }
    )


def _goals(levelled: Levelled) -> list[dict[str, Any]]:
    return [
        {
            "objective": each.objective,
            "value": _number(each.value),
            "bound": _number(each.bound),
            "gap": _number(each.gap),
            "proven": not each.gap,
        }
        for each in goals(levelled)
    ]


def _clash(levelled: Levelled, each: Clash) -> dict[str, Any]:
    return {
        "municipality": each.town,
        **_worker(each.worker),
        "first_month": "{:04}-{:02}".format(*each.first),
        "last_month": "{:04}-{:02}".format(*each.last),
        "needed": _number(each.needed),
        "available": _number(each.available),
        "at_once": each.at_once,
        "tasks": [
            {"municipality": town, "id": levelled.towns[town].plan.tasks[place].id}
            for town, place in each.tasks
        ],
    }


def _town(town: Town, style: Style) -> dict[str, Any]:
    municipality = town.plan.inventory.municipality
    why = {each.place: each.reason.into(style) for each in town.unlevelled}
    return {
        "municipality": municipality.title.into(style),
        "municipality_code": municipality.code,
        "as_of": town.plan.as_of.isoformat(),
        "tasks": [_task(town, place, why, style) for place in open_places(town)],
        "loads": [_series(each) for each in town.series],
    }


def _task(town: Town, place: int, why: dict[int, str], style: Style) -> dict[str, Any]:
    task = town.plan.tasks[place]
    before, after = town.before[place], town.after[place]
    return {
        "id": task.id,
        "name": task.title.into(style),
        "item": task.item.ref,
        "sections": list(task.sections),
        "before": _span(before),
        "after": _span(after),
        "moved_days": after.start - before.start,
        "fixed": place in town.fixed,
        "not_levelled": why.get(place),
    }


def _span(span: Span) -> dict[str, str]:
    last = max(span.finish - 1, span.start)
    return {
        "start": date.fromordinal(span.start).isoformat(),
        "finish": date.fromordinal(last).isoformat(),
    }


def _series(each: Series) -> dict[str, Any]:
    return {
        **_worker(each.worker),
        "peak_before": _number(peak(each.before)),
        "peak_after": _number(peak(each.after)),
        "before": _numbers(each.before),
        "after": _numbers(each.after),
        "capacity": None if each.capacity is None else _numbers(each.capacity),
    }


def _worker(worker: Worker) -> dict[str, Any]:
    return {"kind": worker.kind, "name": worker.name, "items": list(worker.items)}


def _numbers(amounts: Sequence[Decimal | None]) -> list[int | float | None]:
    return [None if each is None else _number(each) for each in amounts]


def _number(amount: Decimal) -> int | float:
    """Return a whole number as such, tenths and hundredths as a fraction."""
    whole = amount == amount.to_integral_value()
    return int(amount) if whole else float(amount)
