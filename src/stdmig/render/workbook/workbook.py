"""A plan as a workbook for the finance office and the sections (Excelブック)."""

from __future__ import annotations

from stdmig.render.dossier import Dossier
from stdmig.render.workbook.assumptions import put_assumptions
from stdmig.render.workbook.book import Book
from stdmig.render.workbook.budget import put_budget
from stdmig.render.workbook.contracts import put_contracts
from stdmig.render.workbook.findings import put_findings
from stdmig.render.workbook.page import owner
from stdmig.render.workbook.schedule import put_schedule
from stdmig.render.workbook.tasks import put_tasks
from stdmig.words import Style, text

_SHEETS = (
    put_schedule,
    put_contracts,
    put_budget,
    put_tasks,
    put_findings,
    put_assumptions,
)
"""In the order of their tabs."""


def workbook(dossier: Dossier, style: Style) -> bytes:
    """
    Return the workbook: chart, contracts, budget request, tasks, findings, assumptions.

    It bears the as-of date as the day of its making: the same plan makes the same
    bytes. Texts stay texts, whatever they begin with; only the budget request has
    formulas, each with its value, for programs that do not reckon.
    """
    title = text("{name}: migration plan", name=owner(dossier)).into(style)
    book = Book(style, title, dossier.plan.as_of)
    for put_sheet in _SHEETS:
        put_sheet(book, dossier)
    return book.close()
