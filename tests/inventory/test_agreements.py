"""Contracts and the units that they cover (契約と業務システム)."""

from __future__ import annotations

from datetime import date

from stdmig.diagnostics import Location
from stdmig.inventory import Agreement, Inventory
from stdmig.inventory.agreements import unused_contracts
from tests.helpers import sound, workspace_text

HEAD = """\
schema: stdmig.systems/1
municipality: {name: 姶良市}
"""


def _read(text: str) -> Inventory:
    return sound(workspace_text(HEAD + text))


def _covered(agreements: tuple[Agreement, ...]) -> list[tuple[str, list[str]]]:
    return [
        (agreement.id, [placed.id for placed in agreement.installations])
        for agreement in agreements
    ]


def test_one_contract_of_many_units() -> None:
    """A contract covers every unit that names it, across systems, in their order."""
    inventory = _read("""\
contracts:
  - {id: welplus, end: 令和6年9月30日}
  - {id: acrocity, name: アクロシティ, end: 令和6年9月30日}
systems:
  - id: kojin
    units: [{section: 税務課, contract: acrocity}]
  - id: kaigo
    units:
      - {section: 税務課, contract: acrocity}
      - {section: 長寿・障害福祉課, contract: welplus}
""")

    assert _covered(inventory.agreements) == [
        ("welplus", ["kaigo/長寿・障害福祉課"]),
        ("acrocity", ["kojin", "kaigo/税務課"]),
    ]
    welplus, acrocity = inventory.agreements
    assert acrocity.contract is inventory.file.contracts[1]
    assert inventory.locate(acrocity.path) == Location("systems.yaml", 5, 5)
    assert inventory.locate(welplus.path) == Location("systems.yaml", 4, 5)


def test_inline_contract() -> None:
    """A contract inside a unit covers that unit, under its own id or the unit's."""
    inventory = _read("""\
systems:
  - id: seiho
    units:
      - section: 社会福祉課
        contract:
          start: 令和3年4月1日
          end: 令和4年3月31日
          kind: single_year
  - id: kenko
    units:
      - section: 健康増進課
        contract: {id: kenko-2020, end: 2025-03-31}
""")

    assert _covered(inventory.agreements) == [
        ("seiho", ["seiho"]),
        ("kenko-2020", ["kenko"]),
    ]
    seiho, kenko = inventory.agreements
    assert seiho.contract is not None
    assert seiho.contract.kind == "single_year"
    assert seiho.contract.end == date(2022, 3, 31)
    # The contract stands where its first key does.
    assert inventory.locate(seiho.path) == Location("systems.yaml", 8, 11)
    assert inventory.locate(kenko.path) == Location("systems.yaml", 14, 19)


def test_unit_without_contract() -> None:
    """A unit that names no contract has an agreement that knows no dates."""
    inventory = _read("""\
systems:
  - id: juki
    units: [{section: 市民課}]
""")

    (agreement,) = inventory.agreements
    assert (agreement.id, agreement.contract) == ("juki", None)
    assert _covered((agreement,)) == [("juki", ["juki"])]
    assert inventory.locate(agreement.path) == Location("systems.yaml", 5, 13)


def test_declared_contracts_come_first() -> None:
    """Contracts of the list come before those of single units."""
    inventory = _read("""\
contracts: [{id: acrocity}]
systems:
  - id: juki
    units: [{section: 市民課}]
  - id: inkan
    units: [{section: 市民課, contract: {end: 2025-03-31}}]
  - id: kojin
    units: [{section: 税務課, contract: acrocity}]
""")

    assert [agreement.id for agreement in inventory.agreements] == [
        "acrocity",
        "juki",
        "inkan",
    ]


def test_contract_of_no_unit() -> None:
    """A contract that no unit names is no agreement."""
    inventory = _read("""\
contracts: [{id: acrocity}]
systems:
  - id: juki
    units: []
""")

    assert inventory.agreements == ()
    assert [contract.id for contract in inventory.file.contracts] == ["acrocity"]


def test_system_that_does_not_apply() -> None:
    """Units of a system that the town does not have are neither placed nor covered."""
    inventory = _read("""\
contracts: [{id: acrocity}]
systems:
  - id: seiho
    applies: false
    reason: 福祉事務所を置いていない
    units: [{section: 福祉課, contract: acrocity}]
  - id: juki
    units: [{section: 市民課, contract: acrocity}]
""")

    assert [system.id for system in inventory.systems] == ["juki"]
    assert _covered(inventory.agreements) == [("acrocity", ["juki"])]
    (installation,) = inventory.installations
    assert inventory.locate(installation.path) == Location("systems.yaml", 10, 13)


