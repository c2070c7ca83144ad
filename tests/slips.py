"""Three municipalities, each with work of one vendor (事業者の遅れの試験用の3団体)."""

from __future__ import annotations

from datetime import date

from stdmig.outlook.slip.rollup import SlipReport, roll_up
from stdmig.outlook.slip.slip_of import slip_of
from stdmig.outlook.slip.supposed import SupposedSlip, read_slip
from stdmig.outlook.slip.town import TownSlip
from stdmig.workspace import Planned
from tests.rules.planned import planned

AS_OF = date(2025, 4, 1)

PROCEDURES = """\
schema: stdmig.procedures/1
phases: [{id: all, name: 全体}]
items:
  - number: 8
    id: request
    name: 予算要求
    phase: all
    scope: procurement
    months: {min: 2, max: 2}
    actors: [lead]
    role: budget_request
  - number: 11
    id: contract
    name: 契約
    phase: all
    scope: procurement
    months: {min: 1, max: 2}
    actors: [lead, vendor]
    after: [8]
    role: contract
  - number: 13
    id: setup
    name: 設定
    phase: all
    scope: system
    months: {min: 2, max: 4}
    actors: [vendor]
    after: [11]
  - number: 14
    id: migration
    name: データ移行
    phase: all
    scope: system
    months: {min: 4, max: 6}
    actors: [vendor]
    after: [11]
  - number: 14
    part: characters
    ref: 14c
    id: characters
    name: 文字
    phase: all
    scope: municipality
    months: {min: 1, max: 1}
    actors: [lead, vendor]
  - number: 15
    id: tests
    name: テスト
    phase: all
    scope: system
    months: {min: 2, max: 6}
    actors: [section, vendor]
    after: [13, 14, 14c]
cutover: {after: [15]}
"""
"""From the contract to the cutover 6 to 12 months: 14 and 15; 13 lies beside 14."""

ASAHI = """\
schema: stdmig.systems/1
municipality: {name: あさひ市（架空）, name_en: Asahi City (fictional), code: "012025"}
contracts:
  - id: base
    name: 基幹
    vendor: 架空しらかば株式会社
    start: 2021-04-01
    end: 2026-03-31
systems:
  - id: juki
    cutover: 2026-01-05
    units:
      - section: 市民課
        vendor: 架空しらかば株式会社
        package: しらかば住民
        policy: stay
        contract: base
  - id: kojin
    cutover: 2026-01-05
    units:
      - section: 税務課
        vendor: ㈱架空しらかば 北支社
        package: しらかば税
        policy: stay
        contract: base
"""

ASAHI_PROGRESS = """\
schema: stdmig.progress/1
tasks:
  - {item: 8, status: done, finish: 2023-10-31}
  - {item: 11, status: done, finish: 2024-06-30}
  - {item: 13, status: done, finish: 2024-12-31}
  - {task: 14c, status: done, finish: 2024-12-31}
  - {task: 14@juki, status: started, start: 2025-01-01, remaining_months: 2}
  - {task: 14@kojin, status: done, finish: 2025-02-28}
  - {task: 15@kojin, status: started, start: 2025-03-01}
"""

MINATO = """\
schema: stdmig.systems/1
municipality: {name: みなと町（架空）, name_en: Minato Town (fictional), code: "131016"}
contracts:
  - {id: all, name: 総合, vendor: 架空リース, start: 2020-10-01, end: 2025-09-30}
systems:
  - id: juki
    cutover: 2025-10-01
    deadline: 2025-12-31
    designated: {reason: 4, explanation: 事業者の都合, completion: 2025-10}
    units:
      - section: 住民課
        vendor: 架空しらかば
        package: しらかば住民
        policy: stay
        contract: all
  - id: kojin
    cutover: 2025-10-01
    units:
      - {section: 税務課, vendor: 架空けやき(株), policy: stay, contract: all}
"""

MINATO_PROGRESS = """\
schema: stdmig.progress/1
tasks:
  - {item: 8, status: done, finish: 2023-10-31}
  - {item: 11, status: done, finish: 2024-06-30}
  - {item: 13, status: done, finish: 2024-12-31}
  - {item: 14, status: done, finish: 2025-02-28}
  - {task: 14c, status: done, finish: 2024-12-31}
  - {item: 15, status: started, start: 2025-03-01, remaining_months: 4}
"""

SAKURA = """\
schema: stdmig.systems/1
municipality: {name: さくら村（架空）, name_en: Sakura Village (fictional)}
systems:
  - id: juki
    cutover: 2030-01-07
    deadline: 2031-03-31
    designated: {reason: 1, explanation: 汎用機, completion: 2030-01}
    units:
      - {section: 住民課, vendor: （株）架空しらかば, policy: switch}
"""


def asahi(progress: str = ASAHI_PROGRESS, systems: str = ASAHI) -> Planned:
    """Return a city whose two systems lose their cutover in two ways."""
    return _planned(systems, progress)


def minato(progress: str = MINATO_PROGRESS) -> Planned:
    """Return a town whose contract and whose designated system's deadline are lost."""
    return _planned(MINATO, progress)


def sakura() -> Planned:
    """Return a village that has years to spare, and that leaves the vendor."""
    return _planned(SAKURA, None)


def supposed(written: str = "架空しらかば=6m") -> SupposedSlip:
    """Return what a user supposes."""
    slip, fault = read_slip(written)
    assert slip is not None, fault
    return slip


def slipped(town: Planned, written: str = "架空しらかば=6m") -> TownSlip:
    """Return what a slip does to a town that has the vendor."""
    found = slip_of(town.plan, "town", [supposed(written)])
    assert found is not None
    return found


def three_towns(written: str = "架空しらかば=6m") -> SlipReport:
    """Return what a slip does to the three, of four."""
    slip = supposed(written)
    towns = {"asahi": asahi(), "minato": minato(), "sakura": sakura()}
    found = [slip_of(town.plan, place, [slip]) for place, town in towns.items()]
    return roll_up([slip], [each for each in found if each is not None], 4, AS_OF)


def _planned(systems: str, progress: str | None) -> Planned:
    return planned(systems, procedures=PROCEDURES, progress=progress, as_of=AS_OF)
