"""Our own list read back, and a list held against a file (一覧の再取込み)."""

from __future__ import annotations

from stdmig.inventory import Source
from stdmig.inventory.draft import DraftUnit
from stdmig.inventory.list_columns import LIST_COLUMNS
from stdmig.inventory.systems import SystemsFile
from stdmig.inventory.validate import validate
from stdmig.inventory.yaml_events import parse
from tests.intake.sheets import Given, asked, day, remarked, settled, sheet

FILE = """\
schema: stdmig.systems/1
municipality: {name: 見本町, code: "012345"}
contracts:
  - {id: a, name: 総合, vendor: 甲社, start: 2020-04-01, end: 2025-03-31}
  - {id: b, vendor: 甲社, start: 2025-04-01, end: 2027-03-31}
systems:
  - id: juki
    units:
      - section: 町民課
        vendor: 甲社
        package: コモン
        note: 古い備考
        contract: [a, b]
  - id: kokuho
    name: 国保
    units:
      - {id: zei, section: 税務課, vendor: 甲社, contract: a}
      - section: 保険課
        contract: {start: 2021-04-01, end: 2026-03-31}
  - {id: zaimu, name: 財務会計, statutory: false, units: [{section: 総務課}]}
  - {id: seiho, applies: false, reason: 県が行う}
"""

HEAD = tuple(
    column.heading.ja
    for owner in ("system", "unit", "contract")
    for column in LIST_COLUMNS
    if column.owner == owner
)
_KEYS = tuple(
    f"{column.owner}.{column.key}"
    for owner in ("system", "unit", "contract")
    for column in LIST_COLUMNS
    if column.owner == owner
)


def known() -> SystemsFile:
    """Return the file."""
    document, faults = parse(Source("systems.yaml", FILE.encode()))
    assert document is not None
    file, more = validate(document, SystemsFile)
    assert file is not None
    assert (list(faults), list(more)) == ([], [])
    return file


def _row(**cells: Given) -> tuple[Given, ...]:
    named = {key.replace("_", ".", 1): value for key, value in cells.items()}
    return tuple(named.get(key) for key in _KEYS)


JUKI = {
    "system_id": "juki",
    "system_name": "住民基本台帳",
    "unit_section": "町民課",
    "unit_vendor": "甲社",
    "unit_package": "コモン",
    "unit_note": "古い備考",
}
A = {
    "contract_id": "a",
    "contract_name": "総合",
    "contract_vendor": "甲社",
    "contract_start": "R2.4.1",
    "contract_end": "R7.3.31",
}
B = {
    "contract_id": "b",
    "contract_vendor": "甲社",
    "contract_start": "R7.4.1",
    "contract_end": "R9.3.31",
}


def test_flat_list_of_our_own_needs_no_question() -> None:
    """A unit stands once for each of its contracts; ids and values are the file's."""
    table = sheet(
        HEAD,
        _row(**JUKI, **A),
        _row(**JUKI, **B),
        _row(
            system_id="kokuho",
            system_name="国保",
            unit_id="zei",
            unit_section="税務課",
            unit_vendor="甲社",
            **A,
        ),
        _row(
            system_id="kokuho",
            system_name="国保",
            unit_id="kokuho/保険課",
            unit_section="保険課",
            contract_id="kokuho/保険課",
            contract_start="R3.4.1",
            contract_end="R8.3.31",
        ),
        _row(system_id="zaimu", system_name="財務会計", unit_section="総務課"),
        _row(system_id="seiho", system_applies="なし", system_reason="県が行う"),
        name=None,
    )
    understood, told = settled(table, known=known())

    assert told == []
    assert understood.questions == ()
    assert understood.remarks == ()
    units = {(unit.system, unit.id): unit.contracts for unit in understood.draft.units}
    assert units == {
        ("juki", None): ("a", "b"),
        ("kokuho", "zei"): ("a",),
        ("kokuho", "kokuho/保険課"): ("kokuho/保険課",),
        ("zaimu", None): (),
    }
    contracts = {each.id: each.values for each in understood.draft.contracts}
    assert contracts["a"]["start"] == day("2020-04-01")
    assert contracts["a"]["counterparty"] is None
    assert contracts["kokuho/保険課"]["end"] == day("2026-03-31")
    systems = {each.id: each.values for each in understood.draft.systems}
    assert systems["kokuho"]["name"] == "国保"
    assert "name" not in systems["juki"]
    assert (systems["seiho"]["applies"], systems["seiho"]["reason"]) == (
        False,
        "県が行う",
    )


def test_blank_cell_of_our_own_list_empties_the_value() -> None:
    """A cell that was cleared in Excel says None; a section cannot be cleared."""
    cleared = {**JUKI, "unit_note": None, "unit_section": None}
    understood, _ = settled(sheet(HEAD, _row(**cleared, **A)), known=known())
    (unit,) = understood.draft.units

    assert unit.values["note"] is None
    assert "section" not in unit.values
    assert unit.values["vendor"] == "甲社"


