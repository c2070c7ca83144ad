"""Bars of the chart, and the rows that they belong to (棒)."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.coverage import Coverage
from stdmig.render.plan.axis import axis
from stdmig.render.plan.bars import LEGEND, as_of_mark, contract_bar, task_bar
from stdmig.render.plan.rows import Grouping, Row, blocks
from stdmig.words import Style, text
from stdmig.workspace.section import places_of
from tests.rules.planned import planned
from tests.screens import sample_city

DEADLINE = date(2024, 3, 31)
# Two fiscal years in 24 columns, one a month: column 0 is 2022-04.
AXIS = axis(date(2022, 4, 1), DEADLINE, 24)
ENGLISH = Style.of("en")


ROW = Row(
    "1",
    text("{name}", name="準備"),
    start=date(2022, 7, 1),
    finish=date(2022, 9, 30),
    early_start=date(2022, 7, 1),
    float_days=0,
    critical=False,
    cutovers=(),
)


def _drawn(row: Row) -> str:
    return "".join(part.words for part in task_bar(AXIS, row, DEADLINE))


def test_task_takes_the_months_it_touches() -> None:
    """From July to September are three columns; the deadline stands in the last."""
    assert _drawn(ROW) == "   ===                 :"


def test_critical_task_is_drawn_apart() -> None:
    """Tasks of a critical path have a mark of their own."""
    assert _drawn(ROW._replace(critical=True)) == "   ###                 :"


def test_float_stands_before_the_task() -> None:
    """The days between early and planned start are drawn as dots."""
    row = ROW._replace(early_start=date(2022, 5, 10))
    assert _drawn(row) == " ..===                 :"


def test_late_task_has_no_float() -> None:
    """Where the early start is after the planned one there is nothing to draw."""
    row = ROW._replace(early_start=date(2022, 12, 1), float_days=-153)
    assert _drawn(row) == "   ===                 :"


def test_cutover_stands_on_its_day() -> None:
    """The cutovers that wait for a task are drawn with it."""
    row = ROW._replace(cutovers=(date(2022, 10, 1), date(2024, 3, 31)))
    assert _drawn(row) == "   ===|                |"


def test_today_is_marked_below_the_years() -> None:
    """The as-of date and the deadline are on the axis."""
    parts = as_of_mark(AXIS, date(2022, 6, 30), DEADLINE)
    assert "".join(part.words for part in parts) == "  ^                    :"


def test_parts_of_a_bar_are_painted_by_their_marks() -> None:
    """Colour repeats what the mark says."""
    row = ROW._replace(early_start=date(2022, 5, 10), critical=True)
    parts = task_bar(AXIS, row, DEADLINE)
    assert [(part.words.strip(), part.paint) for part in parts if part.paint] == [
        ("..", "dim"),
        ("###", "bold red"),
        (":", "magenta"),
    ]


def test_marks_are_plain_ascii_and_differ() -> None:
    """Every console draws them in one cell, and no two are the same."""
    marks = [mark for mark, _ in LEGEND]
    assert len(set(marks)) == len(marks) == 10
    assert all(mark.isascii() and mark.isprintable() for mark in marks)


TOWN = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - id: juki
    statutory: false
    name: 見本業務
    cutover: 2023-10-01
    units:
      - {section: 市民課, policy: stay, contract: {CONTRACT}}
"""


def _coverage(contract: str) -> Coverage:
    (coverage,) = planned(TOWN.replace("{CONTRACT}", contract)).coverages
    return coverage


@pytest.mark.parametrize(
    ("contract", "bar"),
    [
        # To 2023-03-31, then half a year without, then the cutover of 2023-10-01.
        ("{start: 2022-07-01, end: 2023-03-31}", "   ---------!!!!!!|    :"),
        ("{start: 2022-07-01, end: 2023-09-30}", "   ---------------|    :"),
        # It outlives the cutover, and the axis.
        ("{start: 2022-07-01, end: 2030-03-31}", "   ---------------|-----"),
        # It began before the axis, or nobody knows when.
        ("{start: 2010-04-01, end: 2023-09-30}", "------------------|    :"),
        ("{end: 2023-09-30}", "------------------|    :"),
        # It was over before the axis begins.
        ("{end: 2020-03-31}", "!!!!!!!!!!!!!!!!!!|    :"),
        # Half a year of what is missing is signed.
        (
            "{start: 2022-07-01, end: 2023-03-31, extensions:"
            " [{start: 2023-04-01, end: 2023-06-30, state: signed}]}",
            "   ------------!!!|    :",
        ),
        # Renewed for every fiscal year, which is no gap.
        (
            "{start: 2022-07-01, end: 2023-03-31, kind: single_year}",
            "   ---------~~~~~~|    :",
        ),
        # Nobody knows when it ends.
        ("{start: 2022-07-01}", "                  |    :"),
    ],
)
def test_contract_is_drawn_with_its_gap(contract: str, bar: str) -> None:
    """In force, then what is missing up to the eve of the cutover, then the cutover."""
    parts = contract_bar(AXIS, _coverage(contract), DEADLINE)
    assert "".join(part.words for part in parts) == bar


