"""Any list at all: nothing raised, questions that end, a draft that can be written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdmig.intake.inventory_list.understood import Understood
from stdmig.intake.question import Question
from stdmig.intake.sheet.sheet import Cell, Sheet
from tests.intake import test_reimport, test_understand
from tests.intake.sheets import by_proposals, settled, sheet
from tests.intake.usual_list import HEAD

HEADS = [
    *(*HEAD, *test_reimport.HEAD),
    *("月額", "利用料", "年額（税込）", "契約形態", "契約年数", "次契約期間", "所管"),
]
WORDS = [
    *("juki", "kokuho", "zei", "a", "b", "a, b", "戸籍", "住民記録", "税総合", "国保"),
    *("財務会計", "福祉課", "R3.4.1～R8.3.31", "H31.4.1～H36.3.31", "なし", "あり"),
    *("100", "1,000", "3か月", "県が実施", "単年度", "リース", "〃", "同左"),
]
CELLS = st.one_of(test_understand.CELLS, st.sampled_from(WORDS).map(Cell))
ROWS = st.lists(st.lists(CELLS, min_size=9, max_size=9), min_size=1, max_size=5)


def _any_answer(question: Question) -> str:
    if question.proposal is not None:
        return question.proposal
    if question.choices:
        return question.choices[0].key
    return "-" if question.id.startswith("date") else "福祉課"


def _all_answered(table: Sheet, *, known: bool) -> Understood:
    file = test_reimport.known() if known else None
    understood, answers, told = by_proposals(table, known=file)
    for _ in range(12):
        if not understood.questions:
            break
        answers |= {each.id: _any_answer(each) for each in understood.questions}
        understood, told = settled(table, answers=answers, known=file)
    assert understood.questions == ()
    assert not [line for line in told if line.startswith("STD024")]
    return understood


@pytest.mark.parametrize("known", [False, True])
@settings(max_examples=120)
@given(st.lists(st.sampled_from(HEADS), min_size=5, max_size=9), ROWS, st.booleans())
def test_draft_of_any_list_can_be_written(
    known: bool, head: list[str], rows: list[list[Cell | None]], csv: bool
) -> None:
    """Ids are unique, contracts named exist, days are in order, one fee is given."""
    name = None if csv else "一覧"
    table = sheet(tuple(head), *(tuple(row) for row in rows), name=name)
    draft = _all_answered(table, known=known).draft

    ids = [(unit.system, unit.id) for unit in draft.units]
    assert len(set(ids)) == len(ids)
    named = {each.id for each in draft.contracts}
    for unit in draft.units:
        assert known or unit.values["section"]
        assert set(unit.contracts or ()) <= named
    for contract in draft.contracts:
        start, end = contract.values.get("start"), contract.values.get("end")
        assert not (start and end and str(end) < str(start))
        assert contract.id
        assert not set(" @:,") & set(contract.id)
        monthly = contract.values.get("monthly_fee")
        assert monthly is None or contract.values.get("annual_fee") is None
