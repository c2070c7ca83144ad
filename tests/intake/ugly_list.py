"""The list of systems of a made-up town, as ugly as real ones are (見本町の一覧)."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any, NamedTuple

TITLE = "見本町　情報システム現況一覧（標準化対象業務）"
AS_OF = "令和５年６月１日現在　総務課情報係調べ"
NOTES = (
    "※１　契約期間は原契約による。変更契約は含まない。",
    "※２　月額は税抜。リース料を含み、通信費を除く。",
    "※３　〃は上に同じ。",
)


class Line(NamedTuple):
    """
    A system as the town wrote it down.

    Attributes
    ----------
    number
        What stands in the first column.
    section
        None in the rows that share the merged cell of the row above.
    start, end
        In the spelling of whoever filled in the row; a date is a real date cell.
    note
        What stands under 備考.
    """

    number: int | None
    section: str | None
    business: str
    name: str | None
    vendor: str | None
    package: str | None
    start: str | date | None
    end: str | date | None
    form: str | None
    fee: int | str | None
    phone: str | None
    note: str | None = None


RESIDENTS = (
    Line(
        *(1, "町民課", "住民記録", "見本住民情報システム", "甲社", "コモンパック"),
        *("令和2年4月1日", "令和7年3月31日", "複数年", 300000, "000-000-0001"),
    ),
    Line(
        *(2, None, "印鑑登録", "〃", "〃", "〃", "〃", "〃", "〃", "〃", "〃"),
        "1に含む",
    ),
    Line(
        *(3, None, "戸籍", "戸籍総合システム", "㈱乙社", "戸籍ネオ"),
        *("Ｒ３．１０．１", "Ｒ８．９．３０", "リース", "180,000", "000-000-0002"),
    ),
    Line(
        *(4, None, "戸籍附票", "同上", "同上", "同上", "同上", "同上", "同上"),
        *(None, "同上"),
    ),
    Line(
        *(5, None, "国民年金", "見本住民情報システム", "甲社", "コモンパック"),
        *("R2.4.1", "R7.3.31", "複数年", None, "000-000-0001"),
    ),
)

TAXES = (
    Line(
        *(6, "税務課", "町県民税（個人）", "見本税システム", "甲社", "コモンパック税"),
        *(date(2020, 4, 1), date(2025, 3, 31), "複数年", 250000, "000-000-0001"),
    ),
    Line(7, None, "法人町民税", *("〃",) * 9),
    Line(8, None, "固定資産税\n（土地・家屋・償却）", *("〃",) * 8, None),
    Line(
        *(9, None, "軽自動車税", "軽自システム", "丙 社", "軽自くん"),
        *("Ｈ３１．４．１", "Ｒ６．３．３１", "リース", 40000, "000-000-0003"),
        "R6に再リース予定",
    ),
    Line(
        *(10, None, "国保税", "見本税システム", "甲社", "コモンパック税"),
        *("2020/4/1", "2025/3/31", "複数年", None, "000-000-0001"),
    ),
)

# Second sheet: the period stands in one cell.
INSURANCE = (
    Line(
        *(
            11,
            "保険課",
            "国保（資格・給付）",
            "国保システム",
            "甲社",
            "コモンパック国保",
        ),
        *("R2.4.1", "R7.3.31", "複数年", 150000, "000-000-0001"),
    ),
    Line(
        *(12, None, "後期高齢", "後期高齢者システム", "甲社", "コモンパック後期"),
        *("R2.4.1", "R7.3.31", "複数年", 60000, "000-000-0001"),
    ),
    Line(
        *(13, None, "介護", "介護保険システム", "丁社", "かいごろう"),
        *("令和3年4月1日", "令和8年3月31日", "複数年", 120000, "000-000-0004"),
    ),
)

TWICE = Line(
    *(None, "町民課", "住民基本台帳", "見本住民情報システム", "甲社", "コモンパック"),
    *("R2.4.1", "R7.3.31", "複数年", None, "000-000-0001", "No.1参照"),
)
"""The system of the first line again, under the other name that it goes by."""

WELFARE = (
    Line(
        *(14, "福祉課", "障がい者福祉", "福祉総合", "丁社", "ふくしパック"),
        *("令和4年4月1日", "令和5年3月31日", "単年度", 90000, "000-000-0004"),
        "毎年度随意契約",
    ),
    Line(15, None, "児童手当", *("〃",) * 9),
    Line(16, None, "児童扶養手当", *("〃",) * 9),
    Line(
        *(17, None, "子ども子育て支援", "子育てシステム", "丁社", "ふくしパック"),
        *("R4.4.1", "R9.3.31", "複数年", 70000, "000-000-0004"),
    ),
    Line(
        *(18, None, "生活保護", None, None, None, None, None, None, None, None),
        "福祉事務所なし（県が実施）",
    ),
)

OTHERS = (
    Line(
        *(19, "保健センター", "健康管理", "健康かるて", "戊社", "健康かるてV5"),
        *("R1.10.1", "R6.9.30", "リース", 110000, "000-000-0005"),
    ),
    Line(
        *(
            20,
            "教育委員会\n学校教育課",
            "学齢簿",
            "就学システム",
            "甲社",
            "コモンパック",
        ),
        *("R2.4.1", "R7.3.31", "複数年", None, "000-000-0001"),
    ),
    Line(
        *(21, "選挙管理委員会", "選挙人名簿", "選挙システム", "甲社", "コモンパック"),
        *("R2.4.1", "R7.3.31", "複数年", None, "000-000-0001"),
    ),
    Line(
        *(22, "総務課", "財務会計", "財務会計", "己社", "かいけいくん"),
        *("R3.4.1", "R8.3.31", "リース", 200000, "000-000-0006", "標準化対象外"),
    ),
    Line(
        *(23, None, "人事給与", "人給", "己社", "じんきゅうくん"),
        *("R3.4.1", "R8.3.31", "リース", 100000, "000-000-0006", "標準化対象外"),
    ),
)

COMMENTS = {
    "戸籍": "情報係：R8.10に再リースの見込み。担当　庚",
    "介護": "情報係：解約の申入れは6か月前まで",
}
"""Notes attached to the cells of these businesses (コメント)."""


def ugly_workbook() -> bytes:
    """
    Return the list as an Excel workbook.

    Two sheets of different shapes, one with three header rows; besides them a page of
    legends and the hidden list of the year before.
    """
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    assert first is not None
    _put_first(first)
    _put_second(book.create_sheet("福祉・教育ほか"))
    legend = book.create_sheet("凡例")
    legend["B2"] = "記入要領"
    legend["B3"] = "１　色付きのセルは入力しないこと。"
    legend["B4"] = "２　契約期間は和暦で記入すること。"
    old = book.create_sheet("R4（旧）")
    old.append(["業務名", "担当課", "事業者", "契約期間"])
    old.append(["住民記録", "住民課", "旧社", "H27.4.1～R2.3.31"])
    old.sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _put_first(sheet: Any) -> None:
    sheet.title = "住民・税"
    _put_title(sheet, "L")
    for span, words in (
        ("A3:A5", "番号"),
        ("B3:B5", "担当課"),
        ("C3:D3", "業務・システム"),
        ("C4:C5", "業務名"),
        ("D4:D5", "システム名"),
        ("E3:F3", "導入状況"),
        ("E4:E5", "事業者名"),
        ("F4:F5", "パッケージ名"),
        ("G3:J3", "現　行　契　約"),
        ("G4:H4", "契約期間"),
        ("G5", "自"),
        ("H5", "至"),
        ("I4:I5", "契約形態"),
        ("J4:J5", "月額\n（円・税抜）"),
        ("K3:K5", "連絡先\n電話番号"),
        ("L3:L5", "備　　考"),
    ):
        _put_head(sheet, span, words)
    row = _put_lines(sheet, 6, RESIDENTS, _first_row)
    row = _put_lines(sheet, row + 1, TAXES, _first_row)
    gone = ("欠", None, "財産管理（R3廃止）", "財産台帳", "辛社", "ざいさん")
    for column, value in enumerate(gone, start=1):
        sheet.cell(row, column, value)
    sheet.row_dimensions[row].hidden = True
    sheet.cell(row + 1, 1, "小計")
    sheet.cell(row + 1, 10, 770000)
    sheet.merge_cells(start_row=row + 1, end_row=row + 1, start_column=1, end_column=9)
    for place, words in enumerate(NOTES, start=row + 3):
        sheet.cell(place, 2, words)


def _put_second(sheet: Any) -> None:
    _put_title(sheet, "I")
    for span, words in (
        ("B3:B4", "課　名"),
        ("C3:C4", "業　務"),
        ("D3:F3", "現行システム"),
        ("D4", "名　称"),
        ("E4", "ベンダー"),
        ("F4", "パッケージ"),
        ("G3:G4", "契約期間"),
        ("H3:H4", "月額（税抜）"),
        ("I3:I4", "摘　要"),
    ):
        _put_head(sheet, span, words)
    row = _put_lines(sheet, 5, INSURANCE, _second_row)
    row = _put_lines(sheet, row, (TWICE,), _second_row)
    row = _put_lines(sheet, row + 1, WELFARE, _second_row)
    row = _put_lines(sheet, row + 1, OTHERS, _second_row)
    sheet.cell(row, 2, "合　計")
    sheet.cell(row, 3, "23システム")
    sheet.cell(row, 8, 900000)
    sheet.cell(row + 1, 2, "※　単年度契約は（単）と記載")


def _put_title(sheet: Any, last: str) -> None:
    sheet["A1"] = TITLE
    sheet.merge_cells(f"A1:{last}1")
    sheet[f"{last}2"] = AS_OF


def _put_head(sheet: Any, span: str, words: str) -> None:
    sheet[span.split(":")[0]] = words
    if ":" in span:
        sheet.merge_cells(span)


def _put_lines(sheet: Any, top: int, lines: tuple[Line, ...], cells: Any) -> int:
    """Write rows whose section is merged down over them; return the row below."""
    from openpyxl.comments import Comment

    for row, line in enumerate(lines, start=top):
        for column, value in enumerate(cells(line), start=1):
            cell = sheet.cell(row, column, value)
            if isinstance(value, date):
                cell.number_format = "[$-411]ge.m.d"
        if line.business in COMMENTS:
            sheet.cell(row, 3).comment = Comment(COMMENTS[line.business], "情報係")
    starts = [place for place, line in enumerate(lines) if line.section]
    for begin, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        if end - begin > 1:
            sheet.merge_cells(f"B{top + begin}:B{top + end - 1}")
    return top + len(lines)


def _first_row(line: Line) -> tuple[object, ...]:
    return tuple(line)


def _second_row(line: Line) -> tuple[object, ...]:
    period = line.start
    if period != line.end:
        period = f"{line.start}～{line.end}"
        if line.form == "単年度":
            period += "（単）"
    return (
        *(None, line.section, line.business, line.name, line.vendor, line.package),
        *(period, line.fee, line.note),
    )


def ugly_csv() -> bytes:
    """
    Return the list as one sheet that Excel saved as CSV, in CP932.

    What was merged stands in its first cell only, dates stand as they were shown.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([TITLE, *[""] * 11])
    writer.writerow([*[""] * 11, AS_OF])
    head = ("番号", "担当課", "業務・システム", "", "導入状況", "", "現　行　契　約")
    writer.writerow([*head, *[""] * 3, "連絡先\n電話番号", "備　　考"])
    below = ("業務名", "システム名", "事業者名", "パッケージ名", "契約期間", "")
    writer.writerow(["", "", *below, "契約形態", "月額\n（円・税抜）", "", ""])
    writer.writerow([*[""] * 6, "自", "至", *[""] * 4])
    for lines in (RESIDENTS, TAXES, (*INSURANCE, TWICE), WELFARE, OTHERS):
        writer.writerows([_shown(value) for value in line] for line in lines)
        writer.writerow([""] * 12)
    writer.writerow(["合計", "", "23システム", *[""] * 6, "1,670,000", "", ""])
    writer.writerows(["", words, *[""] * 10] for words in NOTES)
    return stream.getvalue().encode("cp932")


def _shown(value: str | int | date | None) -> str:
    if isinstance(value, date):
        return f"R{value.year - 2018}.{value.month}.{value.day}"
    return "" if value is None else str(value)
