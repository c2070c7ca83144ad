"""progress.yaml changed where tasks are recorded, nowhere else (作業の進捗の更新)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdmig.inventory import Source
from stdmig.inventory.check_progress import tasks_of
from stdmig.inventory.editing import Edited
from stdmig.inventory.editing.progress import set_tasks, uncovered
from stdmig.inventory.progress import OWN_KEYS, ProgressFile, Status, TaskProgress
from stdmig.inventory.recorded import TaskRecord, TaskSubject
from stdmig.inventory.validate import validate
from stdmig.inventory.writing.new_progress import new_progress_yaml
from stdmig.inventory.yaml_events import parse
from stdmig.words import Style
from tests.helpers import ENGLISH
from tests.inventory.editing.recording import (
    HOSTILE,
    KNOWN,
    day,
    file_of,
    item,
    read,
    sound_with,
    task,
)

FILE = """\
# 町の進捗
schema: stdmig.progress/1

tasks:
  # 全体
  - {item: 1, status: done, start: R4.4, finish: R4.6}
  - {item: 2, status: started, start: R4.7.1, percent: 40}   # 全業務

  # 個別
  - {task: "8@zei", status: started, start: 2025-09-01, remaining_months: 2}  # 財政課
  - item: 12   # PIA
    system: juki
    status: started   # 作業中
    start: 令和8年6月1日
    percent: 40
    source: 庁議
    note: 担当は総務課
live: []
"""


def _set(
    written: str, subjects: TaskSubject | list[TaskSubject], record: TaskRecord
) -> str:
    named = subjects if isinstance(subjects, list) else [subjects]
    edited, faults = set_tasks(file_of(written), named, record, KNOWN, Style("ja"))
    assert faults == []
    assert edited is not None
    return edited.data.decode()


def test_an_entry_on_one_line_is_changed_in_place() -> None:
    """What says nothing beside the new status goes; quotes and remark stay."""
    assert _set(FILE, task("8@zei"), TaskRecord("done", None, day("R7.10.31"))) == (
        FILE.replace(
            "status: started, start: 2025-09-01, remaining_months: 2}",
            "status: done, start: 2025-09-01, finish: 2025-10-31}",
        )
    )


def test_an_entry_over_lines_is_changed_in_place() -> None:
    """It is found by item and system; a new day takes the spelling of the old."""
    edited, faults = set_tasks(
        file_of(FILE),
        [task("12@juki")],
        TaskRecord("done", None, day("2026-09-18"), note="済み: #1"),
        KNOWN,
        Style("ja"),
    )
    assert faults == []
    assert edited is not None
    assert edited.data.decode() == FILE.replace(
        "status: started   #", "status: done   #"
    ).replace(
        "6月1日\n    percent: 40\n", "6月1日\n    finish: 令和8年9月18日\n"
    ).replace("note: 担当は総務課", 'note: "済み: #1"')
    status, finish, percent, note = edited.changes
    assert (status.key, status.before, status.after) == ("status", "started", "done")
    assert status.remark is not None
    assert status.remark.into(ENGLISH) == (
        "this was said of the old value and still stands there: source: 庁議; check it"
    )
    assert (finish.key, finish.before, finish.after) == (
        "finish",
        None,
        "令和8年9月18日",
    )
    assert (percent.key, percent.before, percent.after) == ("percent", "40", None)
    assert (note.before, note.after) == ("担当は総務課", "済み: #1")


def test_what_has_no_entry_gets_one_that_starts_from_the_whole_item() -> None:
    """The finer entry keeps what the item's says and still fits; it comes last."""
    line = (
        "  - {task: 2@juki, status: done, start: R4.7.1, finish: R4.9.30}"
        "  # 現行システムの概要調査（住民基本台帳）\n"
    )
    block = FILE.replace("live: []\n", "")
    record = TaskRecord("done", None, day("2022-09-30"))
    written = _set(block, task("2@juki"), record)
    assert written == block + (
        "  - task: 2@juki  # 現行システムの概要調査（住民基本台帳）\n"
        "    status: done\n"
        "    start: R4.7.1\n"
        "    finish: R4.9.30\n"
    )
    flat = block[: block.index("  - item: 12")]
    assert _set(flat, task("2@juki"), record) == f"{flat}\n{line}"


