"""Small municipalities side by side, written as folders (試験用の団体)."""

from __future__ import annotations

from pathlib import Path

_SYSTEMS = """\
schema: stdmig.systems/1
municipality:
  name: 第{number}町
  name_en: Town {number}
  code: "{code}"
  population: {population}
  lead_section: デジタル課
contracts:
  - id: base
    name: 基幹系保守
    vendor: 架空情報{vendor}株式会社
    start: 2021-10-01
    end: {end}
    notice_months: 6
procurements:
  - {{id: welfare, joint: 県央共同調達}}
systems:
  - id: juki
    units:
      - {{section: 市民課, vendor: 架空情報{vendor}株式会社, package: みどり住民,
         policy: stay, contract: base}}
  - id: kaigo
    designated: {{reason: 4, completion: 2027-03}}
    units:
      - {{section: 福祉課, vendor: 架空福祉株式会社, package: "=1+1", policy: switch,
         procurement: welfare, contract: base}}
  - id: seiho
    applies: false
    reason: 福祉事務所を設置していない
  - id: nenkin
links:
  - {{from: juki, to: nenkin, data: 異動}}
"""


def write_town(folder: Path, number: int = 1) -> Path:
    """Write one municipality and return its folder; numbers make them differ."""
    folder.mkdir(parents=True, exist_ok=True)
    written = _SYSTEMS.format(
        number=number,
        code=f"{number % 47 + 1:02}{number % 1000:03}0",
        population=1000 * number,
        vendor="ABC"[number % 3],
        end=f"202{number % 3 + 5}-03-31",
    )
    (folder / "systems.yaml").write_text(written, encoding="utf-8")
    return folder


def write_towns(folder: Path, count: int) -> tuple[Path, ...]:
    """Write several municipalities below a folder, and return their folders."""
    numbers = range(1, count + 1)
    return tuple(write_town(folder / f"{each:04}", each) for each in numbers)
