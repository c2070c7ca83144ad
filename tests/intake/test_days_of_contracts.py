"""Days of contracts in every spelling that lists have (契約期間の表記)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.intake.inventory_list.day_reading import Reading, Span
from stdmig.intake.inventory_list.lengths import read_length
from stdmig.intake.inventory_list.periods import read_days
from stdmig.intake.sheet.sheet import CellValue
from tests.intake.sheets import day, said, spoken

FIRST: list[tuple[CellValue, str]] = [
    ("R2.4.1", "2020-04-01"),
    ("Ｒ２．４．１", "2020-04-01"),
    ("令和２年４月", "2020-04-01"),
    ("令和 2 年 4 月 1 日", "2020-04-01"),
    ("令和元年10月1日", "2019-10-01"),
    ("令和1年10月1日", "2019-10-01"),
    ("H31.4", "2019-04-01"),
    ("2020/4/1", "2020-04-01"),
    ("2020-04", "2020-04-01"),
    ("20200401", "2020-04-01"),
    (20200401, "2020-04-01"),
    ("202004", "2020-04-01"),
    ("令和2年度", "2020-04-01"),
    ("令和7年3月末", "2025-03-31"),
    (43922, "2020-04-01"),
    ("43922", "2020-04-01"),
    (43922.5, "2020-04-01"),
    (date(2020, 4, 1), "2020-04-01"),
]
LAST: list[tuple[CellValue, str]] = [
    ("令和7年3月", "2025-03-31"),
    ("令和7年3月末", "2025-03-31"),
    ("令和7年3月末日", "2025-03-31"),
    ("令和6年度", "2025-03-31"),
    ("令和6年度末", "2025-03-31"),
    ("R7.3.31まで", "2025-03-31"),
    (45747, "2025-03-31"),
]
BOTH = [
    ("令和2年4月1日～令和7年3月31日", "2020-04-01", "2025-03-31"),
    ("平成３１年４月１日〜令和６年３月３１日", "2019-04-01", "2024-03-31"),
    ("R2.4.1-R7.3.31", "2020-04-01", "2025-03-31"),
    ("R2.4.1→R7.3.31", "2020-04-01", "2025-03-31"),
    ("2020-04-01-2025-03-31", "2020-04-01", "2025-03-31"),
    ("2020.4.1 ー 2025.3.31", "2020-04-01", "2025-03-31"),
    ("自 令和2年4月1日\n至 令和7年3月31日", "2020-04-01", "2025-03-31"),
    ("令和2年4月1日から令和7年3月31日まで", "2020-04-01", "2025-03-31"),
    ("令和2年4月1日～7年3月31日", "2020-04-01", "2025-03-31"),
    ("R2.4.1～7.3.31", "2020-04-01", "2025-03-31"),
    ("令和2年4月1日(水)～令和7年3月31日(月)", "2020-04-01", "2025-03-31"),
    ("令和二年四月一日～令和七年三月三十一日", "2020-04-01", "2025-03-31"),
    ("R2.4.1～R7.3.31（60か月）", "2020-04-01", "2025-03-31"),
    ("H31.4～5年間", "2019-04-01", "2024-03-31"),
    ("平成31年4月1日から60ヶ月", "2019-04-01", "2024-03-31"),
    ("R7.4～R12.3", "2025-04-01", "2030-03-31"),
    ("令和6年度", "2024-04-01", "2025-03-31"),
    ("令和2年度～令和6年度", "2020-04-01", "2025-03-31"),
    ("～R7.3.31", None, "2025-03-31"),
    ("R7.3.31まで", None, "2025-03-31"),
    ("R2.4.1～", "2020-04-01", None),
]


@pytest.mark.parametrize(("value", "first"), FIRST, ids=repr)
def test_first_day(value: CellValue, first: str) -> None:
    """A month, a fiscal year or a number of Excel gives the first day meant."""
    reading = read_days(value, "first")

    assert reading.fault is None
    assert reading.spans == (Span(start=day(first)),)


@pytest.mark.parametrize(("value", "last"), LAST)
def test_last_day(value: CellValue, last: str) -> None:
    """A month or a fiscal year means its last day where a contract ends."""
    reading = read_days(value, "last")

    assert reading.fault is None
    assert reading.spans == (Span(end=day(last)),)


@pytest.mark.parametrize(("value", "first", "last"), BOTH)
def test_period_in_one_cell(value: str, first: str | None, last: str | None) -> None:
    """A period in one cell gives both days, or the one that it says."""
    reading = read_days(value, "both")

    assert reading.fault is None
    assert reading.rest == ""
    start = day(first) if first else None
    end = day(last) if last else None
    assert reading.spans == (Span(start, end),)


@pytest.mark.parametrize("value", ["", "-", "－", "未定", "不明", "なし", "調整中"])
def test_nothing_known(value: str) -> None:
    """A dash or 未定 is no day and no fault."""
    assert read_days(value, "both") == Reading()


@pytest.mark.parametrize(
    ("value", "why", "proposal"),
    [
        (
            "平成31年5月1日",
            "'平成31年5月1日' lies after its era: 平成 ended on 2019-04-30; write"
            " 令和元年5月1日",
            "2019-05-01",
        ),
        (
            "R7.2.30",
            "'R7.2.30' does not exist; that month runs from 2025-02-01 to 2025-02-28",
            "2025-02-28",
        ),
        ("R7.13.1", "'R7.13.1' has the month 13; months run from 1 to 12", None),
        ("R6.3頃", "'R6.3頃' was not understood as a date", None),
        ("5060401", "'5060401' was not understood as a date", None),
        ("別紙のとおり", "'別紙のとおり' was not understood as a date", None),
    ],
)
def test_days_that_do_not_exist_are_never_guessed(
    value: str, why: str, proposal: str | None
) -> None:
    """What does not exist gives no day, its reason, and at most a proposal."""
    reading = read_days(value, "last")

    assert reading.spans == ()
    assert (said(reading.fault), reading.proposal) == (why, proposal)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (
            "R2.4.1",
            "'R2.4.1' is one day; whether the contract begins or ends on it is not"
            " said",
        ),
        ("R7.3.31～R2.4.1", "'R7.3.31～R2.4.1' ends before it starts"),
        ("R2〜R6", "'R2〜R6' was not understood as a date"),
        (
            "2024年4月1日～9月30日",
            "'2024年4月1日～9月30日' was not understood as a date",
        ),
        (
            "R2.4.1～R7.3.31、R2.4.1～R4.3.31",
            "the periods in 'R2.4.1～R7.3.31、R2.4.1～R4.3.31' do not run one after"
            " the other",
        ),
    ],
)
def test_unclear_periods_are_left_out(value: str, why: str) -> None:
    """A period that can be read in two ways is not read."""
    reading = read_days(value, "both")

    assert reading.spans == ()
    assert said(reading.fault) == why


def test_two_days_of_a_dead_era_are_both_proposed() -> None:
    """平成36年 never came: the proposal counts on into 令和."""
    reading = read_days("H31.4.1～H36.3.31", "both")

    assert reading.proposal == "2019-04-01~2024-03-31"
    assert read_days(reading.proposal, "both").spans == (
        Span(day("2019-04-01"), day("2024-03-31")),
    )


def test_several_periods_are_contracts_in_a_row() -> None:
    """The contract and the one that follows may share a cell."""
    reading = read_days("R2.4.1～R7.3.31\n（次契約 R7.4.1～R9.3.31）", "both")

    assert reading.spans == (
        Span(day("2020-04-01"), day("2025-03-31")),
        Span(day("2025-04-01"), day("2027-03-31")),
    )


def test_words_beside_the_days() -> None:
    """Kind and renewal are read where they are clear; other words are kept."""
    single = read_days("R4.4.1～R5.3.31（単）", "both")
    renewed = read_days("R5.4.1～R6.3.31 以後1年ごとに自動更新", "both")
    unclear = read_days("R5.4.1～R6.3.31（自動更新）", "both")
    planned = read_days("R8.3.31（予定）", "last")

    assert single.kind == "single_year"
    assert renewed.renewal == 12
    assert (unclear.renewal, unclear.rest) == (None, "自動更新")
    assert planned.rest == "予定"


def test_length_that_contradicts_the_days_is_remarked() -> None:
    """Five years that are only four: the days count, and it is said."""
    reading = read_days("R2.4.1～R6.3.31（5年間）", "both")

    assert reading.spans == (Span(day("2020-04-01"), day("2024-03-31")),)
    assert [spoken(remark) for remark in reading.remarks] == [
        "60 months from the first day end on 2025-03-31, not on 2024-03-31; the days"
        " were taken"
    ]


@pytest.mark.parametrize(
    ("value", "in_months", "months"),
    [
        ("3か月前まで", False, 3),
        ("６ヶ月", False, 6),
        ("1年", True, 12),
        ("半年", False, 6),
        (5, False, 60),
        (60, True, 60),
        ("60", True, 60),
        ("90日前", False, None),
        ("未定", True, None),
    ],
    ids=repr,
)
def test_lengths(value: CellValue, in_months: bool, months: int | None) -> None:
    """A number counts years or months as its heading says; days are no months."""
    assert read_length(value, in_months=in_months) == months


_ALPHABET = "令和平成RHS元0123456789年月日度末～~-./() 自至からまで単か間更新一二十"
_ALPHABET = "令和平成RHS元0123456789年月日度末～~-./() 自至からまで単か間更新一"
CELLS = st.one_of(
    st.text(
        alphabet=_ALPHABET,
        max_size=40,
    ),
    st.text(max_size=40),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
)


@given(CELLS, st.sampled_from(["first", "last", "both"]))
def test_no_cell_raises_nor_gives_days_in_the_wrong_order(
    value: CellValue, role: str
) -> None:
    """Whatever stands in a cell, it gives days in order, or a fault, or nothing."""
    reading = read_days(value, role)  # type: ignore[arg-type]

    for span in reading.spans:
        assert span.start is None or span.end is None or span.start <= span.end
    assert not (reading.spans and reading.fault)