def test_a_system_of_an_item_is_named_as_it_was_asked_for() -> None:
    """It keeps item and system; what happens once goes by its item alone."""
    empty = new_progress_yaml(Style("en")).decode()
    record = TaskRecord("done", day("令和六年四月"), day("2024/6/30"))
    first = _set(empty, [*item("3", "juki"), task("1")], record)
    # What was typed is written so, but for numbers that no neighbour has.
    assert (
        "tasks:\n"
        "  - {item: 3, system: juki, status: done, start: 令和六年四月,"
        " finish: 2024/6/30}  # 標準仕様との比較分析（住民基本台帳）\n"
        "  - {item: 1, status: done, start: 令和六年四月, finish: 2024/6/30}"
        "  # 推進体制の立ち上げ\n"
    ) in first
    assert _set(first, item("1"), record) == first


def test_a_whole_item_is_one_entry_beside_the_finer_ones() -> None:
    """Tasks with entries of their own go on saying what they do, and are named."""
    (whole,) = item("12")
    written = _set(FILE, whole, TaskRecord("not_applicable"))
    assert (
        "  - item: 12  # 特定個人情報保護評価(PIA)\n    status: not_applicable\n"
    ) in written
    assert uncovered(read(FILE.encode()), whole, KNOWN) == ("12@juki",)
    again = _set(written, whole, TaskRecord("started", percent=5))
    assert "(PIA)\n    status: started\n    percent: 5\n" in again
    assert read(again.encode()).tasks[3].percent == 40


@pytest.mark.parametrize(
    ("subject", "record"),
    [
        ("1", TaskRecord("done", day("2022-04-01"), day("R4.6.30"))),
        ("8@zei", TaskRecord("started", remaining_months=2)),
        ("12@juki", TaskRecord("started", percent=40, note="担当は総務課")),
        # The entry for the whole item says so of each of its tasks.
        ("2@kojin", TaskRecord("started", day("2022-07"))),
    ],
)
def test_what_is_said_already_changes_nothing(subject: str, record: TaskRecord) -> None:
    """A month or an era day that means the day stays as it was written."""
    assert _set(FILE, task(subject), record) == FILE


def test_an_entry_for_several_tasks_is_not_changed_for_one() -> None:
    """Item 8 of a system with two procurements: both are named, or none changes."""
    written = FILE.replace('task: "8@zei"', "item: 8, system: kojin")
    edited, (fault,) = set_tasks(
        file_of(written), [task("8@zei")], TaskRecord("done"), KNOWN, Style("ja")
    )
    assert edited is None
    assert (fault.code, str(fault.location)) == ("STD025", "progress.yaml:10:5")
    assert fault.message.into(ENGLISH) == (
        "'status' of '8@zei Budget request' cannot become 'done' here:"
        " it speaks of 8@kaikei too"
    )
    both = _set(written, [task("8@zei"), task("8@kaikei")], TaskRecord("done"))
    assert both == written.replace(
        "status: started, start: 2025-09-01, remaining_months: 2}",
        "status: done, start: 2025-09-01}",
    )
    assert _set(written, item("8", "kojin"), TaskRecord("done")) == both


def test_a_system_with_one_entry_of_two_gets_the_other() -> None:
    """What is recorded already is changed, what is not gets an entry of its own."""
    written = _set(FILE, item("8", "kojin"), TaskRecord("done"))
    assert '{task: "8@zei", status: done, start: 2025-09-01}  # 財政課' in written
    assert "  - task: 8@kaikei  # 予算要求（個人住民税）\n    status: done\n" in written
    sound_with(written.encode())


