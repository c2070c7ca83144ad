"""The sheet of contracts: spans, gaps, extensions, requests (契約)."""

from __future__ import annotations

from datetime import date

from tests.render.workbook.reading import made, opened, plain, table


def test_contract_is_held_against_its_cutover() -> None:
    """One row tells span, need, gap, extension and when its money is asked for."""
    rows = table(opened(made("sample"))["Contract periods"]).dicts()
    assert [row["Contract"] for row in rows] == [
        "アクロシティ住民情報システム",
        "Wel+",
        "健康管理システム",
        "生活保護システム",
    ]
    first = rows[0]
    assert {name: first[name] for name in list(first) if name != "Systems"} == {
        "Contract": "アクロシティ住民情報システム",
        "Counterparty": "行政システム九州 株式会社 鹿児島支店",
        "Kind of contract": "several years",
        "What is paid for": None,
        "Number of units": 14,
        "Sections": "市民課, 選挙管理委員会, 税務課, 学校教育課, 長寿・障害福祉課,"
        " 保険年金課",
        "First day": date(2019, 10, 1),
        "Last day": date(2024, 9, 30),
        "Signed extension to": None,
        "First day of service": date(2025, 10, 1),
        "Needed to": date(2025, 9, 30),
        "Gap": "365 days",
        "Gap (days)": 365,
        "Gap (months)": 12,
        "To be extended from": date(2024, 10, 1),
        "To be extended to": date(2025, 9, 30),
        "State of the extension": "not planned",
        "Notice by": None,
        "FY2022: request by": None,
        "FY2023: request by": None,
        "FY2024: request by": date(2023, 10, 31),
        "FY2025: request by": date(2024, 10, 31),
        "Requests for the money": "ask for FY2024 in its initial budget, 2023-09-01 to"
        " 2023-10-31 (not open yet)\nask for FY2025 in its initial budget, 2024-09-01"
        " to 2024-10-31 (not open yet)",
    }
    assert str(first["Systems"]).startswith("Basic resident register, Electoral roll")


def test_single_year_contract_tells_its_renewals() -> None:
    """How many renewals it takes stands in the place of a gap of years."""
    rows = table(opened(made("sample"))["Contract periods"]).dicts()
    assert rows[3]["Kind of contract"] == "single year"
    assert rows[3]["Gap"] == "renew 4 times"
    assert rows[3]["Gap (days)"] is None
    assert rows[3]["State of the extension"] == "not planned"


def test_dates_are_in_eras_for_japanese_readers() -> None:
    """Autumn 2019 is a real date that reads R1.10.1."""
    sheet = opened(made("sample", "ja")).worksheets[1]
    found = table(sheet)
    cell = sheet.cell(found.rows[0], 8)
    assert plain(cell.value) == date(2019, 10, 1)
    assert cell.number_format == "[$-411]ge.m.d_ "


def test_known_cover_is_nought_and_unknown_is_empty() -> None:
    """No gap is 0 days; a contract whose last day nobody knows has no figure."""
    from stdmig.render.workbook import workbook
    from stdmig.words import Style
    from stdmig.workspace.dossier import dossier
    from tests.rules.planned import planned

    town = planned(
        """\
        schema: stdmig.systems/1
        municipality: {name: 見本市}
        contracts:
          - {id: long, start: 2020-04-01, end: 2026-03-31}
          - {id: open, start: 2020-04-01}
        systems:
          - {id: juki, units: [{section: 市民課, contract: long}]}
          - {id: inkan, units: [{section: 市民課, contract: open}]}
        """,
        planning="{cutover: 2025-10-01}",
    )
    book = opened(workbook(dossier(town), Style.of("en")))
    rows = table(book["Contract periods"]).dicts()
    assert [
        (row["Last day"], row["Gap (days)"], row["Gap (months)"]) for row in rows
    ] == [
        (date(2026, 3, 31), 0, 0),
        ("unknown", None, None),
    ]
