"""A seeded workspace of one invented town with many systems (大規模な生成データ)."""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from pathlib import Path
from random import Random

_LAW = (
    *("juki", "inkan", "koseki", "fuhyo", "senkyo", "kojin", "hojin", "kotei"),
    *("keiji", "shugaku", "kenko", "jifu", "seiho", "shogai", "kaigo", "kokuho"),
    *("koki", "nenkin", "jidoteate", "kodomo"),
)
_SYSTEMS_PER_CONTRACT = 5
_SYSTEMS_PER_SECTION = 2.5
_CUTOVERS = ("2025-10-01", "2026-01-05", "2026-01-31")
_DAY = timedelta(days=1)


def systems_yaml(count: int, seed: int = 1) -> bytes:
    """
    Return a ``systems.yaml`` with `count` systems; the same arguments, the same bytes.

    The first 20 are those of the law, the others stand beyond it. Five systems share a
    contract, a vendor and a package, five in two sections.
    """
    rng = Random(f"{seed}/{count}")
    lines = [
        "# 性能を測るために生成した、実在しない自治体である。",
        "schema: stdmig.systems/1",
        "source: 生成データ",
        "municipality: {name: 生成市, name_en: Generated City, lead_section: 推進課}",
        "contracts:",
    ]
    for number in range(-(-count // _SYSTEMS_PER_CONTRACT)):
        end = date(rng.choice((2024, 2025, 2026)), rng.choice((4, 7, 10)), 1) - _DAY
        lines += [
            f"  - id: c{number}",
            f"    name: 第{number + 1}基幹パッケージ",
            f"    vendor: 第{number % 40 + 1}情報システム株式会社",
            f"    start: {end.year - 5}-{end.month:02}-01",
            f"    end: {end.isoformat()}",
        ]
    lines.append("systems:")
    for number in range(count):
        lines += _system(rng, number)
    return ("\n".join(lines) + "\n").encode()


def _system(rng: Random, number: int) -> list[str]:
    """Return the lines of a system with one unit."""
    if number < len(_LAW):
        lines = [f"  - id: {_LAW[number]}"]
    else:
        lines = [
            f"  - id: own{number}",
            f"    name: 独自業務{number}",
            "    statutory: false",
        ]
    contract = number // _SYSTEMS_PER_CONTRACT
    return [
        *lines,
        f"    cutover: {rng.choice(_CUTOVERS)}",
        "    units:",
        f"      - section: 第{int(number / _SYSTEMS_PER_SECTION) + 1}課",
        f"        vendor: 第{contract % 40 + 1}情報システム株式会社",
        f"        package: 第{contract + 1}基幹パッケージ",
        f"        policy: {'switch' if contract % 3 else 'stay'}",
        f"        contract: c{contract}",
    ]


def write(folder: Path, count: int, seed: int = 1) -> None:
    """Write the workspace into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "systems.yaml").write_bytes(systems_yaml(count, seed))


def main() -> None:
    """Write a workspace into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--systems", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.folder, given.systems, given.seed)


if __name__ == "__main__":
    main()
