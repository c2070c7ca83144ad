"""starts.yaml changed where other starts were chosen, nowhere else (着手日の更新)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.editing.change import Edited
from stdmig.inventory.editing.starts import edit_starts_yaml
from stdmig.inventory.source import Source
from stdmig.inventory.starts import StartRow, StartsFile
from stdmig.inventory.template import Durations
from stdmig.inventory.validate import validate
from stdmig.inventory.writing.starts import new_starts_yaml
from stdmig.inventory.yaml_events import parse
from stdmig.words import Name
from tests.helpers import ENGLISH

FILE = """\
# ours
schema: stdmig.starts/1
durations: likely   # agreed

starts:
  # spring
  - {task: "1", start: 2026-04}  # 1 計画
  - {task: 8@zei, start: R8.9.1, fixed: true}   # budget: keep
  - {task: 8@juki, start: 2026-09-01}

  # winter
  - task: 14@juki   # 14 移行
    start: 令和9年1月4日
"""


def _row(task: str, *day: int, fixed: bool = False, title: str = "") -> StartRow:
    return StartRow(task, date(*day), fixed, Name(title) if title else None)


AS_IT_IS = (
    _row("1", 2026, 4, 1),
    _row("8@zei", 2026, 9, 1, fixed=True),
    _row("8@juki", 2026, 9, 1),
    _row("14@juki", 2027, 1, 4),
)


def _edited(
    written: str, *rows: StartRow, durations: Durations = "likely"
) -> tuple[Edited, list[Diagnostic]]:
    source = Source("starts.yaml", written.encode())
    edited, faults = edit_starts_yaml(source, rows, durations)
    assert edited is not None, faults
    return edited, faults


def _text(written: str, *rows: StartRow, durations: Durations = "likely") -> str:
    edited, faults = _edited(written, *rows, durations=durations)
    assert faults == []
    return edited.data.decode()


def test_the_same_starts_change_nothing() -> None:
    """A month or an era day that means the day stays as it was written."""
    edited, faults = _edited(FILE, *AS_IT_IS)
    assert edited == Edited(FILE.encode(), ())
    assert faults == []


def test_only_lines_that_differ_are_changed() -> None:
    """Each new day takes the spelling of the old one; comments and order stay."""
    rows = (
        _row("1", 2026, 5, 1),
        _row("8@juki", 2026, 10, 2),
        _row("14@juki", 2027, 2, 1, fixed=True),
    )
    expected = (
        FILE.replace("2026-04}", "2026-05}")
        .replace("2026-09-01", "2026-10-02")
        .replace("令和9年1月4日", "令和9年2月1日\n    fixed: true")
        .replace("likely", "maximum")
    )
    edited, faults = _edited(FILE, *rows, durations="maximum")
    assert edited.data.decode() == expected
    assert faults == []
    assert [(each.subject.ja, each.key, each.after) for each in edited.changes] == [
        ("starts.yaml", "durations", "maximum"),
        ("1", "start", "2026-05"),
        ("8@juki", "start", "2026-10-02"),
        ("14@juki", "start", "令和9年2月1日"),
        ("14@juki", "fixed", "true"),
    ]


def test_a_fixed_start_is_left_alone() -> None:
    """It stays where it is not among the rows, and where another day was chosen."""
    assert _text(FILE, *(row for row in AS_IT_IS if row.task != "8@zei")) == FILE
    other = [row._replace(start=date(2026, 10, 1)) for row in AS_IT_IS[1:2]]
    edited, (told,) = _edited(FILE, AS_IT_IS[0], *other, *AS_IT_IS[2:])
    assert edited.data.decode() == FILE
    assert (told.code, str(told.location)) == ("STD025", "starts.yaml:8:26")
    assert told.message.into(ENGLISH) == (
        "'start' of '8@zei' cannot become 'R8.10.1' here: the file fixes it"
    )


def test_what_is_gone_goes_and_what_is_new_follows() -> None:
    """A start goes with the comment on its line; new ones are written as the last."""
    new = (
        _row("17@zei", 2027, 3, 1, title="17 条例（税）"),
        _row("2@juki", 2026, 1, 1, fixed=True, title="2 調査\n- x"),
    )
    kept = [row for row in AS_IT_IS if row.task != "1"]
    assert _text(FILE, *kept, *new) == (
        FILE.replace('  - {task: "1", start: 2026-04}  # 1 計画\n', "")
        + "\n"
        + "  - task: 2@juki  # 2 調査 - x\n"
        + "    start: 2026-01-01\n"
        + "    fixed: true\n"
        + "\n"
        + "  - task: 17@zei  # 17 条例（税）\n"
        + "    start: 2027-03-01\n"
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "schema: stdmig.starts/1\n",
            "schema: stdmig.starts/1\nstarts:\n"
            "  - {task: 8@juki, start: 2026-10-01}  # 8 予算\n",
        ),
        (
            "schema: stdmig.starts/1\r\nstarts: []  # none\r\ndurations:\r\n",
            "schema: stdmig.starts/1\r\nstarts:  # none\r\n"
            "  - {task: 8@juki, start: 2026-10-01}  # 8 予算\r\ndurations:\r\n",
        ),
        (
            "{schema: stdmig.starts/1, starts: [{task: '1', start: R8.4}]}",
            "{schema: stdmig.starts/1, starts: [{task: 8@juki, start: R8.10.1}]}",
        ),
        (
            "schema: stdmig.starts/1\nstarts:\n- {task: 2@a, start: 2026-04}\n",
            "schema: stdmig.starts/1\nstarts:\n"
            "- {task: 8@juki, start: 2026-10-01}  # 8 予算\n",
        ),
    ],
)
def test_files_of_other_forms(written: str, expected: str) -> None:
    """Without a list, with an empty one, within brackets, line ends of Windows."""
    assert _text(written, _row("8@juki", 2026, 10, 1, title="8 予算")) == expected


def test_nothing_is_left() -> None:
    """Where no start remains the list is empty, and the file reads."""
    written = "schema: stdmig.starts/1\nstarts:\n- {task: '1', start: 2026-04}\n"
    assert _text(written) == "schema: stdmig.starts/1\nstarts: []\n"


def test_a_file_at_fault_is_not_touched() -> None:
    """Its faults are told with their places."""
    written = FILE + "  - {task: '1', start: 2026-04}\n"
    edited, (fault,) = edit_starts_yaml(
        Source("starts.yaml", written.encode()), AS_IT_IS, "likely"
    )
    assert edited is None
    assert (fault.code, str(fault.location)) == ("STD011", "starts.yaml:14:12")
    assert edit_starts_yaml(Source("starts.yaml", b"\xff"), (), "likely")[0] is None


_DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))
_TASKS = st.sampled_from(["1", "8@juki", "8@a: {b}", "14c", "14@𠮷", "2@x, y", "17@'"])
_ROWS = st.dictionaries(_TASKS, st.tuples(_DAYS, st.booleans())).map(
    lambda chosen: tuple(
        StartRow(task, day, fixed, Name(f"題 {task} # :"))
        for task, (day, fixed) in chosen.items()
    )
)
_DURATIONS = st.sampled_from(["likely", "maximum", "minimum"])


@settings(max_examples=80)
@given(_ROWS, _ROWS, _DURATIONS, _DURATIONS)
def test_any_starts_become_any_others(
    before: tuple[StartRow, ...],
    after: tuple[StartRow, ...],
    first: Durations,
    second: Durations,
) -> None:
    """The file says what was chosen but for what it fixes, and settles at once."""
    source = Source("starts.yaml", new_starts_yaml(before, first, "ja"))
    edited, told = edit_starts_yaml(source, after, second)
    assert edited is not None
    fixed = {row.task: row.start for row in before if row.fixed}
    chosen = {row.task: row.start for row in after}
    assert {each.code for each in told} <= {"STD025"}
    assert len(told) == sum(chosen.get(task, day) != day for task, day in fixed.items())
    file = _read(edited.data)
    assert file.durations == second
    assert {each.task: each.start for each in file.starts} == {**chosen, **fixed}
    assert {each.task for each in file.starts if each.fixed} == {
        *fixed,
        *(row.task for row in after if row.fixed),
    }
    again, _ = edit_starts_yaml(Source("starts.yaml", edited.data), after, second)
    assert again == Edited(edited.data, ())


def _read(data: bytes) -> StartsFile:
    document, faults = parse(Source("starts.yaml", data))
    assert faults == []
    assert document is not None
    file, wrong = validate(document, StartsFile)
    assert wrong == []
    assert file is not None
    return file