def test_ids_of_units() -> None:
    """A unit is called by its own id, else its system, else system and section."""
    inventory = _read("""\
systems:
  - id: juki
    units: [{id: juki-main, section: 市民課}]
  - id: inkan
    units: [{section: 市民課}]
  - id: kokuho
    units: [{section: 税務課}, {section: 保険年金課}]
""")

    assert [installation.id for installation in inventory.installations] == [
        "juki-main",
        "inkan",
        "kokuho/税務課",
        "kokuho/保険年金課",
    ]


def test_contracts_in_a_row() -> None:
    """Contracts of a unit follow each other; each knows what takes over, per unit."""
    inventory = _read("""\
contracts:
  - {id: old, end: 2024-09-30}
  - {id: new, name: 次の契約, start: 2024-10-01, end: 2026-03-31}
systems:
  - id: kojin
    units: [{section: 税務課, contract: [old, new]}]
  - id: hojin
    units: [{section: 税務課, contract: old}]
  - id: juki
    units:
      - section: 市民課
        contract: [old, {id: own, start: 2024-10-01}, {id: last, start: 2025-04-01}]
""")

    assert _covered(inventory.agreements) == [
        ("old", ["kojin", "hojin", "juki"]),
        ("new", ["kojin"]),
        ("own", ["juki"]),
        ("last", ["juki"]),
    ]
    old, new, own, last = inventory.agreements
    assert [each and (each.id, each.start) for each in old.followers] == [
        ("new", date(2024, 10, 1)),
        None,
        ("own", date(2024, 10, 1)),
    ]
    assert [each and each.title.ja for each in old.followers] == [
        "次の契約",
        None,
        "own",
    ]
    assert [each and each.id for each in own.followers] == ["last"]
    assert new.followers == last.followers == (None,)
    assert inventory.locate(last.path) == Location("systems.yaml", 14, 55)


def test_contracts_that_no_unit_names() -> None:
    """Unused is what no unit names, of whatever system; place and contract are told."""
    inventory = _read("""\
contracts: [{id: tax}, {id: spare}, {id: welfare}]
systems:
  - id: seiho
    applies: false
    reason: 福祉事務所を置いていない
    units: [{section: 福祉課, contract: welfare}]
  - id: juki
    units: [{section: 市民課, contract: tax}]
""")

    ((contract, path),) = unused_contracts(inventory.file)
    assert contract.id == "spare"
    assert inventory.locate(path) == Location("systems.yaml", 3, 24)


def test_titles() -> None:
    """A contract is called by its name, else its units' one package, else its id."""
    inventory = _read("""\
contracts: [{id: a, name: 住民情報システム}, {id: b}, {id: c}, {id: d}]
systems:
  - id: juki
    units: [{section: 市民課, package: アクロシティ, contract: a}]
  - id: kojin
    units: [{section: 税務課, package: Wel+, contract: b}]
  - id: hojin
    units: [{section: 税務課, package: Wel+, contract: b}]
  - id: jifu
    units: [{section: 子どもみらい課, package: Wel+, contract: c}]
  - id: kodomo
    units: [{section: 子どもみらい課, package: アクロシティ, contract: c}]
  - id: seiho
    units: [{section: 社会福祉課, contract: d}]
""")

    assert [agreement.title.ja for agreement in inventory.agreements] == [
        "住民情報システム",
        "Wel+",
        "c",
        "d",
    ]


def test_one_unit_may_stand_alone() -> None:
    """A list of one unit may be written without its hyphen."""
    inventory = _read("""\
systems:
  - id: juki
    units:
      section: 市民課
      contract: {end: 2025-03-31}
""")

    (agreement,) = inventory.agreements
    assert _covered((agreement,)) == [("juki", ["juki"])]
    # The step to the first of a list that is none is skipped.
    assert inventory.locate(agreement.path) == Location("systems.yaml", 7, 17)


def test_a_unit_without_contract_is_called_by_its_system() -> None:
    """Its own name comes first; the id is left where a system has several units."""
    inventory = _read("""\
systems:
  - id: jifu
    units: [{section: 福祉課}]
  - id: seiho
    units: [{section: 福祉課, contract: {end: 2026-03-31}}]
  - id: kodomo
    units: [{section: 福祉課, name: 保育システム}]
  - id: kokuho
    units: [{section: 税務課}, {section: 町民課, name: 国保資格}]
""")

    assert [agreement.title.ja for agreement in inventory.agreements] == [
        "児童扶養手当",
        "生活保護",
        "保育システム",
        "kokuho/税務課",
        "国保資格",
    ]
