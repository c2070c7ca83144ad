"""A contract held against the plan, for other programs (契約の過不足のJSON)."""

from __future__ import annotations

from datetime import date
from typing import Any

from stdmig.coverage import Coverage, open_gap
from stdmig.words import Style


def day_json(day: date | None) -> str | None:
    """Return a day as 2025-10-01; None where there is none."""
    return day.isoformat() if day else None


def coverage_json(coverage: Coverage, style: Style) -> dict[str, Any]:
    """Return one contract held against the plan."""
    contract, gap, overlap = coverage.contract, coverage.gap, coverage.overlap
    extension, notice = coverage.extension, coverage.notice_by
    first, last = coverage.first_day, coverage.last_day
    return {
        "contract": coverage.agreement.id if contract else None,
        "name": coverage.agreement.title.into(style),
        "kind": contract.kind if contract else None,
        "vendor": contract.vendor if contract else None,
        "units": [unit.installation.id for unit in coverage.units],
        "sections": list(coverage.sections),
        "first_day": first.isoformat() if first else None,
        "last_day": last.isoformat() if last else None,
        "runs_to": day_json(coverage.runs_to),
        "cutover": coverage.cutover.isoformat(),
        "gap_days": _gap_days(coverage),
        "open_gap_days": None if last is None else open_gap(coverage).days,
        "gap_months": None if last is None else gap.months if gap else 0,
        "needed_to": coverage.needed_to.isoformat(),
        "notice_by": notice.isoformat() if notice else None,
        "extension": (
            {"start": extension.start.isoformat(), "end": extension.end.isoformat()}
            if extension
            else None
        ),
        "extension_state": coverage.progress.state,
        "fiscal_years": list(coverage.fiscal_years),
        "renewals": list(coverage.renewals),
        "overlap_months": None
        if last is None or coverage.overdue
        else overlap.months
        if overlap
        else 0,
    }


def _gap_days(coverage: Coverage) -> int | None:
    if coverage.last_day is None:
        return None
    return coverage.gap.days if coverage.gap else 0
