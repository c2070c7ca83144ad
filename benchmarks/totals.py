"""Totals of the published tables, counted row by row, to hold a roll-up against."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from figures import IDS


class Totals(NamedTuple):
    """
    What the tables come to, over municipalities and the 20 systems (総計).

    Attributes
    ----------
    mean_rate
        Plain mean of all rates, to 6 places.
    by_system, by_prefecture
        Designated systems, by id and by the first two digits of the code.
    """

    municipalities: int
    systems: int
    mean_rate: float
    by_system: Counter[str]
    by_prefecture: Counter[str]


def straight(folder: Path) -> Totals:
    """Return the totals of the tables in a folder; see `figures.read`."""
    (rates,) = folder.glob("step_rates_*.csv")
    (designated,) = folder.glob("designated_*.csv")
    by_system: Counter[str] = Counter()
    by_prefecture: Counter[str] = Counter()
    with designated.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            # Without a city it is the prefecture itself, which is no municipality.
            names = row["businesses"].split(";") if row["city"] else []
            found = [IDS[name] for name in names if name in IDS]
            by_system.update(found)
            by_prefecture.update([row["code"][:2]] * len(found))
    with rates.open(encoding="utf-8-sig", newline="") as file:
        rows = [list(row.values())[3:] for row in csv.DictReader(file)]
    known = [float(rate) for row in rows for rate in row]
    mean = round(sum(known) / len(known), 6)
    return Totals(len(rows), len(known), mean, by_system, by_prefecture)


def differences(totals: Totals, rolled_up: dict[str, Any]) -> list[str]:
    """
    Return where a roll-up of all municipalities says something else than the tables.

    Parameters
    ----------
    rolled_up
        What ``stdmig portfolio --format json`` wrote.
    """
    total = rolled_up["total"]
    found = {
        "municipalities": total["municipalities"],
        "systems": total["systems"],
        "mean rate": round(total["step_rate"], 6),
        "designated": total["designated"],
        "by system": _designated(rolled_up["systems"], "id"),
        "by prefecture": _designated(rolled_up["prefectures"], "code"),
    }
    wanted = {
        "municipalities": totals.municipalities,
        "systems": totals.systems,
        "mean rate": totals.mean_rate,
        "designated": totals.by_system.total(),
        "by system": dict(totals.by_system),
        "by prefecture": dict(totals.by_prefecture),
    }
    return [
        f"{name}: {found[name]}, not {wanted[name]}"
        for name in wanted
        if found[name] != wanted[name]
    ]


def _designated(rows: list[dict[str, Any]], key: str) -> dict[str, int]:
    return {row[key]: row["designated"] for row in rows if row["designated"]}
