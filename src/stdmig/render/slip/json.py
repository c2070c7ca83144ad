"""What a vendor's slip does, for other programs (``stdmig.slip/1``)."""

from __future__ import annotations

from typing import Any

from stdmig.outlook.portfolio.town import Day
from stdmig.outlook.slip.rollup import SlipReport
from stdmig.outlook.slip.town import ContractSlip, SystemSlip, TownSlip, WindowSlip
from stdmig.render.jsonable import dump
from stdmig.render.towns.names import prefecture_name, system_name
from stdmig.render.towns.values_json import iso_day
from stdmig.words import Style

SCHEMA = "stdmig.slip/1"


def slip_json(report: SlipReport, style: Style) -> str:
    """
    Return a slip as JSON, with every municipality in which the vendor has work left.

    Within a version of the schema fields may be added, none renamed. A municipality is
    named by its workspace, which alone is always unique.
    """
    return dump(slip_document(report, style))


def slip_document(report: SlipReport, style: Style) -> dict[str, Any]:
    """Return what `slip_json` writes, to be put into another document."""
    return {
        "schema": SCHEMA,
        "as_of": report.as_of.isoformat(),
        "slips": [each._asdict() for each in report.slips],
        "spellings": [each._asdict() for each in report.spellings],
        "finished": report.finished,
        "without_vendor": report.others,
        "total": report.total._asdict(),
        "prefectures": [
            {
                "code": each.code,
                "name": each.code and prefecture_name(each.code).into(style),
                **each.totals._asdict(),
            }
            for each in report.prefectures
        ],
        "packages": [each._asdict() for each in report.packages],
        "municipalities": [_town(each, style) for each in report.towns],
    }


def _town(town: TownSlip, style: Style) -> dict[str, Any]:
    return {
        "workspace": town.place,
        "code": town.code,
        "name": town.name,
        "name_en": town.name_en,
        "works": town.works,
        "systems": [_system(each, style) for each in town.systems],
        "contracts": [_contract(each) for each in town.contracts],
        "windows": [_window(each) for each in town.windows],
    }


def _system(system: SystemSlip, style: Style) -> dict[str, Any]:
    return {
        "id": system.id,
        "name": system_name(system.id).into(style),
        "vendors": list(system.vendors),
        "packages": list(system.packages),
        "leaves_vendor": system.switching,
        "works": system.works,
        "designated": system.designated,
        "cutover": iso_day(system.cutover),
        "deadline": iso_day(system.deadline),
        "lost": system.is_lost,
        "kept": {"before": system.before, "after": system.after},
        "deadline_kept": {
            "before": system.deadline_before,
            "after": system.deadline_after,
        },
        "early_cutover": _days(system.early_before, system.early),
        "earliest_cutover": _days(system.earliest_before, system.earliest),
        "forecast": _days(system.forecast_before, system.forecast),
        "days_late": system.days_late,
        "moved_by_days": system.moved_by,
    }


def _contract(contract: ContractSlip) -> dict[str, Any]:
    return {
        "id": contract.id,
        "name": contract.name,
        "vendor": contract.vendor,
        "end": iso_day(contract.ends),
        "needed_to": iso_day(contract.needed_to),
        "gap_days": {"before": contract.gap_before, "after": contract.gap_days},
        "single_year": contract.single_year,
        "systems": list(contract.systems),
    }


def _window(window: WindowSlip) -> dict[str, Any]:
    return {
        "kind": window.kind,
        "id": window.id,
        "name": window.name,
        "policy": window.policy,
        "fiscal_year": window.fiscal_year,
        "until": iso_day(window.by),
        "state": window.state,
        "lost": window.is_lost,
        "supplementary_until": iso_day(window.next_by),
    }


def _days(before: Day, after: Day) -> dict[str, str | None]:
    return {"before": iso_day(before), "after": iso_day(after)}
