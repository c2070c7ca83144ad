"""Municipalities and systems as a map of signs (団体×業務の一覧)."""

from __future__ import annotations

from stdmig.inventory.prefectures import prefecture_of
from stdmig.outlook.portfolio.portfolio import Portfolio, Ranked
from stdmig.render.portfolio.matrix_columns import columns
from stdmig.render.portfolio.names import town_name, whose
from stdmig.render.portfolio.sheets.frame import as_of
from stdmig.render.portfolio.town_figures import by_id
from stdmig.render.towns.names import prefecture_name, system_name
from stdmig.render.towns.states import STATES
from stdmig.render.workbook.book import A3, Book, Sheet
from stdmig.render.workbook.look import CELL, HEAD
from stdmig.render.workbook.measure import digits
from stdmig.render.workbook.page import put_head, set_paper
from stdmig.render.workbook.table import ROOM
from stdmig.words import Text, listing, text

NAME = text("Municipalities and systems")
_HEADS = (text("Rank"), text("Prefecture"), text("Municipality name"))
_FIRST = len(_HEADS)
_WIDEST, _TALL = 26.0, 126.0
_SIGN = CELL._replace(align="center", middle=True, bold=True, wrap=False)


def put_matrix(book: Book, portfolio: Portfolio) -> None:
    """Write the sheet: a sign in every cell, and its colour by the sign."""
    sheet, style = book.sheet(NAME), book.style
    shown = columns(portfolio)
    top = put_head(sheet, whose(portfolio), NAME, as_of(portfolio), _legend())
    turned = HEAD._replace(rotation=270 if style.language == "ja" else 90)
    heads = [each.into(style) for each in _HEADS]
    names = [system_name(id_).into(style) for id_ in shown]
    looks = [HEAD] * _FIRST + [turned._replace(align="center")] * len(names)
    sheet.put_row(top, [*heads, *names], looks)
    sheet.height(top, _TALL)
    for row, ranked in enumerate(portfolio.towns, start=top + 1):
        _put_row(sheet, row, ranked, shown)
    last = top + len(portfolio.towns), _FIRST + len(shown) - 1
    _set_widths(sheet, portfolio, len(shown))
    _colour(book, sheet, top + 1, last)
    sheet.worksheet.autofilter(top, 0, max(last[0], top + 1), last[1])
    header = whose(portfolio), NAME, as_of(portfolio)
    set_paper(sheet, header, head=top, last=last, first_column=_FIRST, paper=A3, wide=1)


def _legend() -> Text:
    return listing(
        text("{sign} {label}", sign=each.sign, label=each.label)
        for each in STATES.values()
    )


def _put_row(sheet: Sheet, row: int, ranked: Ranked, shown: tuple[str, ...]) -> None:
    town, style, systems = ranked.town, sheet.style, by_id(ranked)
    sheet.put(row, 0, ranked.rank, CELL._replace(align="right"))
    prefecture = prefecture_name(prefecture_of(town.code)).into(style)
    sheet.put(row, 1, prefecture, CELL._replace(align="center", wrap=False))
    sheet.put(row, 2, town_name(town).into(style), CELL._replace(wrap=False))
    for column, id_ in enumerate(shown, start=_FIRST):
        sign = STATES[systems[id_].state].sign if id_ in systems else None
        sheet.put(row, column, sign, _SIGN)


def _set_widths(sheet: Sheet, portfolio: Portfolio, systems: int) -> None:
    style = sheet.style
    names = [digits(town_name(row.town).into(style)) for row in portfolio.towns]
    sheet.width(0, 0, 6)
    sheet.width(1, 1, 12)
    sheet.width(2, 2, min(max(names, default=0) + ROOM + 4, _WIDEST))
    if systems:
        sheet.width(_FIRST, _FIRST + systems - 1, 4)


def _colour(book: Book, sheet: Sheet, first: int, last: tuple[int, int]) -> None:
    """Let the colour follow the sign, also where somebody changes it."""
    if last[0] < first:
        return
    for each in STATES.values():
        if each.fill is None:
            continue
        look = {"font_color": each.ink, "bg_color": each.fill}
        sheet.worksheet.conditional_format(
            first,
            _FIRST,
            *last,
            {
                "type": "cell",
                "criteria": "==",
                "value": f'"{each.sign}"',
                "format": book.changed(look),
            },
        )
