"""How far the work is, for other programs (``stdmig.status/1``)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from stdmig.outlook.progress.steps import SystemSteps
from stdmig.outlook.progress.work import Work
from stdmig.outlook.status import (
    HIGH,
    Against,
    Decision,
    LateTask,
    Start,
    SystemForecast,
    SystemRates,
    WorkerStarts,
    statements,
)
from stdmig.render.jsonable import dump
from stdmig.render.status.page import StatusPage
from stdmig.words import Style

SCHEMA = "stdmig.status/1"


def status_json(page: StatusPage, style: Style) -> str:
    """
    Return the status as JSON; rates are shares from 0 to 1.

    Within a version of the schema fields may be added, none renamed; null means
    unknown.
    """
    found = page.status
    town = found.plan.inventory.municipality
    forecasts = {each.system.id: each for each in found.forecasts}
    return dump(
        {
            "schema": SCHEMA,
            "municipality": town.title.into(style),
            "municipality_code": town.code,
            "sample": page.is_sample,
            "as_of": found.plan.as_of.isoformat(),
            "section": page.section,
            "step_rate": _step_rate(page),
            "work_rate": {
                **_work(found.rates.work),
                "unmeasured": [
                    found.plan.tasks[place].id for place in found.rates.unmeasured
                ],
            },
            "deadline": {
                "systems": len(found.forecasts),
                "missed": len(found.missing),
                "not_even_shortest": sum(
                    each.standing == "lost" for each in found.missing
                ),
                "missed_with_high_step_rate": len(found.deceptive),
                "high_step_rate": float(HIGH),
            },
            "systems": [
                _system(each, forecasts.get(each.system.id), style)
                for each in found.rates.systems
            ],
            "kept_plan": found.against and _against(found.against, style),
            "days": list(found.horizons),
            "starts_by_section": [_worker(each) for each in found.workers],
            "starts": [_start(each, style) for each in found.starts],
            "decisions": [_decision(each, style) for each in found.decisions],
            "statements": [
                {
                    "tone": each.tone,
                    "sentences": [one.into(style) for one in each.sentences],
                }
                for each in statements(found)
            ],
        }
    )


def _step_rate(page: StatusPage) -> dict[str, Any]:
    rates = page.status.rates
    return {
        "mean": _share(rates.mean),
        "steps": rates.steps_each,
        "systems": len(rates.counted),
        "as_of": [day.isoformat() for day in rates.reported],
        "not_applicable": [each.id for each in rates.absent],
        "mean_without_not_applicable": _share(rates.mean_without_absent),
        "not_recorded": [each.id for each in rates.unrecorded],
    }


def _work(work: Work) -> dict[str, Any]:
    rate = work.rate
    return {
        "rate": None if rate is None else round(rate, 7),
        "done_months": round(work.done, 7),
        "all_months": round(work.whole, 7),
    }


def _system(
    each: SystemRates, forecast: SystemForecast | None, style: Style
) -> dict[str, Any]:
    return {
        "id": each.system.id,
        "name": each.system.title.into(style),
        "applies": each.system.applies,
        "step_rate": each.steps and _steps(each.steps),
        "work_rate": each.work and _work(each.work),
        "standing": forecast and forecast.standing,
        "deadline": forecast and forecast.deadline.isoformat(),
        "planned_cutover": forecast and forecast.planned.isoformat(),
        "forecast_cutover": forecast and forecast.forecast.isoformat(),
        "longest_cutover": forecast and forecast.longest.isoformat(),
        "shortest_cutover": forecast and forecast.shortest.isoformat(),
        "kept_cutover": forecast and _iso(forecast.kept),
        "slip_days": forecast.slip if forecast else None,
    }


def _steps(steps: SystemSteps) -> dict[str, Any]:
    record = steps.record
    return {
        "rate": _share(steps.rate),
        "done": steps.done,
        "started": steps.started,
        "not_applicable": steps.not_applicable,
        "not_started": steps.not_started,
        "as_of": _iso(record.as_of) if record else None,
    }


def _against(against: Against, style: Style) -> dict[str, Any]:
    since = against.since
    return {
        "id": against.baseline.id,
        "as_of": against.baseline.as_of.isoformat(),
        "late": [_late(each, style) for each in against.late],
        "new_systems": [each.id for each in since.new_systems],
        "new_tasks": [each.id for each in since.new_tasks],
        "gone_systems": [*since.gone_systems],
        "gone_tasks": [*since.gone_tasks],
    }


def _late(each: LateTask, style: Style) -> dict[str, Any]:
    return {
        "task": each.task.id,
        "name": each.task.title.into(style),
        "why": each.kind,
        "kept_start": each.kept_start.isoformat(),
        "kept_finish": each.kept_finish.isoformat(),
        "forecast_start": each.start.isoformat(),
        "forecast_finish": each.finish.isoformat(),
        "days": each.days,
    }


def _worker(each: WorkerStarts) -> dict[str, Any]:
    return {
        "section": each.worker.name,
        "lead": each.worker.kind == "lead",
        "overdue": each.overdue,
        "within": list(each.within),
    }


def _start(each: Start, style: Style) -> dict[str, Any]:
    return {
        "task": each.task.id,
        "name": each.task.title.into(style),
        "planned_start": each.day.isoformat(),
        "days": each.days,
        "lead": any(worker.kind == "lead" for worker in each.workers),
        "sections": [
            worker.name for worker in each.workers if worker.kind == "section"
        ],
    }


def _decision(each: Decision, style: Style) -> dict[str, Any]:
    return {
        "kind": each.kind,
        "by": _iso(each.by),
        "what": each.what.into(style),
        "systems": list(each.systems),
    }


def _share(rate: Fraction | None) -> float | None:
    return None if rate is None else round(float(rate), 7)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
