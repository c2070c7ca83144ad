"""What has to be done next, and by when (次の期限)."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.outlook import first_to_act
from stdmig.render.chart.overview import overview_svg
from stdmig.render.ical import plan_ical
from stdmig.render.plan.text import plan_text
from stdmig.workspace import Planned
from stdmig.workspace.dossier import dossier
from stdmig.workspace.plan_page import plan_page
from tests.helpers import ENGLISH
from tests.render.chart.pictures import texts
from tests.rules.planned import planned
from tests.screens import sample_city, screen

NOTICE = """\
schema: stdmig.systems/1
municipality: {name: 予告町}
contracts:
  - {id: one, name: 住記契約, start: 2019-04-01, end: 2022-01-31, notice_months: 3}
  - {id: two, name: 税契約, start: 2019-04-01, end: 2022-01-31, notice_months: 3}
  - {id: last, name: 福祉契約, start: 2019-04-01, end: 2024-03-31, notice_months: 6}
systems:
  - {id: a, statutory: false, name: 甲, units: [{section: 市民課, contract: one}]}
  - {id: b, statutory: false, name: 乙, units: [{section: 税務課, contract: two}]}
  - {id: c, statutory: false, name: 丙, units: [{section: 福祉課, contract: last}]}
"""
"""Three months before 2022-01-31 is 2021-10-31; on 2021-11-01 that is past."""

REQUEST = '{from: "09-01", until: "11-30"}'
TEMPLATE = f"""\
schema: stdmig.template/1
deadline: 2026-03-31
budget: {{request: {REQUEST}}}
"""


def _town(as_of: date = date(2021, 10, 1), systems: str = NOTICE) -> Planned:
    return planned(
        systems, planning="{cutover: 2025-10-01}", template=TEMPLATE, as_of=as_of
    )


def _dates(town: Planned, *kinds: str) -> list[tuple[str, str]]:
    return [
        (f"{each.day}", each.what.into(ENGLISH))
        for each in plan_page(town).next_dates
        if each.kind in kinds
    ]


def _next(town: Planned) -> list[str]:
    return [
        sentence.into(ENGLISH)
        for each in plan_page(town).summary.statements
        if each.tone == "next"
        for sentence in each.sentences
    ]


def test_notice_before_the_next_request_is_the_next_date() -> None:
    """A notice is due on 31 October, the request only on 30 November."""
    town = _town()
    notice, request = _dates(town, "request", "notice")[:2]
    assert notice == ("2021-10-31", "notice to extend 住記契約, and 1 more")
    assert request[0] == "2021-11-30"
    assert _next(town) == [
        "住記契約, and 1 more, give notice by 2021-10-31 to extend it."
    ]


def test_papers_tell_the_same_next_date() -> None:
    """Terminal, mayor's page and calendar lean on the same list."""
    town = _town()
    paper = dossier(town)
    told = plan_text(paper.page, screen("en", 200))
    assert "Next: 住記契約, and 1 more, give notice by 2021-10-31" in told
    drawn = texts(overview_svg(paper, ENGLISH))
    place = drawn.index("Next dates")
    assert drawn[place + 1 : place + 3] == [
        "2021-10-31",
        "notice to extend 住記契約, and 1 more",
    ]
    assert not any(line.startswith("Next: ") for line in drawn)
    assert "Last day to give notice: extend 税契約" in plan_ical(paper, ENGLISH)


def test_notice_that_is_past_is_no_next_date() -> None:
    """On the day after it the request comes next."""
    town = _town(date(2021, 11, 1))
    assert _dates(town, "notice") == [("2023-09-30", "notice to extend 福祉契約")]
    assert _next(town)[0].endswith("by 2021-11-30 (requests are open).")


def test_dates_come_in_the_order_of_their_days() -> None:
    """Requests, notices, votes, milestones and starts stand in one row of days."""
    dates = plan_page(sample_city()).next_dates
    days = [each.day for each in dates]
    assert days == sorted(days)
    assert {each.kind for each in dates} == {"request", "vote", "milestone", "start"}
    assert min(days) == date(2021, 10, 1)


def test_equal_subjects_share_a_line() -> None:
    """A work item that begins on a day for 20 systems is one start."""
    starts = _dates(sample_city(), "start")
    assert starts[1] == (
        "2022-01-01",
        "begin 2 Survey of the present systems (Basic resident register), and 19 more",
    )
    assert len(starts) == len(set(starts))


def test_start_does_not_go_before_a_request() -> None:
    """Item 1 begins today, but only the request has a day that others set."""
    first = first_to_act(plan_page(sample_city()).next_dates)
    assert first is not None
    assert (first.kind, first.day) == ("request", date(2021, 10, 31))


def test_start_is_next_where_nothing_else_is() -> None:
    """Without a window, a contract or a notice the next date is a start."""
    systems = """\
schema: stdmig.systems/1
municipality: {name: 着手町}
systems:
  - {id: a, statutory: false, name: 甲, units: [{section: 市民課}]}
"""
    bare = "schema: stdmig.template/1\ndeadline: 2026-03-31\n"
    town = planned(
        systems,
        planning="{cutover: 2025-10-01}",
        template=bare,
        as_of=date(2020, 1, 1),
    )
    (told,) = _next(town)
    assert told.startswith("1 Setting up the organisation, begin by ")
    drawn = texts(overview_svg(dossier(town), ENGLISH))
    assert "begin 1 Setting up the organisation" in drawn


@pytest.mark.parametrize(
    ("progress", "told"),
    [
        ("[]", "ask for FY2024"),
        ('[{task: "8@a", status: done, finish: 2023-09-29}]', "ask for FY2025"),
    ],
)
def test_what_is_asked_for_is_no_next_date(progress: str, told: str) -> None:
    """Who has asked for the money in this window need not ask again."""
    systems = """\
schema: stdmig.systems/1
municipality: {name: 要求町}
systems:
  - {id: a, statutory: false, name: 甲, units: [{section: 市民課}]}
"""
    town = planned(
        systems,
        planning="{cutover: 2025-10-01}",
        progress=f"schema: stdmig.progress/1\ntasks: {progress}\n",
        as_of=date(2023, 10, 2),
    )
    assert told in _next(town)[0]
    assert told in _dates(town, "request")[0][1]
