"""Steps written into progress.yaml, the rest byte for byte (ステップの更新)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stdmig.inventory.editing.steps import set_steps
from stdmig.inventory.recorded import StepMarks
from stdmig.inventory.source import Source
from stdmig.inventory.step_records import numbers
from stdmig.inventory.step_states import spans
from stdmig.inventory.systems import System
from stdmig.words import Style
from tests.inventory.editing.recording import day

FILE = """\
# 進捗
schema: stdmig.progress/1

steps:   # 国の40ステップ
  - {system: juki, as_of: 令和7年4月1日, done: [1-3, 24], started: 4}  # 住民課
  - system: kojin
    counts: {done: 3}
    note: 担当者に確認

tasks:
  - {item: 1, status: done}
"""


Row = tuple[System, StepMarks]


def _edited(file: str, *rows: Row) -> tuple[str | None, list[str]]:
    source = Source("progress.yaml", file.encode())
    edited, faults = set_steps(source, rows, Style("ja"))
    told = [each.message.into(Style("en")) for each in faults]
    return (edited.data.decode() if edited else None), told


def _row(system: str, as_of: str | None = None, **given: list[int]) -> Row:
    """Return what a report says of a system: every step, most of them not begun."""
    told = {state: tuple(steps) for state, steps in given.items()}
    named = {step for steps in told.values() for step in steps}
    rest = tuple(step for step in range(1, 41) if step not in named)
    marks = StepMarks(
        done=told.get("done", ()),
        started=told.get("started", ()),
        not_applicable=told.get("not_applicable", ()),
        not_started=rest,
        as_of=None if as_of is None else day(as_of),
        whole=True,
    )
    return System.model_validate({"id": system}), marks


def test_only_what_differs_is_changed() -> None:
    """Records change in place, remarks and order stay, new ones follow the last."""
    changed, faults = _edited(
        FILE,
        _row("juki", "2026-01-31", done=[1, 2, 3, 4, 24]),
        _row("kojin", done=[1], not_applicable=[2, 3]),
        _row("kodomo", "2026-01-31", started=[1]),
    )
    assert faults == []
    assert (
        changed
        == """\
# 進捗
schema: stdmig.progress/1

steps:   # 国の40ステップ
  - {system: juki, as_of: 令和8年1月31日, done: [1-4, 24]}  # 住民課
  - system: kojin
    done: 1
    not_applicable: 2-3
    note: 担当者に確認
  - system: kodomo  # 子ども・子育て支援
    as_of: 令和8年1月31日
    started: 1

tasks:
  - {item: 1, status: done}
"""
    )


def test_same_steps_change_nothing() -> None:
    """However they are written: 1-3 and 24 in any order are the same steps."""
    row = _row("juki", done=[24, 3, 1, 2], started=[4])
    assert _edited(FILE, row) == (FILE, [])


def test_day_of_other_steps_is_taken_out() -> None:
    """A day that is not that of the new steps would be wrong."""
    changed, _ = _edited(FILE, _row("juki", done=[1]))
    assert changed is not None
    assert "  - {system: juki, done: 1}  # 住民課\n" in changed


def test_line_ends_and_a_missing_last_one_stay() -> None:
    """A file of Windows without its last line end keeps both."""
    file = FILE.replace("\n", "\r\n").removesuffix("\r\n")
    changed, _ = _edited(file, _row("kodomo", done=[2]))
    assert changed == file.replace(
        "確認\r\n",
        "確認\r\n  - system: kodomo  # 子ども・子育て支援\r\n    done: 2\r\n",
    )


def test_file_without_steps() -> None:
    """The key is made behind the others; an empty list is filled."""
    head = "schema: stdmig.progress/1\nlive: []\n"
    want = head + "steps:\n  - {system: juki, done: 1-2}  # 住民基本台帳\n"
    assert _edited(head, _row("juki", done=[1, 2])) == (want, [])
    assert _edited(head + "steps: []\n", _row("juki", done=[1, 2])) == (want, [])


def test_steps_over_several_lines_keep_their_remarks() -> None:
    """What stays in a list over lines stays with its remark."""
    file = FILE.replace("counts: {done: 3}", "done:\n      - 1  # 済\n      - 2")
    want = file.replace("      - 2\n", "")
    assert _edited(file, _row("kojin", done=[1])) == (want, [])


def test_several_records_into_a_file_without_steps() -> None:
    """The list is made once and holds them all."""
    head = "schema: stdmig.progress/1\n"
    changed, faults = _edited(head, _row("juki", done=[1]), _row("kojin", started=[2]))
    assert faults == []
    assert changed == (
        f"{head}steps:\n  - {{system: juki, done: 1}}  # 住民基本台帳\n"
        "  - {system: kojin, started: 2}  # 個人住民税\n"
    )


def test_a_record_that_cannot_be_changed_keeps_none_from_theirs() -> None:
    """It is left to people as a whole (STD025); the others are changed."""
    file = FILE.replace("counts: {done: 3}", "done: [1,  # 済\n      2]")
    changed, faults = _edited(
        file, _row("kojin", done=[1]), _row("juki", done=[1, 2, 3, 24], started=[5])
    )
    assert changed == file.replace("started: 4", "started: 5").replace(
        "as_of: 令和7年4月1日, ", ""
    )
    assert faults == [
        "'done' of 'Individual resident tax' cannot become '1' here: the value stands"
        " over several lines"
    ]


@given(st.sets(st.integers(1, 40)))
def test_spans_are_read_as_the_same_steps(steps: set[int]) -> None:
    """Every set of steps survives being written."""
    written = tuple(str(each) for each in spans(steps))
    assert numbers(written) == sorted(steps)
