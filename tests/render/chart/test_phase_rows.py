"""Systems that share a row of the mayor's page (業務のまとまり)."""

from __future__ import annotations

from stdmig.render.chart.overview import overview_svg
from stdmig.render.chart.phase_rows import phase_rows
from stdmig.render.chart.system_rows import least_float
from tests.helpers import ENGLISH
from tests.render.chart.pictures import texts
from tests.render.chart.towns import designated_town, sample


def test_systems_of_different_float_do_not_share_a_row() -> None:
    """印鑑登録 needs no assessment and has time; the others miss a year."""
    told = [
        ([name.into(ENGLISH) for name in group.names], group.row.cells[2])
        for group in phase_rows(sample().page, ENGLISH)
    ]
    assert (["Seal registration"], "0") in told
    assert (["Electoral roll"], "-366") in told
    assert [(len(names), slack) for names, slack in told] == [
        (18, "-366"),
        (1, "0"),
        (1, "-366"),
    ]


def test_a_row_holds_for_each_of_its_systems() -> None:
    """The float of a row is the least float of every system that it names."""
    page = designated_town().page
    plan = page.plan
    for group in phase_rows(page, ENGLISH):
        for system in group.row.systems:
            own = [
                place
                for place in page.places
                if any(each.id == system for each in plan.tasks[place].systems)
                and plan.status(place) != "not_applicable"
            ]
            least = least_float(plan, own)
            assert group.row.cells[2] == ("-" if least is None else str(least))


def test_rows_leave_room_for_the_critical_path() -> None:
    """Rows are less high where the chain of tasks then fits below them."""
    assert "Critical path (Basic resident register)" in texts(
        overview_svg(sample(), ENGLISH)
    )
