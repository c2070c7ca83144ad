"""The form of steps in whatever layout it comes (様式の読取り)."""

from __future__ import annotations

import pytest

from stdmig.diagnostics import Diagnostic
from stdmig.intake.sheet.read import read_sheets
from stdmig.intake.steps_form.find import Form, find_form
from stdmig.intake.steps_form.headings import StepHeading, step_heading
from stdmig.intake.steps_form.read import FormRows, rows_of
from stdmig.intake.steps_form.whose import Whose, is_meant
from stdmig.inventory.systems import Municipality
from tests.helpers import sound, workspace_text
from tests.intake.sheets import spoken
from tests.steps_books import (
    DONE,
    HEAD,
    NAMES,
    TOWN,
    Row,
    form,
    published,
    states,
)

KNOWN = {24: "RFPベンダー質問回答", 25: "ベンダーからのRFP回答"}


def _found(data: bytes, name: str = "form.xlsx") -> tuple[Form | None, list[str]]:
    sheets, faults = read_sheets(name, data)
    assert not faults
    found, wrong = find_form(name, sheets, None, 40, KNOWN)
    return found, [spoken(each.message) for each in wrong]


def _rows(data: bytes, name: str = "form.xlsx") -> FormRows:
    found, wrong = _found(data, name)
    assert found is not None, wrong
    rows = rows_of(found, sound(workspace_text(TOWN)).file)
    assert isinstance(rows, FormRows), spoken(rows.message)
    return rows


def _told(rows: FormRows) -> dict[str, tuple[int, int]]:
    """Return per system how many steps are done, and how many have a state."""
    return {
        line.system.id: (
            sum(state == "done" for state in line.states.values()),
            len(line.states),
        )
        for line in rows.lines
    }


def test_published_table() -> None:
    """The ministry's own layout: names above 40 columns in the order of the steps."""
    found, _ = _found(published())
    assert found is not None
    assert found.layout.by == "order"
    assert found.layout.names == dict(enumerate(NAMES, start=1))
    rows = _rows(published())
    assert _told(rows) == {
        "juki": (30, 40),
        "kojin": (20, 40),
        "kodomo": (0, 40),
        "seiho": (0, 40),
    }
    assert (rows.others, rows.unnamed, rows.beyond, rows.rejected) == (1, False, (), ())


@pytest.mark.parametrize(
    ("head", "lead"),
    [
        (
            [
                ("市区町村の標準化の進捗状況",),
                (None, None, *range(1, 41)),
                ("団体コード", "業務名", *NAMES),
            ],
            (462250,),
        ),
        (
            [("市区町村名", "業務名", *(f"ステップ{n}" for n in range(1, 41)))],
            ("見本町",),
        ),
        (
            [("団体名", "業務", *(f"{n} {name}" for n, name in enumerate(NAMES, 1)))],
            ("鹿児島県見本町",),
        ),
        (
            [
                ("市区町村名", "業務名", *range(1, 41)),
                (None, None, *NAMES),
            ],
            ("姶良郡 見本町",),
        ),
    ],
)
def test_numbers_above_the_columns(head: list[Row], lead: tuple[str | int]) -> None:
    """Numbers count wherever they stand in the header, with names or without."""
    rows = _rows(form(*head, (*lead, "住民記録", *states(12, 1))))
    assert _told(rows) == {"juki": (12, 40)}


def test_steps_in_any_order_of_columns() -> None:
    """A column is the step of its number, not of its place; others are named."""
    head = (
        "業務名",
        "市区町村名",
        "備考",
        *(f"No.{n}" for n in range(40, 0, -1)),
        "率",
    )
    words = list(states(1))
    data = form(head, ("住民記録", "見本町", "順調", *reversed(words), "2.5%"))
    found, _ = _found(data)
    assert found is not None
    assert list(found.layout.headings()) == [("C", "備考"), ("AR", "率")]
    assert [
        n for n, state in _rows(data).lines[0].states.items() if state == "done"
    ] == [1]


def test_columns_of_each_system_in_one_row() -> None:
    """The other shape: a row per municipality, forty columns per system."""
    systems = ("住民記録", "個人住民税", "共通機能X")
    names = [each for system in systems[:2] for each in (system, *[None] * 39)]
    data = form(
        ("団体コード", "市区町村名", *names),
        (None, None, *range(1, 41), *range(1, 41)),
        ("46218", "霧島市", *states(1), *states(2)),
        ("46225", "見本町", *states(30), *states(7, 1)),
    )
    rows = _rows(data)
    assert _told(rows) == {"juki": (30, 40), "kojin": (7, 40)}
    assert rows.others == 1


def test_csv_of_a_japanese_excel() -> None:
    """A CSV in CP932 is read as well, its municipality written once above its rows."""
    lines = [
        ",".join(HEAD),
        ",".join(["鹿児島県", "見本町", "住民記録", *states(3)]),
        ",".join(["", "", "個人住民税", *states(4)]),
        ",".join(["鹿児島県", "霧島市", "住民記録", *states(5)]),
    ]
    data = "\r\n".join(lines).encode("cp932")
    assert _told(_rows(data, "form.csv")) == {"juki": (3, 40), "kojin": (4, 40)}


