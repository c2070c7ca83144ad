"""Records of municipalities to one roll-up (団体の集計)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from stdmig.outlook.portfolio.due_days import due_days
from stdmig.outlook.portfolio.endings import endings
from stdmig.outlook.portfolio.joint import joint_procurements
from stdmig.outlook.portfolio.portfolio import Broken, Portfolio
from stdmig.outlook.portfolio.ranking import ranked
from stdmig.outlook.portfolio.totals import system_totals, town_totals
from stdmig.outlook.portfolio.town import Town, VendorLimit
from stdmig.outlook.portfolio.vendor_limits import all_limits
from stdmig.outlook.portfolio.vendors import roll_up_vendors


def roll_up(
    towns: Iterable[Town],
    broken: Iterable[Broken],
    *,
    as_of: date,
    name: str | None = None,
    name_en: str | None = None,
    limits: Iterable[VendorLimit] = (),
) -> Portfolio:
    """
    Return what the municipalities come to together.

    In whatever order they are given, the result is the same.

    Parameters
    ----------
    towns
        Those that could be planned, all as of `as_of`.
    broken
        Those that could not be.
    name, name_en
        Who looks at them.
    limits
        What vendors can do for all of them; the lesser of these and those that the
        municipalities wrote down counts.
    """
    rows = ranked(towns)
    every = [row.town for row in rows]
    faulty = tuple(sorted(broken, key=lambda each: (each.code or "~", each.place)))
    total, prefectures = town_totals(every, faulty)
    agreed = all_limits(limits, every)
    today = as_of.toordinal()
    vendors = roll_up_vendors(every, agreed.counting, today)
    return Portfolio(
        name=name,
        name_en=name_en,
        as_of=as_of,
        towns=rows,
        broken=faulty,
        total=total,
        prefectures=prefectures,
        systems=system_totals(every, len(faulty)),
        vendors=vendors.rows,
        endings=endings(every, today),
        due=due_days(every, today),
        joint=joint_procurements(every),
        findings=_by_code(every),
        limits=agreed.counting,
        disputed=agreed.disputed,
        overloads=vendors.overloads,
    )


def _by_code(towns: Iterable[Town]) -> dict[str, tuple[int, int]]:
    where: dict[str, int] = {}
    times: dict[str, int] = {}
    for town in towns:
        for code in {found.code for found in town.findings}:
            where[code] = where.get(code, 0) + 1
        for found in town.findings:
            times[found.code] = times.get(found.code, 0) + found.number
    return {code: (where[code], times[code]) for code in sorted(where)}
