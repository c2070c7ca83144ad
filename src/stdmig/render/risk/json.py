"""How sure the cutovers are, for other programs (``stdmig.risk/1``)."""

from __future__ import annotations

from datetime import date
from typing import Any

from stdmig.network import Task
from stdmig.outlook.risk import (
    SHARES,
    Beginning,
    LimitRow,
    SystemRow,
    clusters,
    guesses,
    limit_rows,
    months,
    swing_rows,
    system_rows,
)
from stdmig.render.jsonable import dump
from stdmig.render.risk.page import RiskPage
from stdmig.risk.distribution import Distribution
from stdmig.words import Style

SCHEMA = "stdmig.risk/1"


def risk_json(page: RiskPage, style: Style) -> str:
    """
    Return the chances as JSON: shares of the samples, from 0 to 1.

    Within a version of the schema fields may be added, none renamed; null means that
    no day is early enough, or that there is nothing to begin.
    """
    focus = page.focus
    risk, plan = focus.risk, focus.risk.plan
    return dump(
        {
            "schema": SCHEMA,
            "municipality": plan.inventory.municipality.title.into(style),
            "municipality_code": plan.inventory.municipality.code,
            "sample": page.is_sample,
            "as_of": plan.as_of.isoformat(),
            "samples": risk.samples,
            "seed": risk.seed,
            "shape": risk.shape,
            "together": page.together,
            "section": page.section,
            "narrowed": focus.narrowed,
            "all_systems": {
                "kept": _share(risk.all_kept),
                **_distribution(risk.overall),
            },
            "systems": [
                _system(page, row, style) for row in system_rows(focus, full=True)
            ],
            "limits": [_limit(each, style) for each in limit_rows(focus)],
            "tasks": _tasks(page, style),
            "assumptions": [each.into(style) for each in guesses(focus, page.together)],
        }
    )


def _distribution(found: Distribution) -> dict[str, Any]:
    listed = months(found)
    heaps = clusters(found)
    return {
        **{
            f"p{round(share * 100)}": found.quantile(share).isoformat()
            for share in SHARES
        },
        "first_month": listed[0].day.isoformat()[:7],
        "months": [each.samples for each in listed],
        "two_heaps": heaps
        and {
            "share": _share(heaps.share),
            "early_to": heaps.early_to.isoformat(),
            "late_from": heaps.late_from.isoformat(),
        },
    }


def _system(page: RiskPage, row: SystemRow, style: Style) -> dict[str, Any]:
    (system,), (result,) = row.systems, row.results
    return {
        "id": system.id,
        "name": system.title.into(style),
        "planned_cutover": row.planned.isoformat(),
        "kept": _share(row.kept),
        "deadline": row.deadline.isoformat(),
        "deadline_kept": _share(row.in_time),
        **_distribution(result.cutover),
        "begin": row.begin and _begin(row.begin),
    }


def _begin(begin: Beginning) -> dict[str, Any]:
    return {
        "planned": begin.planned.isoformat(),
        "kept": _share(begin.chance),
        "for_80": _iso(begin.likely),
        "for_95": _iso(begin.sure),
    }


def _limit(each: LimitRow, style: Style) -> dict[str, Any]:
    return {
        "kind": each.kind,
        "id": each.id,
        "name": each.name.into(style),
        "day": each.day.isoformat(),
        "kept": _share(each.share),
        "systems": [title.into(style) for title in each.systems],
    }


def _tasks(page: RiskPage, style: Style) -> list[dict[str, Any]]:
    focus = page.focus
    swings = {row.place: row for row in swing_rows(focus)}
    tasks: list[tuple[int, Task]] = [
        (place, focus.risk.plan.tasks[place]) for place in focus.tasks
    ]
    return [
        {
            "id": task.id,
            "name": task.title.into(style),
            "item": task.item.ref,
            "criticality": _share(focus.risk.criticality[place]),
            "short_days": round(swings[place].short, 1) if place in swings else None,
            "long_days": round(swings[place].long, 1) if place in swings else None,
        }
        for place, task in sorted(tasks, key=lambda each: each[1].order)
    ]


def _share(share: float) -> float:
    """Return a share to seven places: one of the most samples is seen still."""
    return round(share, 7)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
