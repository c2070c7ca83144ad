"""The lists of a form, understood without asking anybody (調査票の読解)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location
from stdmig.intake.inventory_list.inquiry import Remark
from stdmig.intake.inventory_list.skipping import without_rows
from stdmig.intake.inventory_list.spans import NOT_KNOWN
from stdmig.intake.inventory_list.understand import understand
from stdmig.intake.inventory_list.understood import Understood
from stdmig.intake.question import Question
from stdmig.intake.sheet.sheet import Sheet
from stdmig.inventory.draft import Draft
from stdmig.inventory.quoted import quoted
from stdmig.inventory.systems import SystemsFile
from stdmig.words import text

_HARMLESS = ("leave", "skip", "none", "blank", "keep", "new", "other")
"""Answers that take over nothing that may be wrong, the best first."""


class Alone(NamedTuple):
    """
    The lists as they were understood.

    Attributes
    ----------
    draft
        Empty where a question is left that only a person can answer.
    remarks
        How doubtful things were read, and the answers that were taken.
    faults
        What was left out (warnings), and what stays open (errors).
    """

    draft: Draft
    remarks: tuple[Remark, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


def understand_alone(
    sheets: tuple[Sheet, ...], of_cells: list[Diagnostic], known: SystemsFile | None
) -> Alone:
    """
    Return what lists say; every proposal is taken, as ``--yes`` does.

    Parameters
    ----------
    of_cells
        What was wrong with single cells as they were read.
    known
        The ``systems.yaml`` that is there.
    """
    answers: dict[str, str] = {}
    settled: list[Remark] = []
    while True:
        understood, faults = understand(sheets, answers, known)
        waiting = [each for each in understood.questions if each.id not in answers]
        found = {each.id: _answer(each) for each in waiting}
        answers |= {key: answer for key, answer in found.items() if answer is not None}
        if not waiting or None in found.values():
            break
        settled += [_settled(each, answers[each.id]) for each in waiting]
    # An answer may have made an earlier one needless; that is no fault.
    told = [each for each in faults if each.code != "STD024"]
    told += without_rows(of_cells, understood.skipped)
    told += [_open(each) for each in understood.questions]
    remarks = (*settled, *understood.remarks, *_unread(understood))
    draft = Draft({}) if understood.questions else understood.draft
    return Alone(draft, remarks, tuple(told))


def _answer(question: Question) -> str | None:
    if question.proposal is not None:
        return question.proposal
    if not question.choices:
        return NOT_KNOWN
    keys = [each.key for each in question.choices]
    return next((key for key in _HARMLESS if key in keys), None)


def _place(question: Question) -> Location:
    return question.places[0] if question.places else Location("-")


def _settled(question: Question, answer: str) -> Remark:
    labels = {each.key: each.label for each in question.choices}
    shown = labels.get(answer) or question.proposal_shown or answer
    if answer == NOT_KNOWN:
        shown = text("not known")
    wording = text(
        "{question} Taken: {answer}", question=question.wording, answer=shown
    )
    return Remark(_place(question), wording)


def _open(question: Question) -> Diagnostic:
    message = text("only the town can say this: {question}", question=question.wording)
    help_ = text("correct the cell, or ask the town, and collect the form again")
    return Diagnostic("STD024", message, _place(question), help_)


def _unread(understood: Understood) -> list[Remark]:
    columns = [
        Remark(
            each.place,
            text("the column '{heading}' is not read", heading=quoted(each.heading)),
        )
        for each in understood.unread
        if each.heading
    ]
    rows = [
        Remark(each.place, text("this row is not read: {why}", why=each.why))
        for each in understood.skipped
        if each.is_entry
    ]
    return [*columns, *rows]