def test_a_hostile_package_is_a_name_and_nothing_else() -> None:
    """An id with quotes, brackets and an equals sign reads back as it is."""
    written = _set(FILE, task(HOSTILE), TaskRecord("started", remaining_months=0))
    assert "  - task: '8@=HYPERLINK(\"x\"):stay'" in written or (
        '  - task: 8@=HYPERLINK("x"):stay' in written
    )
    assert read(written.encode()).tasks[-1].task == HOSTILE
    flat = "schema: stdmig.progress/1\ntasks: []\n"
    one_line = _set(flat, task(HOSTILE), TaskRecord("started"))
    assert read(one_line.encode()).tasks[0].task == HOSTILE
    assert _set(one_line, task(HOSTILE), TaskRecord("done")) == one_line.replace(
        "started", "done"
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "schema: stdmig.progress/1\r\ntasks:   # 進捗\r\n"
            "- {task: 8@zei, status: started}\r\n# 終わり\r\n",
            "schema: stdmig.progress/1\r\ntasks:   # 進捗\r\n"
            "- {task: 8@zei, status: done, finish: 2026-10}\r\n# 終わり\r\n",
        ),
        (
            "\ufeff{schema: stdmig.progress/1,"
            " tasks: [{task: 8@zei, status: started}]}",
            "\ufeff{schema: stdmig.progress/1,"
            " tasks: [{task: 8@zei, status: done, finish: 2026-10}]}",
        ),
        (
            "schema: stdmig.progress/1\nlive:\n  - {system: juki, since: R8.1.5}\n",
            "schema: stdmig.progress/1\nlive:\n  - {system: juki, since: R8.1.5}\n"
            "tasks:\n  - {task: 8@zei, status: done, finish: R8.10}"
            "  # 予算要求\n",
        ),
        (
            "schema: stdmig.progress/1\r\n\r\nlive: []\r\n\r\n# tasks:\r\n# - 例\r\n",
            "schema: stdmig.progress/1\r\n\r\nlive: []\r\n\r\n# tasks:\r\n# - 例\r\n"
            "\r\ntasks:\r\n  - {task: 8@zei, status: done, finish: 2026-10}"
            "  # 予算要求\r\n",
        ),
        (
            "schema: stdmig.progress/1\n\ntasks: []\n\nsteps: []\n# 終わり",
            "schema: stdmig.progress/1\n\ntasks:\n  - {task: 8@zei, status: done,"
            " finish: 2026-10}  # 予算要求\n\nsteps: []\n# 終わり",
        ),
    ],
)
def test_files_of_other_forms(written: str, expected: str) -> None:
    """Line ends of Windows, brackets with a byte order mark, a file without tasks."""
    record = TaskRecord("done", None, day("2026-10"))
    assert _set(written, task("8@zei"), record) == expected


@pytest.mark.parametrize(
    "bad",
    ["tasks:\n  - &a {task: 8@zei, status: done}\n  - *a\n", "tasks: {a: 1}\n"],
)
def test_a_file_at_fault_is_not_touched(bad: str) -> None:
    """Anchors are refused as ever, and so is what is no list."""
    edited, faults = set_tasks(
        file_of("schema: stdmig.progress/1\n" + bad),
        [task("8@zei")],
        TaskRecord("done"),
        KNOWN,
        Style("ja"),
    )
    assert edited is None
    assert {fault.code for fault in faults} <= {"STD003", "STD007"}
    assert faults


_STATUSES: list[Status] = ["done", "started", "not_started", "not_applicable"]
_SUBJECTS = st.sampled_from(
    [
        *map(task, ("1", "2@juki", "8@zei", "8@kaikei", "12@juki", HOSTILE)),
        *item("2"),
        *item("12"),
        *item("8", "kojin"),
        *item("12", "hojin"),
    ]
)
_STARTS = st.sampled_from([None, day("2026-04"), day("R8.5.1"), day("令和8年5月9日")])
_FINISHES = st.sampled_from([None, day("2026-06"), day("R8.7.1"), day("令和八年八月")])


