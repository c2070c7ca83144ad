"""Tables for tests, as a reader of files would give them (試験用の表)."""

from __future__ import annotations

from datetime import date

from stdmig.intake.inventory_list.understand import understand
from stdmig.intake.inventory_list.understood import Understood
from stdmig.intake.question import Answers
from stdmig.intake.sheet.sheet import Cell, CellValue, Sheet
from stdmig.inventory.draft import DraftUnit
from stdmig.inventory.systems import SystemsFile
from stdmig.words import Text, in_style
from tests.helpers import ENGLISH

Given = CellValue | Cell | None


def sheet(*rows: tuple[Given, ...], name: str | None = "一覧") -> Sheet:
    """Return a table; rows are filled up to the same length."""
    width = max(len(row) for row in rows)
    return Sheet(
        "list.xlsx" if name else "list.csv",
        name,
        tuple(
            tuple(
                cell if isinstance(cell, Cell) else Cell(cell)
                for cell in (*row, *[None] * (width - len(row)))
            )
            for row in rows
        ),
        None if name else tuple(range(1, len(rows) + 1)),
    )


def merged(value: str) -> Cell:
    """Return a cell of a merged range that begins in another one."""
    return Cell(value, spread=True)


def spoken(message: object) -> str:
    """Return what a reader of English with ISO dates sees."""
    return in_style(message, ENGLISH)


def settled(
    *sheets: Sheet, answers: Answers | None = None, known: SystemsFile | None = None
) -> tuple[Understood, list[str]]:
    """Return what is understood, and each diagnostic with its place in words."""
    understood, diagnostics = understand(sheets, answers or {}, known)
    told = [
        f"{each.code} {each.location} {spoken(each.message)}" for each in diagnostics
    ]
    return understood, told


def by_proposals(
    *sheets: Sheet, known: SystemsFile | None = None
) -> tuple[Understood, dict[str, str], list[str]]:
    """Return what is understood once every proposal was agreed to, and those."""
    answers: dict[str, str] = {}
    while True:
        understood, told = settled(*sheets, answers=answers, known=known)
        new = {
            each.id: each.proposal
            for each in understood.questions
            if each.proposal is not None and each.id not in answers
        }
        if not new:
            return understood, answers, told
        answers |= new


def asked(understood: Understood) -> list[tuple[str, str, str | None]]:
    """Return id, wording and proposal of each question."""
    return [
        (each.id, spoken(each.wording), each.proposal) for each in understood.questions
    ]


def remarked(understood: Understood) -> list[str]:
    """Return each remark with its place."""
    return [f"{each.place} {spoken(each.wording)}" for each in understood.remarks]


def skipped(understood: Understood) -> list[tuple[str, str, str]]:
    """Return each row that is no entry: place, what it shows, why."""
    return [
        (str(each.place), each.shows, spoken(each.why)) for each in understood.skipped
    ]


def fields(understood: Understood) -> list[tuple[str, str]]:
    """Return the letters of each column with what it was read as."""
    return [(each.letters, each.field) for each in understood.columns]


def only_unit(understood: Understood) -> DraftUnit:
    """Return the unit of a list of one."""
    (unit,) = understood.draft.units
    return unit


def said(message: Text | None) -> str | None:
    """Return a message in English, or None."""
    return None if message is None else spoken(message)


def day(written: str) -> date:
    """Return an ISO day."""
    return date.fromisoformat(written)


def question_labels(understood: Understood, id_: str) -> list[tuple[str, str]]:
    """Return the choices of a question, with what each says."""
    (question,) = [each for each in understood.questions if each.id == id_]
    return [(each.key, spoken(each.label)) for each in question.choices]


def question_ids(understood: Understood) -> list[str]:
    """Return the ids of the questions that a list leaves open."""
    return [question.id for question in understood.questions]
