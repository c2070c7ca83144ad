"""A municipality of a roll-up for other programs (団体の JSON)."""

from __future__ import annotations

from typing import Any

from stdmig.inventory.prefectures import prefecture_of
from stdmig.outlook.portfolio.portfolio import Ranked
from stdmig.outlook.portfolio.titles import town_title
from stdmig.outlook.portfolio.totals import step_rate, work_rate
from stdmig.outlook.portfolio.town import Town, TownSystem
from stdmig.render.portfolio.rows_json import Row
from stdmig.render.towns.values_json import iso_day, rounded
from stdmig.words import Style


def town_json(row: Ranked, style: Style) -> dict[str, Any]:
    """Return a municipality with its systems, findings, contracts and work."""
    town = row.town
    return {
        "rank": row.rank,
        "workspace": town.place,
        "code": town.code,
        "prefecture": prefecture_of(town.code),
        "name": town_title(town).into(style),
        "population": town.population,
        "sample": town.sample,
        "lost": row.lost,
        "late": row.late,
        "days_late": row.days_late,
        "uncovered": row.uncovered,
        "gap_days": row.gap_days,
        "errors": row.errors,
        "step_rate": rounded(step_rate(town)),
        "work_rate": rounded(work_rate(town)),
        "systems": [_system(each) for each in town.systems],
        "findings": [Row(each._asdict()) for each in town.findings],
        **_lists(town),
    }


def _system(system: TownSystem) -> Row:
    return Row(
        id=system.id,
        state=system.state,
        cutover=iso_day(system.cutover),
        deadline=iso_day(system.deadline),
        early_cutover=iso_day(system.early),
        earliest_cutover=iso_day(system.earliest),
        float_days=system.float_days,
        gap_days=system.gap_days,
        designated=system.designated,
        reason=system.reason,
        completion=iso_day(system.completion),
        steps=(
            {
                "done": system.done,
                "started": system.started,
                "not_applicable": system.not_applicable,
                "all": system.steps,
            }
            if system.steps
            else None
        ),
        errors=system.errors,
        warnings=system.warnings,
        vendors=system.vendors,
        packages=system.packages,
    )


def _lists(town: Town) -> dict[str, Any]:
    return {
        "contracts": [
            Row(
                id=each.id,
                name=each.name,
                vendor=each.vendor,
                last_day=iso_day(each.ends),
                covered_to=iso_day(each.covered_to),
                needed_to=iso_day(each.needed_to),
                gap_days=each.gap_days,
                notice_by=iso_day(each.notice_by),
                single_year=each.single_year,
                systems=each.systems,
            )
            for each in town.contracts
        ],
        "work": [
            Row(
                vendor=each.vendor,
                package=each.package,
                item=each.item,
                start=iso_day(each.start),
                last_day=iso_day(each.finish - 1),
                systems=each.systems,
            )
            for each in town.work
        ],
        "due": [
            Row(
                day=iso_day(each.day),
                kind=each.kind,
                fiscal_year=each.fiscal_year,
                matters=each.about,
            )
            for each in town.due
        ],
    }
