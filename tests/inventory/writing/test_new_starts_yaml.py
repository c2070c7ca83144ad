"""A new starts.yaml reads as what was asked, whatever the names (着手日のファイル)."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdmig.inventory import Source, Sources, load
from stdmig.inventory.source import control_character
from stdmig.inventory.starts import ChosenStart, StartRow, StartsFile
from stdmig.inventory.template import Durations
from stdmig.inventory.validate import validate
from stdmig.inventory.writing.comment import cells
from stdmig.inventory.writing.starts import new_starts_yaml
from stdmig.inventory.yaml_events import parse
from stdmig.network import expand
from stdmig.words import LANGUAGES, Language, Name
from tests.helpers import sound, workspace_text
from tests.hostile import ALL

PROCEDURES = """\
schema: stdmig.procedures/1
phases: [{id: all, name: 全部}]
items:
  - {number: 1, id: a, name: 計画, phase: all, scope: municipality, months: &m}
  - {number: 8, id: b, name: 予算, phase: all, scope: procurement, months: &m, after: 1}
  - {number: 14, id: c, name: 移行, phase: all, scope: system, months: &m, after: 8}
cutover: {after: 14}
""".replace("&m", "{min: 1, max: 2}")
ROWS = (
    StartRow("8@p-juki", date(2027, 9, 1), title=Name("8 予算（住記）", "8 Budget")),
    StartRow("14@juki", date(2027, 9, 1), fixed=True, title=Name("14 移行")),
    StartRow("1", date(2026, 4, 1)),
    StartRow("8@A: {B}, C:stay", date(2027, 10, 1), title=Name("8 あ\n- {task: 1}")),
)


_DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))


def _town() -> Sources:
    """Return a town whose packages, and with them its tasks, have hostile names."""
    lines = ["schema: stdmig.systems/1", "municipality: {name: 町}", "systems:"]
    for number, name in enumerate(ALL):
        lines += [
            f"  - id: s{number}",
            f"    name: {json.dumps(name, ensure_ascii=False)}",
            "    statutory: false",
            "    units:",
            "      - section: 課",
            f"        package: {json.dumps(name, ensure_ascii=False)}",
        ]
    return workspace_text("\n".join(lines), PROCEDURES)


TOWN = _town()
TASKS = {task.id: task for task in expand(sound(TOWN)).tasks}


def _read(data: bytes) -> StartsFile:
    document, faults = parse(Source("starts.yaml", data))
    assert faults == []
    assert document is not None
    file, wrong = validate(document, StartsFile)
    assert [fault.message.message for fault in wrong] == []
    assert file is not None
    return file


def _with(starts: bytes) -> Sources:
    return TOWN._replace(starts=Source("starts.yaml", starts))


def _asked(rows: tuple[StartRow, ...]) -> set[ChosenStart]:
    return {
        ChosenStart(task=row.task, start=row.start, fixed=row.fixed) for row in rows
    }


def test_one_line_a_task_the_earliest_first() -> None:
    """By start, then item; the title stands behind, and stays on its line."""
    written = new_starts_yaml(ROWS, "likely", "ja").decode()
    assert written.split("starts:\n")[1].splitlines() == [
        '  - {task: "1", start: 2026-04-01}',
        "  - {task: 8@p-juki, start: 2027-09-01}              # 8 予算（住記）",
        "  - {task: 14@juki, start: 2027-09-01, fixed: true}  # 14 移行",
        '  - {task: "8@A: {B}, C:stay", start: 2027-10-01}    # 8 あ - {task: 1}',
    ]
    assert "# yaml-language-server: $schema=schemas/stdmig.starts-1.schema.json\n" in (
        written
    )
    assert "8 Budget" in new_starts_yaml(ROWS, "likely", "en").decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_header_says_what_the_file_is(language: Language) -> None:
    """Who opens it learns how to fix a task; no line is wider than a screen."""
    written = new_starts_yaml((), "maximum", language).decode()
    assert "fixed: true" in written
    assert "stdmig level" in written
    assert "\ndurations: maximum\n" in written
    assert written.endswith("\nstarts: []\n")
    assert max(cells(line) for line in written.splitlines()) <= 80


def test_hostile_names_are_read_back() -> None:
    """The tasks of packages with hostile names: every one is found again."""
    rows = tuple(
        StartRow(name, date(2027, 4, 1), title=task.title)
        for name, task in TASKS.items()
    )
    data = new_starts_yaml(rows, "likely", "ja")
    assert len(data.decode().splitlines()) == data.count(b"\n")
    inventory, faults = load(_with(data))
    assert [(str(fault.location), fault.message.message) for fault in faults] == []
    assert inventory is not None
    assert inventory.starts is not None
    assert set(inventory.starts.starts) == _asked(rows)


@settings(max_examples=60)
@given(
    st.dictionaries(
        st.sampled_from(sorted(TASKS)),
        st.tuples(_DAYS, st.booleans(), st.text()),
        max_size=8,
    ),
    st.sampled_from(["likely", "maximum", "minimum"]),
    st.sampled_from(LANGUAGES),
)
def test_round_trip(
    chosen: dict[str, tuple[date, bool, str]],
    durations: Durations,
    language: Language,
) -> None:
    """Whatever starts are asked for, and whatever the titles, is what is loaded."""
    rows = tuple(
        StartRow(task, start, fixed, Name(title))
        for task, (start, fixed, title) in chosen.items()
    )
    inventory, faults = load(_with(new_starts_yaml(rows, durations, language)))
    assert faults == []
    assert inventory is not None
    assert inventory.starts is not None
    assert inventory.starts.durations == durations
    assert set(inventory.starts.starts) == _asked(rows)
    assert len(inventory.starts.starts) == len(rows)


def _is_subject(name: str) -> bool:
    """Return whether a procurement can be called so: one line, no blanks around."""
    one_line = name.splitlines() == [name]
    return one_line and name == name.strip() != "" and not control_character(name)


_SUBJECTS = st.text(min_size=1, max_size=40).filter(_is_subject)


@given(st.lists(_SUBJECTS, max_size=5, unique=True), _DAYS)
def test_any_subject_is_written_so_that_it_is_read(
    subjects: list[str], day: date
) -> None:
    """Quotes, brackets, emoji, blanks within: an id is the same again."""
    rows = tuple(
        StartRow(f"8@{name} x {name}" if len(name) % 2 else f"8@{name}", day)
        for name in subjects
    )
    assert set(_read(new_starts_yaml(rows, "likely", "en")).starts) == _asked(rows)
