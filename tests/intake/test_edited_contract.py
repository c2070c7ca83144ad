"""A contract that our own list repeats, edited in some of its rows (契約の編集)."""

from __future__ import annotations

from stdmig.intake.inventory_list.understood import Understood
from stdmig.inventory.list_columns import LIST_COLUMNS
from tests.helpers import ENGLISH
from tests.intake.sheets import day, settled, sheet
from tests.intake.test_reimport import HEAD, known

KEYS = tuple(
    f"{column.owner}_{column.key}"
    for owner in ("system", "unit", "contract")
    for column in LIST_COLUMNS
    if column.owner == owner
)
JUKI = {"system_id": "juki", "system_name": "住基", "unit_section": "町民課"}
ZEI = {
    "system_id": "kokuho",
    "system_name": "国保",
    "unit_id": "zei",
    "unit_section": "税務課",
}


def _read(
    *ends: str | None, answers: dict[str, str] | None = None
) -> tuple[Understood, list[str]]:
    """Return what is understood of rows of the contract a that end on these days."""
    contract = {
        **{"contract_id": "a", "contract_name": "総合", "contract_vendor": "甲社"},
        "contract_start": "R2.4.1",
    }
    rows = [
        tuple({**unit, **contract, "contract_end": end}.get(key) for key in KEYS)
        for unit, end in zip((JUKI, ZEI, ZEI), ends, strict=False)
    ]
    return settled(sheet(HEAD, *rows, name=None), known=known(), answers=answers or {})


def _end(understood: Understood) -> object:
    (contract,) = understood.draft.contracts
    return contract.values.get("end", "not said")


def test_one_edited_row_is_the_change() -> None:
    """It counts wherever it stands, and the rows left alone are not blamed."""
    for ends in (("R8.3.31", "R7.3.31"), ("R7.3.31", "R8.3.31")):
        understood, told = _read(*ends)
        assert _end(understood) == day("2026-03-31")
        assert (told, understood.questions) == ([], ())


def test_rows_edited_alike_are_one_change() -> None:
    """Who edits all rows is asked nothing."""
    understood, told = _read("R8.3.31", "R8.3.31")
    assert _end(understood) == day("2026-03-31")
    assert (told, understood.questions) == ([], ())


def test_row_left_blank_empties_nothing() -> None:
    """Another row says what the contract has; both blank empty it."""
    assert _end(_read(None, "R7.3.31")[0]) == day("2025-03-31")
    assert _end(_read(None, None)[0]) is None


def test_rows_edited_differently_are_asked_about() -> None:
    """The question names the rows with their values; the old one may stay."""
    understood, told = _read("R8.3.31", "R9.3.31", "R7.3.31")
    assert told == []
    (question,) = understood.questions
    assert question.wording.into(ENGLISH) == (
        "Rows of the contract 'a' were changed differently: Contract end. Which is"
        " right?"
    )
    assert [each.key for each in question.choices] == ["row2", "row3", "keep"]
    assert [each.label.into(ENGLISH) for each in question.choices] == [
        *("2026-03-31 (row 2)", "2027-03-31 (row 3)", "2025-03-31 (unchanged)")
    ]
    for key, end in (
        *(("row2", "2026-03-31"), ("row3", "2027-03-31"), ("keep", "2025-03-31")),
    ):
        chosen, told = _read(
            *("R8.3.31", "R9.3.31", "R7.3.31"), answers={question.id: key}
        )
        assert told == []
        assert _end(chosen) == day(end)
