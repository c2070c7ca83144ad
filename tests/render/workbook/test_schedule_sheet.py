"""The chart in cells: months, bars, marks, rows that fold (工程表)."""

from __future__ import annotations

from datetime import date
from typing import Any

from stdmig.render.palette import AS_OF, CRITICAL, DEADLINE
from stdmig.words import Language, Style
from tests.render.workbook.reading import (
    Town,
    made,
    opened,
    plain,
    planned,
    table,
)

SIGNS = {"■", "＝", "…", "×", "★", "－", "！", "～"}


def _sheet(town: Town = "sample", language: Language = "en") -> Any:
    return opened(made(town, language)).worksheets[0]


def _row(sheet: Any, label: str) -> int:
    for row in table(sheet).rows:
        if sheet.cell(row, 2).value == label:
            return row
    raise AssertionError(label)


def _bar(sheet: Any, label: str) -> dict[date, str]:
    """Return the signs of a row by the first of their months."""
    row = _row(sheet, label)
    return {
        month: sheet.cell(row, at).value
        for at, month in _months(sheet).items()
        if sheet.cell(row, at).value
    }


def _months(sheet: Any) -> dict[int, date]:
    """Return the month of every column, from the years above them."""
    head = table(sheet).head
    found, year = {}, 0
    for column in range(7, sheet.max_column + 1):
        above = sheet.cell(head - 1, column).value
        if above:
            year = int(str(above).removeprefix("FY"))
        month = sheet.cell(head, column).value
        assert isinstance(month, int)
        found[column] = date(year + (month < 4), month, 1)
    return found


