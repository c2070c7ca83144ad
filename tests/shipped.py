"""The packaged sample, as tests read it (見本のデータ)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
SCHEMAS = {
    "systems.yaml": "stdmig.systems/1",
    "procedures.yaml": "stdmig.procedures/1",
    "schedule_template.yaml": "stdmig.template/1",
}


def read(name: str) -> Any:
    """Return a file of the sample as a reader other than the product's sees it."""
    return yaml.safe_load((ROOT / "data" / name).read_bytes())


SYSTEMS, PROCEDURES, TEMPLATE = map(read, SCHEMAS)


def rows_of(table: str) -> list[list[str]]:
    """Return the rows of a written table; a line that begins with / goes on a row."""
    return [line.split("/") for line in table.strip().replace("\n/", "/").split("\n")]


def marked(value: object, fact: dict[str, Any]) -> str:
    """Return a value, with the "?" of the tables where its fact is assumed."""
    return f"{value}?" if fact.get("assumed") else str(value)


def bare(fact: dict[str, Any]) -> dict[str, Any]:
    """Return a mapping without the prose that may stand in any."""
    return {key: fact[key] for key in fact if key not in ("source", "note")}


# Converted by hand: 令和 n 年 is 2018 + n, and its first year is written 元年.
DAYS = {
    "令和元年10月1日": date(2019, 10, 1),
    "令和2年4月1日": date(2020, 4, 1),
    "令和3年4月1日": date(2021, 4, 1),
    "令和4年3月31日": date(2022, 3, 31),
    "令和6年9月30日": date(2024, 9, 30),
    "令和7年3月31日": date(2025, 3, 31),
}
