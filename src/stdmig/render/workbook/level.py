"""A levelled plan as a workbook: charts, loads, tasks (平準化のブック)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import shown
from stdmig.outlook.levelling import goals, guesses, statements, troubles
from stdmig.render.level.page import DURATIONS, METHODS, LevelPage, level_title, whose
from stdmig.render.workbook.book import A4, Book, Sheet
from stdmig.render.workbook.level_charts import fit_charts, put_charts
from stdmig.render.workbook.level_loads import LoadTable, put_loads
from stdmig.render.workbook.level_tasks import put_level_tasks
from stdmig.render.workbook.look import CELL
from stdmig.render.workbook.page import put_head, set_paper
from stdmig.render.workbook.stated import stated
from stdmig.render.workbook.table import Column, Table, put_table
from stdmig.words import Style, Text, listing, text

SUMMARY = text("What matters")

_COLUMNS = (Column(text("Kind"), "word", most=22), Column(text("Content"), most=110))


def level_workbook(page: LevelPage, style: Style) -> bytes:
    """
    Return the workbook; it has charts that Excel draws itself, and no formulas.

    It bears the first as-of date as the day of its making: the same plan makes the
    same bytes. Texts stay texts, whatever they begin with.
    """
    made = min(town.plan.as_of for town in page.levelled.towns)
    book = Book(style, level_title(page).into(style), made)
    _put_summary(book, page)
    charts = book.sheet(text("Load charts"))
    table = put_loads(book, page)
    _put_charts(charts, page, table)
    put_level_tasks(book, page)
    return book.close()


def _put_summary(book: Book, page: LevelPage) -> None:
    sheet, style = book.sheet(SUMMARY), book.style
    levelled = page.levelled
    day = min(town.plan.as_of for town in levelled.towns)
    top = put_head(
        sheet,
        whose(page),
        SUMMARY,
        text(
            "as of {day}; {durations}; {method}",
            day=shown(day),
            durations=DURATIONS[levelled.durations],
            method=METHODS[levelled.method],
        ),
    )
    rows = [[kind.into(style), words] for kind, words in _rows(page, style)]
    looks = [[CELL._replace(align="center"), CELL] for _ in rows]
    last = put_table(sheet, top, Table(_COLUMNS, rows, looks))
    set_paper(
        sheet, (whose(page), SUMMARY, None), head=top, last=last, paper=A4, wide=1
    )


def _rows(page: LevelPage, style: Style) -> Iterator[tuple[Text, str]]:
    levelled = page.levelled
    yield from stated(statements(levelled), style)
    for clash in troubles(levelled):
        yield text("Clash"), clash.what.into(style)
        yield text("Clash"), listing(clash.tasks or ("-",)).into(style)
        for way in clash.ways:
            yield text("What may be changed"), way.into(style)
    for goal in goals(levelled) if not levelled.clashes else ():
        told = text(
            "{goal}: value {value}, proven bound {bound}, gap to bound {gap}",
            goal=goal.title,
            value=goal.shown(goal.value),
            bound=goal.shown(goal.bound),
            gap=goal.shown_gap,
        )
        yield text("Goal"), told.into(style)
    for guess in guesses(levelled):
        yield text("Assumption"), guess.into(style)


def _put_charts(sheet: Sheet, page: LevelPage, table: LoadTable) -> None:
    title = text("Load charts")
    note = text(
        "People or parallel tasks in each month; the figures are on the next sheet"
    )
    top = put_head(sheet, whose(page), title, note)
    charts = put_charts(sheet, page, table, top + 1)
    header = (whose(page), title, None)
    set_paper(sheet, header, head=top - 1, last=charts.last, wide=1)
    fit_charts(sheet, charts)