def _labels(
    grouping: Grouping, *, full: bool = False, section: str | None = None
) -> list[tuple[str | None, list[str]]]:
    """Return headings and rows of the sample's chart."""
    plan = sample_city().plan
    return [
        (
            block.heading.into(ENGLISH) if block.heading else None,
            [f"{row.ref}: {row.label.into(ENGLISH)}" for row in block.rows],
        )
        for block in blocks(plan, places_of(plan, section), grouping, full=full)
    ]


def test_equal_tasks_are_folded_into_a_row() -> None:
    """Items of the same days share a row; the smaller rows of an item say whose."""
    ((heading, rows),) = _labels("item")
    assert heading is None
    assert rows[:3] == [
        "1: Setting up the organisation",
        "2: Survey of the present systems",
        "3: Comparison with the standard specifications",
    ]
    # 17 items and 14's part; 印鑑登録, without item 12, stands apart in 9 to 11.
    assert len(rows) == 18 + 3


def test_folded_row_shows_the_least_float() -> None:
    """A row of many tasks shows the float that is left to all of them."""
    plan = sample_city().plan
    (block,) = blocks(plan, list(range(len(plan.tasks))), "item", full=False)
    rows = {row.ref: row for row in block.rows if not row.label.message.startswith(" ")}
    assert rows["3"].float_days == -153
    # From 2025-10-01, after the money of fiscal 2025, back to 2024-12-01.
    assert rows["13"].float_days == -304
    for row in rows.values():
        assert (row.start - row.early_start).days == row.float_days


def test_full_chart_has_a_row_for_every_task() -> None:
    """``--full`` names the item above its tasks, and every row says whose it is."""
    found = _labels("item", full=True)
    assert found[0] == (None, ["1: Setting up the organisation"])
    heading, rows = found[1]
    assert heading == "  2 Survey of the present systems"
    assert rows[0] == "2: Basic resident register"
    assert len(rows) == len(set(rows)) == 20
    assert sum(len(rows) for _, rows in found) == 224


def test_systems_of_equal_dates_share_a_block() -> None:
    """By system, those that go through the same days together stand together."""
    found = _labels("system")
    headings = [heading for heading, _ in found]
    assert "Seal registration" in headings
    assert "Corporate resident tax" in headings
    assert ", ".join(str(heading) for heading in headings).count(", ") == 19
    assert len(_labels("system", full=True)) == 20


def test_systems_share_a_block_only_if_they_are_equally_critical() -> None:
    """A row marked as critical is so for every system of its block."""
    plan = sample_city().plan
    for block in blocks(plan, list(range(len(plan.tasks))), "system", full=False):
        assert block.heading is not None
        names = block.heading.into(ENGLISH).split(", ")
        for system in plan.network.systems:
            if system.title.into(ENGLISH) not in names:
                continue
            own = [
                place in plan.critical_places
                for place in sorted(
                    range(len(plan.tasks)),
                    key=lambda place: (
                        plan.tasks[place].item.number,
                        plan.tasks[place].item.part or "",
                    ),
                )
                if plan.tasks[place].is_for(system)
            ]
            assert [row.critical for row in block.rows] == own, system.id


def test_every_task_stands_under_a_section() -> None:
    """By section, what belongs to no section comes last instead of vanishing."""
    found = _labels("section")
    headings = [heading for heading, _ in found if heading]
    assert headings == [
        *("市民課", "選挙管理委員会", "税務課", "学校教育課", "健康増進課"),
        *("子どもみらい課", "社会福祉課", "長寿・障害福祉課", "保険年金課"),
        "No section is recorded",
    ]
    assert found[-1][1][:3] == [
        "2: Survey of the present systems",
        "3: Comparison with the standard specifications",
        "4: Migration plan",
    ]


def test_section_alone_has_its_own_tasks() -> None:
    """A section's chart holds its tasks and those of the municipality."""
    ((_, rows),) = _labels("item", section="選挙管理委員会")
    assert [row.partition(":")[0] for row in rows] == [
        # 選挙人名簿管理 needs no assessment: there is no item 12.
        *map(str, range(1, 12)),
        *("13", "14", "14c", "15", "16", "17"),
    ]
