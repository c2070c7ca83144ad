"""One system with two units, and the lines of its budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.helpers import ENGLISH
from tests.rules.planned import planned

if TYPE_CHECKING:
    from stdmig.budget import BudgetLine

PROCEDURES = """\
schema: stdmig.procedures/1
phases: [{id: all, name: 全体}]
items:
  - number: 1
    id: request
    name: 提案依頼
    phase: all
    scope: procurement
    months: {min: 2, max: 2}
    drops_when: vendor_stays
  - number: 2
    id: contract
    name: 契約
    phase: all
    scope: procurement
    months: {min: 2, max: 2}
    after: [1]
    role: contract
  - number: 3
    id: work
    name: 作業
    phase: all
    scope: system
    months: {min: 12, max: 12}
    after: [2]
cutover: {after: [3]}
cost_items:
  - {id: advice, name: 助言, name_en: Advice, items: [1]}
  - {id: migration, name: 移行, name_en: Migration, items: [3]}
  - {id: cloud, name: クラウド利用, name_en: Cloud, from_cutover: true}
"""
"""For a cutover on 2025-10-01 item 3 lasts from 2024-10-01 to 2025-09-30, item 2 from
2024-08-01 to 2024-09-30 and item 1 from 2024-06-01 to 2024-07-31."""

TWO_UNITS = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - id: kokuho
    units:
      - {id: levy, section: 税務課, package: 税総合, policy: switch}
      - {id: benefits, section: 保険年金課, package: 国保, policy: switch}
"""


def lines_of(
    systems: str, costs: str | None = None, procedures: str = PROCEDURES
) -> tuple[BudgetLine, ...]:
    """Return the lines of a workspace for a cutover on 2025-10-01."""
    return planned(
        systems,
        planning="{cutover: 2025-10-01}",
        procedures=procedures,
        costs=None if costs is None else f"schema: stdmig.costs/1\n{costs}",
    ).budget


def told(line: BudgetLine) -> tuple[int, str | None, str, str, str]:
    """Return fiscal year, section, subject, first and last day of a line."""
    title = line.title.into(ENGLISH)
    return line.fiscal_year, line.section, title, str(line.start), str(line.end)


def sums(
    lines: tuple[BudgetLine, ...], item: str
) -> list[tuple[int, str | None, int | None, list[str]]]:
    """Return fiscal year, section, yen and remarks of the lines of a cost item."""
    return [
        (
            line.fiscal_year,
            line.section,
            line.amount.yen,
            [remark.into(ENGLISH) for remark in line.remarks],
        )
        for line in lines
        if line.cost_item == item
    ]
