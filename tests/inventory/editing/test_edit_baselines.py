"""baselines.yaml with one more plan, and nothing else changed (基準計画の追加)."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.inventory import Source
from stdmig.inventory.baselines import BaselinesFile
from stdmig.inventory.editing.baselines import keep_plan
from stdmig.inventory.kept_plan import KeptCutover, KeptPlan, KeptTask
from stdmig.inventory.validate import validate
from stdmig.inventory.writing.baselines import new_baselines_yaml
from stdmig.inventory.yaml_events import parse
from stdmig.words import Name, Style
from tests.inventory.editing.recording import HOSTILE

PLAN = KeptPlan(
    "r8-06-01",
    date(2026, 6, 1),
    (KeptCutover("juki", date(2028, 1, 4), Name("住民基本台帳")),),
    (
        KeptTask("1", date(2026, 6, 1), date(2026, 8, 31), Name("1 立ち上げ")),
        KeptTask(HOSTILE, date(2026, 9, 1), date(2026, 10, 31), Name("8 予算\n- x")),
    ),
    note="議会: #1",
)

FILE = """\
# 町の基準計画
schema: stdmig.baselines/1
baselines:   # 古い順
  - id: "2025"   # 最初
    as_of: R7.4.1
    cutovers:
      - {system: juki, day: R9.1.4}   # 住民課

  - id: r8-04
    as_of: 2026-04-01
    tasks: []
# 終わり
"""


JAPANESE = Style("ja")


def _kept(data: bytes, plan: KeptPlan = PLAN, style: Style = JAPANESE) -> bytes:
    edited, faults = keep_plan(Source("baselines.yaml", data), plan, style)
    assert faults == []
    assert edited is not None
    return edited.data


def _read(data: bytes) -> BaselinesFile:
    document, faults = parse(Source("baselines.yaml", data))
    assert document is not None
    assert faults == []
    file, wrong = validate(document, BaselinesFile)
    assert wrong == []
    assert file is not None
    return file


def test_a_new_file_says_what_it_is_for() -> None:
    """Systems and tasks stand one a line, with what they are called behind."""
    empty = new_baselines_yaml(Style("ja")).decode()
    assert _kept(empty.encode()).decode() == empty.replace(
        "baselines: []\n",
        "baselines:\n"
        "  - id: r8-06-01\n"
        "    as_of: 令和8年6月1日\n"
        '    note: "議会: #1"\n'
        "    cutovers:\n"
        "      - {system: juki, day: 2028-01-04}  # 住民基本台帳\n"
        "    tasks:\n"
        '      - {task: "1", start: 2026-06-01, finish: 2026-08-31}  # 1 立ち上げ\n'
        "      - {task: '8@=HYPERLINK(\"x\"):stay', start: 2026-09-01,"
        " finish: 2026-10-31}  # 8 予算 - x\n",
    )
    english = new_baselines_yaml(Style("en", era=False))
    assert b"    as_of: 2026-06-01\n" in _kept(english, style=Style("en", era=False))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_older_entry_stays_byte_for_byte(end: str) -> None:
    """The new plan follows the last; remarks, blank lines and line ends stay."""
    before = FILE.replace("\n", end).encode()
    after = _kept(before)
    head, tail = before.split("# 終わり".encode())
    assert after.startswith(head)
    assert after.endswith("# 終わり".encode() + tail)
    kept = _read(after).baselines
    assert kept[:2] == _read(before).baselines
    assert (kept[2].id, kept[2].as_of, kept[2].note) == (
        "r8-06-01",
        date(2026, 6, 1),
        "議会: #1",
    )
    assert [(each.task, each.start, each.finish) for each in kept[2].tasks] == [
        (each.task, each.start, each.finish) for each in PLAN.tasks
    ]
    assert after.count(b"\n") == after.count(end.encode())
    # The same plan gives the same bytes.
    assert _kept(before) == after


def test_days_are_written_as_in_the_last_plan() -> None:
    """The as-of date and the other days each have a spelling of their own."""
    first = FILE[: FILE.index("\n  - id: r8-04")]
    after = _kept(first.encode()).decode()
    assert after.startswith(first)
    assert "    as_of: R8.6.1\n" in after
    assert "{system: juki, day: R10.1.4}" in after
    assert "start: R8.6.1, finish: R8.8.31}" in after


def test_brackets_stay_brackets() -> None:
    """A file on one line stays on one line."""
    written = b"{schema: stdmig.baselines/1, baselines: []}"
    after = _kept(written, PLAN._replace(tasks=(), note=None))
    assert (
        after
        == (
            "{schema: stdmig.baselines/1, baselines: [{id: r8-06-01,"
            " as_of: 令和8年6月1日, cutovers: [{system: juki, day: 2028-01-04}],"
            " tasks: []}]}"
        ).encode()
    )


def test_a_file_at_fault_is_not_touched() -> None:
    """Aliases are refused as ever."""
    written = b"schema: stdmig.baselines/1\nbaselines:\n  - &a {id: x}\n  - *a\n"
    edited, faults = keep_plan(Source("baselines.yaml", written), PLAN, Style("ja"))
    assert edited is None
    assert [(each.code, each.location.line) for each in faults] == [
        ("STD003", 3),
        ("STD003", 4),
    ]
