"""A comparison for other programs (``stdmig.comparison/1``)."""

from __future__ import annotations

from typing import Any

from stdmig.budget import BudgetLine
from stdmig.coverage import Ask, Coverage, open_gap
from stdmig.outlook.comparison import (
    ContractChange,
    CutoverChange,
    FindingChange,
    Fit,
    LineChange,
    Sum,
    SumChange,
    TaskChange,
)
from stdmig.outlook.comparison.paths import Path
from stdmig.render.compare.page import ComparePage
from stdmig.render.compare.summary import points
from stdmig.render.jsonable import dump, place
from stdmig.schedule import DATE_FIELDS, Cutover, TaskDates
from stdmig.words import Style

SCHEMA = "stdmig.comparison/1"


def compare_json(page: ComparePage, style: Style) -> str:
    """Return the differences as JSON; null means unknown, or that there is none."""
    found = page.comparison
    return dump(
        {
            "schema": SCHEMA,
            "municipality": page.municipality.into(style),
            "sample": page.is_sample,
            "section": page.section,
            "as_of": found.after.plan.as_of.isoformat(),
            "before": page.before.into(style),
            "after": page.after.into(style),
            "levelled": page.levelled,
            "notes": [note.into(style) for note in page.notes],
            "different": not found.is_empty,
            "files": list(found.files),
            "summary": [point.words.into(style) for point in points(found)],
            "cutovers": [_cutover_change(each) for each in found.cutovers],
            "fits": [
                {
                    "system": each.system.id,
                    "before": _fit(each.before),
                    "after": _fit(each.after),
                }
                for each in found.fits
            ],
            "contracts": [_contract(each) for each in found.contracts],
            "requests": [
                {
                    "contract": each.coverage.agreement.id,
                    "fiscal_year": each.fiscal_year,
                    "before": _ask(each.before),
                    "after": _ask(each.after),
                }
                for each in found.asks
            ],
            "findings": [_finding(each, style) for each in found.findings],
            "budget": _budget(page, style),
            "tasks": [_task(each) for each in found.tasks],
            "next_dates": [
                {
                    "kind": each.kind,
                    "what": each.what.into(style),
                    "before": each.before.isoformat() if each.before else None,
                    "after": each.after.isoformat() if each.after else None,
                }
                for each in found.dates
            ],
            "critical_paths": [
                {
                    "system": each.system.id,
                    "before": _path(each.before),
                    "after": _path(each.after),
                }
                for each in found.paths
            ],
        }
    )


def _cutover_change(change: CutoverChange) -> dict[str, Any]:
    return {
        "system": change.system.id,
        "before": _cutover(change.before),
        "after": _cutover(change.after),
        "days": change.days,
    }


def _cutover(cutover: Cutover | None) -> dict[str, Any] | None:
    if cutover is None:
        return None
    return {
        "day": cutover.day.isoformat(),
        "source": cutover.source,
        "deadline": cutover.deadline.isoformat(),
    }


def _fit(fit: Fit) -> dict[str, Any]:
    return {"state": fit.state, "days": fit.days}


def _contract(change: ContractChange) -> dict[str, Any]:
    return {
        "contract": change.coverage.agreement.id,
        "change": change.kind,
        "before": _gap(change.before),
        "after": _gap(change.after),
        "days": change.days,
    }


def _gap(coverage: Coverage | None) -> dict[str, Any] | None:
    if coverage is None:
        return None
    gap, known = open_gap(coverage), coverage.runs_to
    return {
        "state": gap.kind,
        "runs_to": known.isoformat() if known else None,
        "days": None if gap.kind == "unknown" else gap.days,
        "parts": [
            {"start": part.start.isoformat(), "end": part.end.isoformat()}
            for part in gap.parts
        ],
    }


def _ask(ask: Ask | None) -> dict[str, Any] | None:
    if ask is None:
        return None
    return {
        "start": ask.span.start.isoformat(),
        "end": ask.span.end.isoformat(),
        "months": ask.span.months,
        "ask_by": ask.closes.isoformat() if ask.closes else None,
    }


def _finding(change: FindingChange, style: Style) -> dict[str, Any]:
    finding = change.finding
    return {
        "change": change.kind,
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.severity.key,
        "severity_before": change.before.key if change.before else None,
        "message": finding.hit.message.into(style),
        "message_before": change.was.hit.message.into(style) if change.was else None,
        "subject": finding.hit.subject,
        "location": place(finding.hit.location),
        "fingerprint": finding.fingerprint,
    }


def _budget(page: ComparePage, style: Style) -> dict[str, Any]:
    money = page.comparison.money
    return {
        "total": _sums(money.total),
        "years": [{"fiscal_year": each.key, **_sums(each)} for each in money.years],
        "shares": [
            {"account": each.key[0], "section": each.key[1], **_sums(each)}
            for each in money.shares
        ],
        "lines": [_line_change(each, style) for each in money.lines],
    }


def _sums(change: SumChange[Any]) -> dict[str, Any]:
    return {
        "before": _sum(change.before),
        "after": _sum(change.after),
        "difference_yen": change.yen,
    }


def _sum(known: Sum) -> dict[str, Any]:
    return {"yen": known.yen, "lines": known.lines, "unpriced": known.unpriced}


def _line_change(change: LineChange, style: Style) -> dict[str, Any]:
    line = change.line
    return {
        "cost_item": line.cost_item,
        "system": line.system,
        "contract": line.contract,
        "section": line.section,
        "title": line.title.into(style),
        "before": _line(change.before),
        "after": _line(change.after),
    }


def _line(line: BudgetLine | None) -> dict[str, Any] | None:
    if line is None:
        return None
    return {
        "fiscal_year": line.fiscal_year,
        "start": line.start.isoformat(),
        "end": line.end.isoformat(),
        "request_due": line.request_due.isoformat() if line.request_due else None,
        "debt_years": list(line.debt_years),
        "yen": line.amount.yen,
    }


def _task(change: TaskChange) -> dict[str, Any]:
    task = change.task
    return {
        "id": task.id,
        "item": task.item.ref,
        "systems": [system.id for system in task.systems],
        "before": _dates(change.before),
        "after": _dates(change.after),
        "days": change.days,
    }


def _dates(dates: TaskDates | None) -> dict[str, str] | None:
    if dates is None:
        return None
    return {name: getattr(dates, name).isoformat() for name in DATE_FIELDS}


def _path(path: Path) -> dict[str, Any]:
    return {"items": list(path.items), "start": path.start.isoformat()}
