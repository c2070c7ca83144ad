"""Black-outs in a row of one system, and in a row that several share."""

from __future__ import annotations

from datetime import date

from stdmig.inventory import System
from stdmig.render.chart.build import chart_of
from stdmig.render.chart.closure_bars import closure_bars
from stdmig.render.chart.draw_row import draw_row
from stdmig.render.chart.legend import draw_legend
from stdmig.render.chart.model import Bar, Row
from stdmig.render.chart.scale import Scale
from stdmig.schedule import Plan
from tests.helpers import ENGLISH, sound, workspace_text
from tests.render.chart.pictures import shapes, texts
from tests.render.chart.towns import paper, sample

YEAR = date(2024, 4, 1), date(2025, 3, 31)

SYSTEMS = """\
schema: stdmig.systems/1
municipality: {name: 姶良市}
systems:
  - {id: a, statutory: false, name: 甲}
  - {id: b, statutory: false, name: 乙}
  - {id: c, statutory: false, name: 丙}
"""

# Of three systems: all in April, one in May, all at least inferred in June.
TEMPLATE = """\
schema: stdmig.template/1
deadline: 2026-03-31
calendar:
  closed:
    - {name: 庁舎移転, from: 2025-02-01, until: 2025-02-10}
blackouts:
  - {system: a, name: 甲の繁忙, months: [4, 5, 6], confidence: stated}
  - {system: b, name: 乙の繁忙, months: [4], confidence: stated}
  - {system: b, name: 乙の準備, months: [5, 6, 7], confidence: inferred}
  - {system: c, name: 丙の繁忙, months: [4], confidence: stated}
  - {system: c, name: 丙の準備, months: [4, 6], confidence: inferred}
"""


def _plan() -> Plan:
    inventory = sound(workspace_text(SYSTEMS, template=TEMPLATE))
    return paper(inventory, date(2024, 4, 1)).plan


def _bars(*wanted: str) -> list[Bar]:
    plan = _plan()
    systems: list[System] = [each for each in plan.network.systems if each.id in wanted]
    return list(closure_bars(plan, systems, YEAR, ENGLISH))


def _spans(bars: list[Bar], kind: str) -> list[tuple[str, str, str]]:
    return [
        (f"{bar.first}", f"{bar.last}", bar.title) for bar in bars if bar.kind == kind
    ]


def test_one_system_tells_its_reasons() -> None:
    """A row of its own has every black-out under its own name."""
    bars = _bars("b")
    assert _spans(bars, "stated") == [
        ("2024-04-01", "2024-04-30", "black-out (乙の繁忙)")
    ]
    assert _spans(bars, "inferred") == [
        ("2024-05-01", "2024-07-31", "black-out, inferred (乙の準備)")
    ]
    assert _spans(bars, "closed") == [
        ("2025-02-01", "2025-02-10", "closed dates (庁舎移転)")
    ]


def test_what_closes_all_of_them_is_drawn_as_for_one() -> None:
    """April and the town's own closed dates; June, by inference of two of them."""
    bars = _bars("a", "b", "c")
    assert _spans(bars, "stated") == [
        ("2024-04-01", "2024-04-30", "black-out (all systems of this row)"),
        ("2025-02-01", "2025-02-10", "black-out (all systems of this row)"),
    ]
    assert _spans(bars, "inferred") == [
        ("2024-06-01", "2024-06-30", "black-out, inferred (all systems of this row)")
    ]


def test_what_closes_some_of_them_is_neither_hidden_nor_everybodys() -> None:
    """May and June are stated for one of three, July is inferred for another."""
    bars = _bars("a", "b", "c")
    assert _spans(bars, "stated_some") == [
        ("2024-05-01", "2024-06-30", "black-out of 1 of 3 systems")
    ]
    assert _spans(bars, "inferred_some") == [
        ("2024-07-01", "2024-07-31", "black-out of 1 of 3 systems, inferred")
    ]


def test_black_outs_of_some_are_drawn_lower() -> None:
    """They leave the upper half of the row free, and lie over what is inferred."""
    row = Row("s0", "system", "", "", ("", "", ""), "", tuple(_bars("a", "b", "c")))
    drawn = draw_row(row, Scale(2024, 2024, 0, 365), 20)
    (some,) = shapes(f'<svg xmlns="http://www.w3.org/2000/svg">{drawn}</svg>', "bsp")
    everyone, _ = shapes(f'<svg xmlns="http://www.w3.org/2000/svg">{drawn}</svg>', "bs")
    assert (some.x, some.width) == (30, 61)
    assert some.y > 10 > everyone.y
    assert drawn.index('class="bi"') < drawn.index('class="bsp"')


def test_no_shared_row_of_the_sample_reads_as_free() -> None:
    """Every block of several systems has the black-outs that its systems have."""
    chart = chart_of(sample(), ENGLISH)
    heads = {row.systems[0]: row for row in chart.heads}
    shared = [block.head for block in chart.systems if len(block.head.systems) > 1]
    assert len(shared) == 3
    for head in shared:
        wanted = {day for each in head.systems for day in _days(heads[each])}
        assert len(wanted) > 300
        assert _days(head) == wanted


def _days(row: Row) -> set[int]:
    """Return the days on which a row says that something is closed."""
    return {
        day
        for bar in row.bars
        if bar.kind not in ("span", "past")
        for day in range(bar.first.toordinal(), bar.last.toordinal() + 1)
    }


def test_legend_tells_them_apart() -> None:
    """A lower bar is explained, and drawn no higher than it is."""
    legend = draw_legend(ENGLISH, 900, {"bs", "bsp", "bi", "bip"})
    picture = f'<svg xmlns="http://www.w3.org/2000/svg">{legend.svg}</svg>'
    assert texts(picture) == [
        "black-out",
        "black-out, inferred",
        "black-out of some of these systems",
        "black-out of some of these systems, inferred",
    ]
    (some,), (everyone,) = shapes(picture, "bsp"), shapes(picture, "bs")
    assert some.height == everyone.height / 2
