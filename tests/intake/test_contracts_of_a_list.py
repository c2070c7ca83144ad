"""Which contracts a list tells of: days, fees, kinds (契約の読解)."""

from __future__ import annotations

from tests.intake.sheets import asked, day, only_unit, remarked, settled, sheet
from tests.intake.usual_list import HEAD, ROW, usual_row


def test_packages_of_one_vendor_over_the_same_days_are_asked() -> None:
    """Same vendor and days, other package: one contract or two is a question."""
    table = sheet(HEAD, ROW, usual_row(business="印鑑登録", package="印鑑くん"))
    each, _ = settled(table, answers={"contract.A2": "each"})
    one, _ = settled(table, answers={"contract.A2": "one"})

    assert asked(settled(table)[0]) == [
        (
            "contract.A2",
            "甲社 supplies 戸籍ネオ, 印鑑くん over the same days. One contract, or one"
            " for each?",
            "each",
        )
    ]
    assert [unit.contracts for unit in each.draft.units] == [
        ("戸籍ネオ",),
        ("印鑑くん",),
    ]
    assert [unit.contracts for unit in one.draft.units] == [("戸籍ネオ",)] * 2


def test_day_that_never_was_is_asked_with_its_probable_meaning() -> None:
    """平成36年 is proposed as 令和6年; any other period or a dash may be answered."""
    table = sheet(HEAD, usual_row(period="H31.4.1～H36.3.31"))
    ((id_, wording, proposal), *_) = asked(settled(table)[0])
    agreed, _ = settled(table, answers={"date.F2": "2019-04-01~2024-03-31"})
    unknown, told = settled(table, answers={"date.F2": "-"})
    _, refused = settled(table, answers={"date.F2": "来年"})

    assert (id_, proposal) == ("date.F2", "2019-04-01~2024-03-31")
    assert wording == (
        "The cell says 'H31.4.1～H36.3.31': 'H36.3.31' lies after its era: 平成 ended"
        " on 2019-04-30; write 令和6年3月31日. Write the first and the last day of the"
        " contract (such as 2021-04-01~2026-03-31), or - where they are not known"
    )
    assert agreed.draft.contracts[0].values["end"] == day("2024-03-31")
    assert unknown.draft.contracts == ()
    assert told == [
        "STD023 list.xlsx[一覧]!F2 'H31.4.1～H36.3.31': 'H36.3.31' lies after its era:"
        " 平成 ended on 2019-04-30; write 令和6年3月31日"
    ]
    assert refused == [
        "STD024 list.xlsx[一覧]!F2 the answer '来年' does not fit the question"
        " 'date.F2'"
    ]


def test_fees_with_tax_are_never_taken_silently() -> None:
    """税込 is asked: off with the tax, as it stands, or left out."""
    table = sheet((*HEAD, "月額（千円・税込）"), (*ROW, "330"))

    def fee(answer: str) -> object:
        answers = {"tax.H1": answer, "missing": "none"}
        understood, told = settled(table, answers=answers)
        assert told == []
        return understood.draft.contracts[0].values.get("monthly_fee")

    assert asked(settled(table)[0]) == [
        (
            "tax.H1",
            "The amounts under '月額（千円・税込）' include the consumption tax. What"
            " becomes of them?",
            "included",
        )
    ]
    assert [fee("included"), fee("without"), fee("skip")] == [300000, 330000, None]


def test_note_below_the_table_says_that_tax_is_not_in_the_fees() -> None:
    """※ 月額は税抜 settles what the heading leaves open, and is named."""
    understood, told = settled(
        sheet((*HEAD, "月額"), (*ROW, "180,000円"), ("※ 月額は税抜",))
    )

    assert told == []
    assert understood.draft.contracts[0].values["monthly_fee"] == 180000
    assert remarked(understood) == [
        "list.xlsx[一覧]!A3 the fees under '月額' were taken without tax, as this note"
        " says"
    ]


def test_amounts_of_one_contract_are_shares_only_if_said() -> None:
    """Two amounts in the rows of one contract are added up on request alone."""
    table = sheet(
        (*HEAD, "月額（税抜）"), (*ROW, 100), (*usual_row(business="印鑑登録"), 200)
    )
    added, _ = settled(table, answers={"fees.H2": "sum"})

    assert asked(settled(table)[0]) == [
        (
            "fees.H2",
            "The rows of the contract '戸籍ネオ' give 2 amounts. How are they meant?",
            "sum",
        )
    ]
    assert added.draft.contracts[0].values["monthly_fee"] == 300


def test_single_year_only_from_words() -> None:
    """A fiscal year's contract is single-year if the list says so, else remarked."""
    said, _ = settled(sheet(HEAD, usual_row(period="R4.4.1～R5.3.31（単年契約）")))
    silent, _ = settled(sheet(HEAD, usual_row(period="R4.4.1～R5.3.31")))

    assert said.draft.contracts[0].values["kind"] == "single_year"
    assert "kind" not in silent.draft.contracts[0].values
    assert remarked(silent) == [
        "list.xlsx[一覧]!A2 the contract '戸籍ネオ' lasts one fiscal year; nothing says"
        " that it is a single-year contract"
    ]


def test_contract_and_the_next_one_in_a_row() -> None:
    """Two periods in a cell are two contracts, in the order in which they run."""
    understood, told = settled(
        sheet(HEAD, usual_row(period="R2.4.1～R7.3.31\nR7.4.1～R9.3.31"))
    )

    assert told == []
    assert only_unit(understood).contracts == ("戸籍ネオ", "戸籍ネオ-2025")
    assert [contract.values["end"] for contract in understood.draft.contracts] == [
        day("2025-03-31"),
        day("2027-03-31"),
    ]