@st.composite
def _records(draw: st.DrawFn) -> TaskRecord:
    status = draw(st.sampled_from(_STATUSES))
    given = {
        "start": draw(_STARTS),
        "finish": draw(_FINISHES),
        "remaining_months": draw(st.sampled_from([None, 0, 3])),
        "percent": draw(st.sampled_from([None, 0, 100])),
    }
    note = draw(st.sampled_from([None, "- x: [y] # z", "=1+1", "null", "𠮷 'q' \"d\""]))
    own = {key: given[key] for key in OWN_KEYS[status]}
    return TaskRecord(status, **own, note=note)  # type: ignore[arg-type]


@settings(max_examples=30)
@given(
    st.lists(st.tuples(_SUBJECTS, _records()), max_size=6),
    st.sampled_from(["\n", "\r\n"]),
)
def test_any_sequence_keeps_every_remark(
    wanted: list[tuple[TaskSubject, TaskRecord]], end: str
) -> None:
    """What was recorded is read back; remarks and the lines of others never change."""
    data = FILE.replace("\n", end).encode()
    for subject, record in wanted:
        source = file_of(data.decode())
        edited, faults = set_tasks(source, [subject], record, KNOWN, Style("ja"))
        if edited is None:
            # Of one entry for two tasks only one was named.
            assert [fault.code for fault in faults] == ["STD025"]
            continue
        if not _is_sound(edited.data):
            # The days are not in order: the command would write nothing.
            continue
        _kept(data, edited.data, subject)
        data = edited.data
        for entry in _speaking_of(data, subject):
            _says(entry, record)
        again, _ = set_tasks(
            file_of(data.decode()), [subject], record, KNOWN, Style("ja")
        )
        assert again == Edited(data, ())
    written = data.decode()
    for remark in ("# 町の進捗", "# 全体", "# 全業務", "# 個別", "# 財政課", "# PIA"):
        assert remark in written
    assert written.count("\n") == written.count(end)
    sound_with(data)


def _is_sound(data: bytes) -> bool:
    document, _ = parse(Source("progress.yaml", data))
    assert document is not None
    return validate(document, ProgressFile)[1] == []


def _places(data: bytes, subject: TaskSubject) -> list[int]:
    """Return the entries that speak of a subject: the finest for each of its tasks."""
    entries = read(data).tasks
    whole = [
        place
        for place, entry in enumerate(entries)
        if (entry.item, entry.system) == (subject.item, None)
    ]
    if subject.is_whole:
        return whole
    found = []
    for name in subject.ids:
        own = [
            place
            for place, entry in enumerate(entries)
            if name in tasks_of(entry, KNOWN)
        ]
        found += own or whole
    return found


def _speaking_of(data: bytes, subject: TaskSubject) -> list[TaskProgress]:
    found = [read(data).tasks[place] for place in _places(data, subject)]
    assert found
    return found


def _says(entry: TaskProgress, record: TaskRecord) -> None:
    assert entry.status == record.status
    if record.start is not None:
        assert entry.start == record.start.period.first
    if record.finish is not None:
        assert entry.finish == record.finish.period.last
    if record.remaining_months is not None:
        assert entry.remaining_months == record.remaining_months
    if record.percent is not None:
        assert entry.percent == record.percent
    if record.note is not None:
        assert entry.note == record.note


def _kept(before: bytes, after: bytes, subject: TaskSubject) -> None:
    """Check that every line stays that is not one of the entries of the subject."""
    document, _ = parse(Source("progress.yaml", before))
    assert document is not None
    old = before.decode().splitlines()
    starts = [
        document.locate(("tasks", place)).line
        for place in range(len(document.root["tasks"]))
    ]
    mine: set[int] = set()
    for place in _places(before, subject):
        last = place + 1 == len(starts)
        end = old.index("live: []") + 1 if last else starts[place + 1]
        mine.update(range(starts[place], end))
    others = [line for number, line in enumerate(old, 1) if number not in mine]
    new = iter(after.decode().splitlines())
    assert all(line in new for line in others)