def _span(first: tuple[int, int], last: tuple[int, int], sign: str) -> dict[date, str]:
    months = range(first[0] * 12 + first[1] - 1, last[0] * 12 + last[1])
    return {date(each // 12, each % 12 + 1, 1): sign for each in months}


def test_months_run_from_april_to_march_under_their_years() -> None:
    """Five fiscal years of twelve months, each year over its own."""
    months = list(_months(_sheet()).values())
    assert months[0] == date(2021, 4, 1)
    assert months[-1] == date(2026, 3, 1)
    assert len(months) == 60
    head = table(_sheet()).head
    merged = {str(each) for each in _sheet().merged_cells.ranges}
    assert f"G{head - 1}:R{head - 1}" in merged


def test_years_bear_both_calendars_in_japanese() -> None:
    """A Japanese chart heads its years 令和3年度 (2021)."""
    sheet = _sheet(language="ja")
    head = table(sheet).head
    assert sheet.cell(head - 1, 7).value == "令和3年度 (2021)"
    assert sheet.cell(head - 1, 19).value == "令和4年度 (2022)"


def test_critical_item_is_a_dark_bar_with_its_sign() -> None:
    """The budget request fills September and October 2023."""
    sheet = _sheet()
    assert _bar(sheet, "Budget request") == _span((2023, 9), (2023, 10), "■")
    row = _row(sheet, "Budget request")
    (column,) = (
        at for at, month in _months(sheet).items() if month == date(2023, 9, 1)
    )
    fill = sheet.cell(row, column).fill
    assert fill.fill_type == "solid"
    assert fill.start_color.rgb == f"FF{CRITICAL[1:].upper()}"
    cells = [sheet.cell(row, at) for at in range(1, 7)]
    assert [plain(cell.value) for cell in cells] == [
        "8",
        "Budget request",
        date(2023, 9, 1),
        date(2023, 10, 31),
        -366,
        "critical",
    ]
    assert cells[2].number_format == "yyyy-mm-dd_ "


def test_float_comes_before_what_is_planned() -> None:
    """The smaller part of an item stands under it, its float before its bar."""
    sheet = _sheet()
    assert _bar(sheet, "Conversion to the standard character set (MJ)") == {
        **_span((2022, 4), (2024, 3), "…"),
        **_span((2024, 4), (2024, 9), "＝"),
    }


def test_cutover_follows_the_last_work() -> None:
    """Tests end in September 2025, the new system serves in October."""
    assert _bar(_sheet(), "Tests and training") == {
        **_span((2025, 4), (2025, 9), "■"),
        date(2025, 10, 1): "★",
    }


def test_gap_of_a_contract_is_seen_before_the_cutover() -> None:
    """The contract's months, then those without one, then the cutover."""
    sheet = _sheet()
    name = "アクロシティ住民情報システム"
    assert _bar(sheet, name) == {
        **_span((2021, 4), (2024, 9), "－"),
        **_span((2024, 10), (2025, 9), "！"),
        date(2025, 10, 1): "★",
    }
    row = _row(sheet, name)
    assert plain(sheet.cell(row, 3).value) == date(2019, 10, 1)
    assert plain(sheet.cell(row, 4).value) == date(2024, 9, 30)
    assert sheet.cell(row, 6).value == "gap of 365 days"


def test_signed_extension_closes_the_gap() -> None:
    """The months of a signed extension count as covered, and the row says so."""
    sheet = _sheet("designated")
    bar = _bar(sheet, "みどり総合行政システム")
    assert "！" not in bar.values()
    row = _row(sheet, "みどり総合行政システム")
    assert sheet.cell(row, 6).value == "extension signed"


def test_month_of_the_as_of_date_is_marked() -> None:
    """Its heading is inverted and its empty cells are tinted, all others are not."""
    sheet = _sheet()
    head = table(sheet).head
    fills = {
        month: sheet.cell(head, at).fill.start_color.rgb
        for at, month in _months(sheet).items()
    }
    inverted = [
        each for each, fill in fills.items() if fill == f"FF{AS_OF[1:].upper()}"
    ]
    assert inverted == [date(2021, 10, 1)]
    row = _row(sheet, "Budget request")
    tinted = [
        month
        for at, month in _months(sheet).items()
        if sheet.cell(row, at).value is None
        and sheet.cell(row, at).fill.fill_type == "solid"
    ]
    assert tinted == [date(2021, 10, 1)]


def test_deadline_is_a_thick_line_after_its_month() -> None:
    """The line runs through every row to the right of March 2026."""
    sheet = _sheet()
    found = table(sheet)
    for row in (found.head, *found.rows):
        thick = [
            month
            for at, month in _months(sheet).items()
            if sheet.cell(row, at).border.right.style == "thick"
        ]
        assert thick == [date(2026, 3, 1)]
    edge = sheet.cell(found.head, sheet.max_column).border.right
    assert edge.color.rgb == f"FF{DEADLINE[1:].upper()}"


def test_systems_fold_under_a_row_of_their_own() -> None:
    """A row per group of systems shows which item is when; its rows are folded."""
    sheet = _sheet()
    row = _row(sheet, "Seal registration")
    own = sheet.row_dimensions[row]
    assert (own.outlineLevel, own.hidden) == (0, False)
    assert not sheet.sheet_properties.outlinePr.summaryBelow
    member = sheet.row_dimensions[row + 1]
    assert (member.outlineLevel, member.hidden) == (1, True)
    bar = _bar(sheet, "Seal registration")
    assert bar[date(2021, 10, 1)] == "1"
    assert bar[date(2024, 8, 1)] == "11"
    assert bar[date(2025, 10, 1)] == "★"
    assert date(2023, 12, 1) not in bar


def test_all_marks_are_explained() -> None:
    """The legend shows each sign beside its word."""
    sheet = _sheet()
    head = table(sheet).head
    legend = [
        cell.value
        for row in sheet.iter_rows(min_row=3, max_row=head - 2)
        for cell in row
        if cell.value is not None
    ]
    assert legend == [
        *("■", "critical", "＝", "planned", "…", "float", "×", "done", "★", "cutover"),
        *("deadline", "－", "contract", "！", "gap", "～", "renewal, every year"),
        "as of",
    ]
    used = {
        cell.value
        for row in sheet.iter_rows(min_row=head + 1, min_col=7)
        for cell in row
        if cell.value is not None and not cell.value[:1].isdigit()
    }
    assert used <= SIGNS


def test_done_work_is_marked_done() -> None:
    """In a town that is under way the finished items bear a cross and no float."""
    sheet = _sheet("designated")
    row = _row(sheet, "Setting up the organisation")
    assert [sheet.cell(row, at).value for at in (5, 6)] == [None, "done"]
    assert _bar(sheet, "Setting up the organisation") == _span(
        (2022, 4), (2022, 6), "×"
    )


def test_nine_years_keep_a_column_per_month() -> None:
    """Where there are many months they are narrower, none is left out."""
    sheet = _sheet("designated")
    months = _months(sheet)
    assert len(months) == 108
    assert sheet.column_dimensions["G"].width < 3


def test_live_systems_stand_with_their_day() -> None:
    """Systems that have no work left are named with the day since when they serve."""
    sheet = _sheet("designated")
    name = "Family register, Supplementary family register"
    row = _row(sheet, name)
    assert sheet.cell(row, 6).value == "live since 2025-11-25"
    assert _bar(sheet, name) == {date(2025, 11, 1): "★"}
    assert not sheet.row_dimensions[row].outlineLevel
    shown = ", ".join(str(sheet.cell(each, 2).value) for each in table(sheet).rows)
    for cutover in planned("designated").plan.cutovers:
        assert cutover.system.title.into(Style.of("en")) in shown


def test_hint_about_the_plus_stays_on_screen() -> None:
    """The heading as printed is silent about it; whoever selects its cell reads it."""
    sheet = _sheet()
    row = _row(sheet, "By system (the figures are those of the items)")
    (hint,) = sheet.data_validations.dataValidation
    assert str(hint.sqref) == f"B{row}"
    assert hint.prompt == "The + on the left opens the rows of the items."
    assert hint.showInputMessage