def test_changed_section_of_a_systems_only_unit() -> None:
    """A unit without an id is still itself where its system has no other."""
    moved = {**JUKI, "unit_section": "住民課"}
    understood, told = settled(sheet(HEAD, _row(**moved, **A)), known=known())

    assert told == []
    assert [(each.system, each.id) for each in understood.draft.units] == [
        ("juki", None)
    ]
    assert understood.draft.units[0].values["section"] == "住民課"


def test_three_sheets_of_our_own() -> None:
    """Units name their contracts by id; the contracts have a sheet of their own."""
    units = sheet(
        ("業務ID", "業務システムID", "担当課", "契約ID"),
        ("juki", None, "町民課", "a, b"),
        name="業務システム",
    )
    contracts = sheet(
        ("契約ID", "契約の事業者", "契約開始日", "契約終了日", "月額（円・税抜）"),
        ("a", "甲社", day("2020-04-01"), day("2025-09-30"), 100),
        ("c", "乙社", None, day("2030-03-31"), None),
        name="契約",
    )
    town = sheet(("自治体名", "団体コード"), ("見本町", 12345), name="自治体")
    understood, told = settled(units, contracts, town, known=known())

    assert told == []
    assert understood.questions == ()
    assert understood.draft.municipality == {"name": "見本町", "code": "012345"}
    assert understood.draft.units == (
        DraftUnit("juki", None, {"section": "町民課"}, ("a", "b")),
    )
    assert understood.draft.contracts == (
        (
            "a",
            {
                "vendor": "甲社",
                "start": day("2020-04-01"),
                "end": day("2025-09-30"),
                "monthly_fee": 100,
            },
        ),
        ("c", {"vendor": "乙社", "start": None, "end": day("2030-03-31")}),
        ("b", {}),
    )


def test_foreign_list_finds_the_units_and_contracts_of_the_file() -> None:
    """Without ids, system, section and days tell that it is the same; blanks do not."""
    table = sheet(
        ("業務名", "担当課", "事業者", "パッケージ", "契約期間", "備考"),
        ("住民記録", "町民課", "甲社", "コモン", "R2.4.1～R7.9.30", None),
        ("国保税", "税務課", "甲社", None, None, None),
        ("国保", "こども課", "乙社", "国保くん", "R3.4.1～R8.3.31", None),
    )
    understood, told = settled(table, known=known(), answers={"unit.A4": "new"})

    assert told == []
    assert asked(understood) == []
    assert [
        (each.system, each.id, each.contracts) for each in understood.draft.units
    ] == [
        ("juki", None, ("a",)),
        ("kokuho", "zei", None),
        ("kokuho", "kokuho-こども課", ("国保くん",)),
    ]
    assert "note" not in understood.draft.units[0].values
    assert understood.draft.contracts[0] == (
        "a",
        {"vendor": "甲社", "start": day("2020-04-01"), "end": day("2025-09-30")},
    )


def test_unit_under_another_section_is_the_same_one() -> None:
    """A system's only unit changes its section; of several the person says which."""
    table = sheet(
        ("業務名", "担当課", "事業者", "パッケージ", "契約期間"),
        ("住民記録", "市民生活部市民課", "甲社", "コモン", "R2.4.1～R7.9.30"),
        ("国保税", "税務課", "甲社", None, None),
        ("国保", "保険年金課", "甲社", None, None),
    )
    open_, _ = settled(table, known=known())
    understood, told = settled(
        table, known=known(), answers={"unit.A4": "kokuho/保険課"}
    )

    assert [(each.system, each.id) for each in open_.draft.units][:2] == [
        ("juki", None),
        ("kokuho", "zei"),
    ]
    assert open_.draft.units[0].values["section"] == "市民生活部市民課"
    (question,) = open_.questions
    assert asked(open_) == [
        (
            "unit.A4",
            "systems.yaml has National health insurance under another section than"
            " '保険年金課'. Is it one of these?",
            None,
        )
    ]
    assert [each.key for each in question.choices] == ["kokuho/保険課", "new"]
    assert told == []
    assert [(each.system, each.id) for each in understood.draft.units] == [
        ("juki", None),
        ("kokuho", "zei"),
        ("kokuho", "kokuho/保険課"),
    ]


def test_name_of_the_file_for_a_system_beyond_the_law() -> None:
    """財務会計 is a system of this file, so that nobody is asked about it."""
    table = sheet(("業務名", "担当課", "事業者"), ("財務会計", "総務課", "己社"))
    understood, told = settled(table, known=known())

    assert told == []
    assert asked(understood) == []
    assert remarked(understood) == []
    assert understood.draft.units == (
        DraftUnit("zaimu", None, {"section": "総務課", "vendor": "己社"}),
    )