def test_cells_that_are_none_of_the_four() -> None:
    """Each is named with its cell and its words; an empty one is no fault."""
    words: list[str | int | None] = list(states(40))
    words[0], words[1], words[39] = "ほぼ完了", None, '=HYPERLINK("x")'
    rows = _rows(form(HEAD, ("鹿児島県", "見本町", "住民記録", *words)))
    assert [f"{each.location} {spoken(each.message)}" for each in rows.rejected] == [
        "form.xlsx[一覧]!D2 Basic resident register, step 1: 'ほぼ完了' is none of the"
        " four states",
        "form.xlsx[一覧]!AQ2 Basic resident register, step 40: '=HYPERLINK(\"x\")' is"
        " none of the four states",
    ]
    assert rows.lines[0].empty == (2,)
    assert _told(rows) == {"juki": (37, 37)}


def test_second_row_of_a_system() -> None:
    """The first row of a system counts; the second is named."""
    row = ("鹿児島県", "見本町", "住民記録")
    rows = _rows(form(HEAD, (*row, *states(1)), (*row, *states(2))))
    assert _told(rows) == {"juki": (1, 40)}
    assert [f"{each.location} {spoken(each.message)}" for each in rows.rejected] == [
        "form.xlsx[一覧]!C3 Basic resident register has a second row"
    ]


def test_systems_that_the_workspace_lacks() -> None:
    """What is none of the town's systems is named, and not guessed at."""
    rows = _rows(
        form(
            HEAD,
            ("鹿児島県", "見本町", "共通機能", *states(1)),
            ("鹿児島県", "見本町", "介護保険", *states(1)),
        )
    )
    assert [(str(place), name) for place, name in rows.beyond] == [
        ("form.xlsx[一覧]!C2", "共通機能"),
        ("form.xlsx[一覧]!C3", "介護保険"),
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [("市区町村名", "業務名", *range(1, 42)), ("見本町", "住民記録", DONE)],
            "column AQ is headed 41, and there are 40 steps",
        ),
        (
            [
                ("市区町村名", "業務名", 1, 2, 2),
                ("見本町", "住民記録", DONE, DONE, DONE),
            ],
            "columns D and E are both headed 2",
        ),
        (
            [HEAD[:42], ("鹿児島県", "見本町", "住民記録", *states(39)[:39])],
            "39 columns hold states, and there are 40 steps; write the numbers of the"
            " steps above them",
        ),
        (
            [
                (*HEAD[:3], HEAD[27], *HEAD[3:27], *HEAD[28:]),
                ("鹿児島県", "見本町", "住民記録", *states(1)),
            ],
            "'ベンダーからのRFP回答' is step 25 and does not stand in its place; write"
            " the numbers of the steps above the columns",
        ),
        (
            [("氏名", "住所"), ("甲", "乙")],
            "no table of the steps per system was found",
        ),
    ],
)
def test_what_is_no_form(rows: list[Row], expected: str) -> None:
    """Where the steps cannot be told apart, nothing is read."""
    found, wrong = _found(form(*rows))
    assert found is None
    assert wrong == [expected]


@pytest.mark.parametrize(
    ("written", "ours"),
    [
        (Whose(None, "462250", None), True),
        (Whose(None, "46225", "姶良市"), True),
        (Whose(None, "462241", "見本町"), False),
        (Whose("鹿児島県", None, "見本町"), True),
        (Whose("宮崎県", None, "見本町"), False),
        (Whose(None, None, "鹿児島県姶良郡見本町"), True),
        (Whose(None, None, "大見本町"), False),
    ],
)
def test_whose_row_it_is(written: Whose, ours: bool) -> None:
    """The code decides, else name and prefecture together."""
    town = Municipality(name="見本町", code="462250")
    assert is_meant(written, town) is ours


def test_code_without_its_zero() -> None:
    """What a spreadsheet made of 011002 is still Sapporo, if nothing speaks against."""
    town = Municipality(name="札幌市", code="011002")
    assert is_meant(Whose.of(None, 11002, "札幌市"), town)
    assert not is_meant(Whose.of(None, 11002, "さいたま市"), town)


def test_towns_of_one_name() -> None:
    """Without a code nobody can tell which of two towns of a name is meant."""
    data = form(
        HEAD,
        ("鹿児島県", "見本町", "住民記録", *states(1)),
        ("宮崎県", "見本町", "住民記録", *states(2)),
    )
    found, _ = _found(data)
    assert found is not None
    plain = TOWN.replace(', code: "462250"', "")
    fault = rows_of(found, sound(workspace_text(plain)).file)
    assert isinstance(fault, Diagnostic)
    assert spoken(fault.message) == (
        "the form has 見本町 in several prefectures: 鹿児島県, 宮崎県"
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (24, StepHeading(24, None)),
        ("ステップ２４", StepHeading(24, None)),
        ("第24ステップ", StepHeading(24, None)),
        ("24 RFPベンダー質問回答", StepHeading(24, "RFPベンダー質問回答")),
        ("③現状（概要）", StepHeading(3, "現状（概要）")),
        ("2次評価", StepHeading(None, "2次評価")),
        ("Fit&Gap分析", StepHeading(None, "Fit&Gap分析")),
    ],
)
def test_headings_of_steps(written: str | int, expected: StepHeading) -> None:
    """A number is one only where it stands apart from the name."""
    assert step_heading(written) == expected
