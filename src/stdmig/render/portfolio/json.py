"""Many municipalities for other programs (``stdmig.rollup/1``)."""

from __future__ import annotations

from typing import Any

from stdmig.diagnostics import Diagnostic
from stdmig.outlook.portfolio.joint_procurement import Joint
from stdmig.outlook.portfolio.portfolio import Broken, Ending, Portfolio, Totals
from stdmig.outlook.portfolio.town import VendorLimit
from stdmig.outlook.portfolio.vendor_row import Overload, VendorRow
from stdmig.render.jsonable import place
from stdmig.render.portfolio.names import portfolio_title
from stdmig.render.portfolio.rows_json import Row, dump_rows
from stdmig.render.portfolio.town_json import town_json
from stdmig.render.towns.names import prefecture_name, system_name
from stdmig.render.towns.values_json import iso_day, iso_month, rounded
from stdmig.words import Style

SCHEMA = "stdmig.rollup/1"


def portfolio_json(portfolio: Portfolio, style: Style) -> str:
    """
    Return the roll-up as JSON, with every municipality and system; no prices.

    Within a version of the schema fields may be added, none renamed; null means
    unknown. A municipality is named by its workspace, which alone is always unique.
    """
    return dump_rows(
        {
            "schema": SCHEMA,
            "name": portfolio.name and portfolio_title(portfolio).into(style),
            "as_of": portfolio.as_of.isoformat(),
            "only_systems": list(portfolio.chosen),
            "total": Row(_totals(portfolio.total)),
            "prefectures": [
                Row(
                    code=each.code,
                    name=each.code and prefecture_name(each.code).into(style),
                    **_totals(each.totals),
                )
                for each in portfolio.prefectures
            ],
            "systems": [
                Row(
                    id=each.id,
                    name=system_name(each.id).into(style),
                    **_totals(each.totals),
                )
                for each in portfolio.systems
            ],
            "municipalities": [town_json(row, style) for row in portfolio.towns],
            "broken": [_broken(each, style) for each in portfolio.broken],
            "vendors": [_vendor(each) for each in portfolio.vendors],
            "limits": [_limit(each) for each in portfolio.limits],
            "overloads": [_overload(each) for each in portfolio.overloads],
            "endings": [_ending(each) for each in portfolio.endings],
            "due": [
                Row(
                    day=iso_day(each.day),
                    kind=each.kind,
                    fiscal_year=each.fiscal_year,
                    matters=each.about,
                    workspaces=each.towns,
                )
                for each in portfolio.due
            ],
            "joint": [_joint(each) for each in portfolio.joint],
            "findings": [
                Row(code=code, municipalities=towns, times=times)
                for code, (towns, times) in portfolio.findings.items()
            ],
        }
    )


def _totals(totals: Totals) -> dict[str, Any]:
    return {
        "municipalities": totals.towns,
        "broken": totals.broken,
        "systems": totals.systems,
        "states": totals.states,
        "designated": totals.designated,
        "designated_municipalities": totals.designated_towns,
        "uncovered": totals.uncovered,
        "errors": totals.errors,
        "warnings": totals.warnings,
        "step_rate": rounded(totals.step_rate),
        "work_rate": rounded(totals.work_rate),
    }


def _broken(broken: Broken, style: Style) -> dict[str, Any]:
    return {
        "workspace": broken.place,
        "code": broken.code,
        "name": broken.name,
        "faults": [_fault(each, style) for each in broken.faults],
    }


def _fault(fault: Diagnostic, style: Style) -> Row:
    return Row(
        code=fault.code,
        severity=fault.severity.key,
        message=fault.message.into(style),
        **place(fault.location),
    )


def _vendor(row: VendorRow) -> dict[str, Any]:
    return {
        "vendor": row.vendor,
        "municipalities": row.towns,
        "systems": row.systems,
        "lost": row.lost,
        "packages": list(row.packages),
        "months": [
            Row(
                month=iso_month(month),
                municipalities=load.towns,
                systems=load.systems,
                over=load.over / 10,
                workspaces=load.places,
            )
            for month, load in row.months.items()
        ],
        "by_package": [
            Row(
                package=each.package,
                municipalities=each.towns,
                months={iso_month(month): n for month, n in each.months.items()},
            )
            for each in row.by_package
        ],
    }


def _limit(limit: VendorLimit) -> Row:
    months = [None if each is None else each / 10 for each in limit.limits]
    return Row(vendor=limit.vendor, items=limit.items, january_to_december=months)


def _overload(each: Overload) -> Row:
    return Row(
        vendor=each.vendor,
        items=each.items,
        month=iso_month(each.month),
        load=each.load / 10,
        limit=each.limit / 10,
        over=each.over / 10,
        workspaces=each.places,
    )


def _ending(ending: Ending) -> dict[str, Any]:
    return {
        "vendor": ending.vendor,
        "month": iso_month(ending.month),
        "contracts": [
            Row(workspace=where, contract=id_, last_day=iso_day(day), gap_days=gap)
            for where, id_, day, gap in ending.contracts
        ],
    }


def _joint(joint: Joint) -> dict[str, Any]:
    return {
        "name": joint.name,
        "start": iso_day(joint.start),
        "contract_by": iso_day(joint.finish - 1),
        "faults": list(joint.faults),
        "days_apart": joint.apart,
        "parts": [
            Row(
                workspace=part.place,
                procurement=part.purchase,
                policy=part.policy,
                start=iso_day(part.start),
                contract_by=iso_day(part.finish - 1),
                cutover=iso_day(part.cutover),
                systems=part.systems,
            )
            for part in joint.parts
        ],
    }
