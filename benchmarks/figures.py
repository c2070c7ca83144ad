"""The nation in figures that the government published, read from two tables (統計)."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

STEPS = 40
"""Steps that the ministry counts for each system (総務省 dashboard_00001.html)."""

IDS = {
    "住民記録": "juki",
    "住民基本台帳": "juki",
    "印鑑登録": "inkan",
    "戸籍": "koseki",
    "戸籍附票": "fuhyo",
    "戸籍の附票": "fuhyo",
    "選挙人名簿管理": "senkyo",
    "個人住民税": "kojin",
    "法人住民税": "hojin",
    "固定資産税": "kotei",
    "軽自動車税": "keiji",
    "就学": "shugaku",
    "健康管理": "kenko",
    "児童扶養手当": "jifu",
    "生活保護": "seiho",
    "障害者福祉": "shogai",
    "介護保険": "kaigo",
    "国民健康保険": "kokuho",
    "後期高齢者医療": "koki",
    "国民年金": "nenkin",
    "児童手当": "jidoteate",
    "子ども・子育て支援": "kodomo",
}
"""The names of both tables, and the ids of the 20 systems of the law."""


class Figures(NamedTuple):
    """
    What is published of one municipality (団体別の数値).

    Attributes
    ----------
    code
        Its official code; None where no table has it.
    done
        Per system the steps that are 完了済み or 対象外, of `STEPS`.
    designated
        Ids of its 特定移行支援システム.
    """

    prefecture: str
    city: str
    code: str | None
    done: dict[str, int]
    designated: frozenset[str]


class Nation(NamedTuple):
    """
    All municipalities, and what of the tables none of them has (全国).

    Attributes
    ----------
    beyond
        Rows of the designated that are no municipality: those of prefectures.
    other
        Designated businesses that are none of the 20 (共通機能), by name.
    """

    towns: tuple[Figures, ...]
    beyond: int
    other: dict[str, int]


def read(folder: Path) -> Nation:
    """
    Read ``step_rates_*.csv`` and ``designated_*.csv``, one of each, of a folder.

    The first has prefecture, city and a column with the rate of each system; the
    second code, prefecture, city and businesses with ``;`` between them. They are
    joined by prefecture and city.

    Raises
    ------
    ValueError
        If a business is unknown, or a rate is no whole number of steps.
    """
    listed = {
        (row["prefecture"], row["city"]): row for row in _rows(folder, "designated")
    }
    other: Counter[str] = Counter()
    towns = []
    for row in _rows(folder, "step_rates"):
        found = listed.pop((row["prefecture"], row["city"]), None)
        names = _businesses(found)
        other.update(name for name in names if name not in IDS)
        towns.append(
            Figures(
                row["prefecture"],
                row["city"],
                found["code"] if found else None,
                {IDS[name]: _steps(rate) for name, rate in row.items() if name in IDS},
                frozenset(IDS[name] for name in names if name in IDS),
            )
        )
    if strangers := [row for row in listed.values() if row["city"]]:
        raise ValueError(f"municipalities without rates: {strangers}")
    return Nation(tuple(towns), len(listed), dict(other))


def _rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    (path,) = folder.glob(f"{name}_*.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _businesses(row: dict[str, str] | None) -> list[str]:
    names = row["businesses"].split(";") if row else []
    if unknown := set(names) - IDS.keys() - {"共通機能"}:
        raise ValueError(f"unknown businesses: {unknown}")
    return names


def _steps(rate: str) -> int:
    """Return how many of the steps a rate stands for."""
    done = float(rate) * STEPS
    if abs(done - round(done)) > 1e-6:
        raise ValueError(f"no whole number of steps: {rate}")
    return round(done)
