"""progress.yaml changed where systems go live and steps are taken (稼働の記録)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdmig.inventory import System
from stdmig.inventory.editing.live import set_live
from stdmig.inventory.editing.steps import set_steps
from stdmig.inventory.recorded import StepMarks
from stdmig.inventory.step_records import numbers
from stdmig.inventory.step_states import spans
from stdmig.inventory.writing.new_progress import new_progress_yaml
from stdmig.words import Style
from tests.helpers import ENGLISH
from tests.inventory.editing.recording import TOWN, day, file_of, read, sound_with

FILE = """\
schema: stdmig.progress/1
live:
  - {system: juki, since: 令和8年1月5日, assumed: true}   # 見込み
  - system: hojin   # 税務課
    since: 2026-01
steps:
  - {system: juki, as_of: R8.1.31, done: [1-33, 36], started: [34, 35]}  # 住民課
  - system: kojin
    counts: {done: 20, started: 3}   # 県の調査
  - system: hojin
    done:
      - 1-10   # 企画
      - 12
    started: 13
"""


def _system(name: str) -> System:
    return next(each for each in TOWN.systems if each.id == name)


def _live(written: str, *names: str, since: str, note: str | None = None) -> str:
    systems = [_system(name) for name in names]
    edited, faults = set_live(file_of(written), systems, day(since), note, Style("ja"))
    assert faults == []
    assert edited is not None
    return edited.data.decode()


def _steps(written: str, name: str, marks: StepMarks) -> str:
    edited, faults = set_steps(file_of(written), [(_system(name), marks)], Style("ja"))
    assert faults == []
    assert edited is not None
    return edited.data.decode()


def test_a_day_takes_the_place_of_a_guess() -> None:
    """The mark of a guess goes, also where the guess was right; remarks stay."""
    other = "{system: juki, since: 令和8年1月6日}   # 見込み"
    assert _live(FILE, "juki", since="2026-01-06") == FILE.replace(
        "{system: juki, since: 令和8年1月5日, assumed: true}   # 見込み", other
    )
    same = FILE.replace(", assumed: true", "")
    assert _live(FILE, "juki", since="R8.1.5") == same
    assert _live(same, "juki", "hojin", since="R8.1.5") == same.replace(
        "2026-01\n", "2026-01-05\n"
    )


def test_systems_that_go_live_come_last() -> None:
    """Each gets an entry in the form of the one before; a file may have none yet."""
    assert _live(FILE, "kotei", since="令和8年3月", note="県: 済") == FILE.replace(
        "2026-01\n",
        "2026-01\n  - system: kotei  # 固定資産税\n    since: 2026-03\n"
        '    note: "県: 済"\n',
    )
    begun = new_progress_yaml(Style("ja")).decode()
    assert _live(begun, "juki", "kotei", since="R8.3.2") == begun.replace(
        "live: []\n",
        "live:\n  - {system: juki, since: R8.3.2}  # 住民基本台帳\n"
        "  - {system: kotei, since: R8.3.2}  # 固定資産税\n",
    )


def test_several_entries_into_a_file_without_their_list() -> None:
    """The list is made once, behind the others, and holds them all."""
    head = "schema: stdmig.progress/1\n"
    assert _live(head, "juki", "kotei", since="R8.3.2") == (
        f"{head}live:\n  - {{system: juki, since: R8.3.2}}  # 住民基本台帳\n"
        "  - {system: kotei, since: R8.3.2}  # 固定資産税\n"
    )


def test_named_steps_get_their_state_and_the_others_keep_theirs() -> None:
    """Steps move from one state to another; one alone stands without brackets."""
    marks = StepMarks(done=(34, 35), started=(37,), as_of=day("2026-02-28"))
    assert _steps(FILE, "juki", marks) == FILE.replace(
        "as_of: R8.1.31, done: [1-33, 36], started: [34, 35]",
        "as_of: R8.2.28, done: 1-36, started: 37",
    )
    back = StepMarks(not_started=(34, 35), not_applicable=(40,))
    assert _steps(FILE, "juki", back) == FILE.replace(
        "done: [1-33, 36], started: [34, 35]}", "done: [1-33, 36], not_applicable: 40}"
    )


def test_a_list_over_lines_keeps_the_remarks_of_its_entries() -> None:
    """Entries that stay are not touched; one that grows keeps what stands behind."""
    assert _steps(FILE, "hojin", StepMarks(done=(11, 20))) == FILE.replace(
        "      - 1-10   # 企画\n      - 12\n", "      - 1-12   # 企画\n      - 20\n"
    )
    assert _steps(FILE, "hojin", StepMarks(done=(15,))) == FILE.replace(
        "      - 12\n", "      - 12\n      - 15\n"
    )


def test_numbers_take_the_place_of_counts() -> None:
    """What is not named is then not begun; that is said."""
    edited, _ = set_steps(
        file_of(FILE),
        [(_system("kojin"), StepMarks(done=tuple(range(1, 22))))],
        ENGLISH,
    )
    assert edited is not None
    assert edited.data.decode() == FILE.replace(
        "    counts: {done: 20, started: 3}   # 県の調査\n", "    done: 1-21\n"
    )
    counts, done = edited.changes
    assert (counts.before, counts.after) == ("{done: 20, started: 3}", None)
    assert counts.remark is not None
    assert counts.remark.into(ENGLISH) == (
        "steps that are not named count as not begun from now on"
    )
    assert (done.key, done.before, done.after) == ("done", None, "1-21")


def test_an_old_day_is_pointed_out() -> None:
    """The day on which the steps stood so is not the day of the new ones."""
    edited, _ = set_steps(
        file_of(FILE), [(_system("juki"), StepMarks(done=(34,)))], ENGLISH
    )
    assert edited is not None
    remark = edited.changes[0].remark
    assert remark is not None
    assert remark.into(ENGLISH) == (
        "the day on which this is so is still 2026-01-31; --as-of DATE changes it"
    )


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        ("juki", StepMarks(done=(36, 1, 2), started=(34,), as_of=day("2026/1/31"))),
        ("hojin", StepMarks(done=(12,), not_started=(40,))),
    ],
)
def test_what_is_said_already_changes_nothing(name: str, marks: StepMarks) -> None:
    """Steps that are in that state stay as they were written."""
    assert _steps(FILE, name, marks) == FILE


def test_spans() -> None:
    """Steps that follow each other are written as one."""
    assert spans([36, 1, 2, 3, 5, 5, 6]) == ["1-3", "5-6", 36]
    assert spans([]) == []


_NUMBERS = st.lists(st.integers(1, 40), max_size=8, unique=True)


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.sampled_from(["juki", "hojin", "kotei"]), _NUMBERS, _NUMBERS),
        max_size=4,
    )
)
def test_any_sequence_of_steps_reads_back(
    wanted: list[tuple[str, list[int], list[int]]],
) -> None:
    """Each step is in the state that was said last, and remarks stay."""
    written = FILE
    for name, done, others in wanted:
        started = tuple(each for each in others if each not in done)
        marks = StepMarks(tuple(done), started)
        written = _steps(written, name, marks)
        record = next(
            each for each in read(written.encode()).steps if each.system == name
        )
        assert set(done) <= set(numbers(record.done))
        assert set(started) <= set(numbers(record.started))
        assert _steps(written, name, marks) == written
        sound_with(written.encode())
    assert "  # 住民課\n" in written
    assert "   # 県の調査\n" in written
