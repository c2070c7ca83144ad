"""Rows, bars and marks of a chart, before they are drawn (図の内容)."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.render.chart.build import chart_of, links_of
from stdmig.render.chart.model import Bar, Chart, Row
from stdmig.words import Style
from tests.helpers import ENGLISH
from tests.render.chart.towns import designated_town, sample


def _sample() -> Chart:
    return chart_of(sample(), ENGLISH)


def _row(rows: tuple[Row, ...], ref: str) -> Row:
    return next(row for row in rows if row.ref == ref)


def _bars(row: Row, kind: str) -> list[tuple[str, str]]:
    return [(f"{bar.first}", f"{bar.last}") for bar in row.bars if bar.kind == kind]


def test_gap_is_a_bar_of_its_own() -> None:
    """The gap of アクロシティ runs from the day after its end to the eve of cutover."""
    row = _sample().contracts[0]
    assert row.label == "アクロシティ住民情報システム"
    assert row.cells == ("14", "2024-09-30", "365 days")
    gap = next(bar for bar in row.bars if bar.kind == "gap")
    assert gap == Bar(
        "gap",
        date(2024, 10, 1),
        date(2025, 9, 30),
        "gap of 365 days (2024-10-01 - 2025-09-30)",
        "gap of 365 days",
    )
    assert [f"{mark.day}" for mark in row.marks] == ["2025-10-01"]
    assert row.alarming


def test_single_year_contract_is_renewed_year_by_year() -> None:
    """What is renewed every year is no gap; each fiscal year has its own bar."""
    row = _sample().contracts[3]
    assert _bars(row, "gap") == []
    assert _bars(row, "renewal") == [
        ("2022-04-01", "2023-03-31"),
        ("2023-04-01", "2024-03-31"),
        ("2024-04-01", "2025-03-31"),
        ("2025-04-01", "2025-09-30"),
    ]
    assert row.bars[1].label == "renewal for FY2022"


def test_extension_that_is_not_signed_leaves_the_gap() -> None:
    """A requested extension is drawn beside the gap, and the gap says so."""
    row = chart_of(designated_town(), ENGLISH).contracts[1]
    gap = next(bar for bar in row.bars if bar.kind == "gap")
    assert gap.label == "gap of 1009 days (requested)"
    assert _bars(row, "extended") == [("2027-04-01", "2030-03-31")]


def test_signed_extension_closes_the_gap() -> None:
    """What is signed is drawn as a contract in force, and nothing is missing."""
    row = chart_of(designated_town(), ENGLISH).contracts[0]
    assert _bars(row, "gap") == []
    assert row.cells[2] == "signed"
    assert not row.alarming


def test_task_row_says_all_of_it_in_words() -> None:
    """Item, whose, days, float and whether it is critical stand in its title."""
    row = _row(_sample().items, "15")
    assert row.title == (
        "15 Tests and training (20 tasks), 2025-04-01 - 2025-09-30,"
        " float -365 days, critical"
    )
    assert row.cells == ("2025-04-01", "2025-09-30", "-365")
    assert [bar.kind for bar in row.bars] == ["critical"]
    assert [(mark.kind, f"{mark.day}") for mark in row.marks] == [
        ("cutover", "2025-10-01")
    ]


def test_float_stands_before_its_task() -> None:
    """The float reaches from the early start to the eve of the planned start."""
    row = _row(_sample().items, "14c")
    assert _bars(row, "float") == [("2022-04-01", "2024-03-31")]
    assert _bars(row, "planned") == [("2024-04-01", "2024-09-30")]


def test_done_and_begun_work() -> None:
    """What is done has no float; what is under way is marked where it began."""
    chart = chart_of(designated_town(), ENGLISH)
    done = _row(chart.items, "1")
    assert [bar.kind for bar in done.bars] == ["done"]
    assert done.cells[2] == "-"
    begun = [row for row in chart.items if _bars(row, "begun")]
    assert begun[0].title.endswith("under way, critical")


def test_every_system_has_its_black_outs() -> None:
    """Stated black-outs of the resident register, inferred ones of the seals."""
    heads = {row.label: row for row in _sample().heads}
    assert _bars(heads["Basic resident register"], "stated")[1] == (
        "2022-03-01",
        "2022-04-30",
    )
    assert _bars(heads["Seal registration"], "stated") == []
    inferred = next(
        bar for bar in heads["Seal registration"].bars if bar.kind == "inferred"
    )
    assert inferred.title == (
        "black-out, inferred (moves at the turn of the fiscal year)"
    )


def test_lines_of_the_whole_chart() -> None:
    """The deadlines that designated systems have are told apart by their systems."""
    lines = chart_of(designated_town(), ENGLISH).lines
    assert [(line.kind, f"{line.day}", line.title) for line in lines] == [
        ("deadline", "2030-12-31", "deadline 2030-12-31 (1 system)"),
        ("deadline", "2031-03-31", "deadline 2031-03-31 (12 systems)"),
        ("as_of", "2026-10-01", "as of 2026-10-01"),
    ]


def test_equal_systems_share_a_block_unless_told_otherwise() -> None:
    """Paper folds what is equal; a page with filters has a block per system."""
    folded, apart = _sample(), chart_of(sample(), ENGLISH, fold=False)
    assert len(apart.systems) == 20
    assert len(folded.systems) < 10
    assert [row.label for row in folded.heads] == [
        block.head.label for block in apart.systems
    ]
    assert sum(len(block.head.systems) for block in folded.systems) == 20


def test_links_run_from_what_must_be_finished() -> None:
    """Each row waits for the rows of its predecessors, and for each only once."""
    items = _sample().items
    refs = {row.id: row.ref for row in items}
    links = links_of(sample().plan, items)
    pairs = [(refs[link.before], refs[link.after]) for link in links]
    assert ("14", "15") in pairs
    assert ("15", "14") not in pairs
    assert len(links) == len({(link.before, link.after) for link in links})


@pytest.mark.parametrize("style", [Style.of("ja"), ENGLISH])
def test_ids_are_unique_within_what_is_drawn_together(style: Style) -> None:
    """A browser finds each row by its id; they need no escaping."""
    chart = chart_of(designated_town(), style)
    held = [*chart.items, *chart.heads, *chart.contracts]
    ids = [row.id for row in held]
    assert len(ids) == len(set(ids))
    assert all(name.isalnum() for name in ids)
