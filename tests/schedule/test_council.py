"""Item 17 and the council's sessions, counted by hand (条例改正と会期)."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.schedule import Plan, assumptions, missed_votes, session_of, vote_of
from tests.helpers import ENGLISH
from tests.rules.planned import planned
from tests.schedule.sample import dates_of, sample_plan

COUNCIL = """\
schema: stdmig.template/1
deadline: 2026-03-31
council:
  sessions:
    - {id: june, name: 6月定例会, from: "06-01", until: "06-20"}
    - {id: september, name: 9月定例会, from: "09-01", until: "09-25"}
"""
BARE = "schema: stdmig.template/1\ndeadline: 2026-03-31\n"
SYSTEMS = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: juki, %s units: [{section: 市民課}]}
"""


def town(
    ordinance: str = "", *, cutover: str = "2025-10-01", calendar: str = COUNCIL
) -> Plan:
    """Return the plan of one system whose cutover is wanted on a day."""
    systems = SYSTEMS % (f"ordinance: {ordinance}," if ordinance else "")
    planning = f"{{cutover: {cutover}}}"
    return planned(systems, planning=planning, template=calendar).plan


def item_17(plan: Plan) -> tuple[str, str]:
    """Return the planned dates of its amendment."""
    dates = plan.dates(plan.network.place_of["17@juki"])
    return dates.planned_start.isoformat(), dates.planned_finish.isoformat()


def test_the_sample_keeps_its_dates() -> None:
    """The September session ends on the eve of the cutover: 2025-06-01 to 09-30."""
    dates = dates_of("17@kojin")
    assert dates.planned_start == date(2025, 6, 1)
    assert dates.planned_finish == date(2025, 9, 30)
    assert dates.last_chance_start == date(2025, 6, 1)


@pytest.mark.parametrize(
    ("cutover", "start", "finish"),
    [
        # 4 months back from 09-26, the day after the vote.
        ("2025-10-01", "2025-05-26", "2025-09-25"),
        ("2026-03-31", "2025-05-26", "2025-09-25"),
        ("2025-09-26", "2025-05-26", "2025-09-25"),
        # On the day of the vote itself the ordinance is not in force: 4 months back
        # from 2025-06-21.
        ("2025-09-25", "2025-02-21", "2025-06-20"),
    ],
)
def test_it_ends_with_the_last_vote_before_the_cutover(
    cutover: str, start: str, finish: str
) -> None:
    """Four months back from the day after the last session's end."""
    assert item_17(town(cutover=cutover)) == (start, finish)


def test_a_rule_needs_no_council() -> None:
    """規則 takes plain months: 4 before 2025-10-01."""
    plan = town("rule")
    assert item_17(plan) == ("2025-06-01", "2025-09-30")
    assert session_of(plan, plan.network.place_of["17@juki"]) is None


def test_without_sessions_any_day_will_do() -> None:
    """A template that records no session leaves plain months."""
    assert item_17(town(calendar=BARE)) == ("2025-06-01", "2025-09-30")


def test_where_nothing_is_amended_the_item_drops_out() -> None:
    """The cutover then waits for 15 and for the contract."""
    network = town("none").network
    assert "17@juki" not in network.place_of
    before = {network.tasks[place].id for place in network.before_cutover[0]}
    assert before == {"15@juki", "11@juki"}


def test_the_session_of_the_planned_dates() -> None:
    """The vote is found again by its day; what needs none has none."""
    plan = sample_plan()
    vote = session_of(plan, plan.network.place_of["17@kojin"])
    assert vote is not None
    assert (vote.session.id, vote.day) == ("september", date(2025, 9, 30))
    assert session_of(plan, plan.network.place_of["16@kojin"]) is None
    task = plan.network.task("17@kojin")
    assert vote_of(plan, task, date(2025, 9, 29)) is None


def test_a_session_that_ends_in_february_of_a_leap_year() -> None:
    """A session until 02-29 ends on the 28th of other years, and is still found."""
    calendar = COUNCIL.replace("06-20", "02-29")
    plan = town(cutover="2025-09-25", calendar=calendar)
    assert item_17(plan) == ("2024-11-01", "2025-02-28")
    vote = session_of(plan, plan.network.place_of["17@juki"])
    assert vote is not None
    assert (vote.session.id, vote.day) == ("june", date(2025, 2, 28))


def test_an_item_for_all_ends_with_a_vote_if_one_system_needs_it() -> None:
    """Once for the municipality, for a rule and an ordinance: the council votes."""
    procedures = """\
schema: stdmig.procedures/1
phases: [{id: all, name: 全体}]
items:
  - {number: 17, id: amend, name: 改正, role: ordinance, phase: all,
     scope: municipality, months: {min: 4, max: 4}}
cutover: {after: [17]}
"""
    systems = SYSTEMS % "ordinance: rule," + (
        "  - {id: kojin, ordinance: %s, units: [{section: 税務課}]}\n"
    )
    found = [
        planned(
            systems % kind,
            planning="{cutover: 2025-10-01}",
            template=COUNCIL,
            procedures=procedures,
        )
        .plan.dates(0)
        .planned_finish
        for kind in ("rule", "ordinance")
    ]
    assert found == [date(2025, 9, 30), date(2025, 9, 25)]


def test_the_sample_misses_no_vote_until_the_last_one_is_out_of_reach() -> None:
    """With the shortest durations 17 takes 4 months: 2025-06-01 is the last day.

    Once 11 is not over by then, the vote of 2025-09-30 is missed for all 20 systems.
    The vote of 2026-06-30 leads to 2026-07-01. The package's systems are closed to
    cutovers from February to August and on 1 September (選挙人名簿の定時登録), 国保,
    bought apart, to August alone.
    """
    assert list(missed_votes(sample_plan())) == []
    # Minimum durations from 2024-09-01 on: 1, 2 to 10-31, 3 to 2025-01-31, 4 to 03-31,
    # 5, 6, 7 to 06-30, 8 to 08-31, 9 to 11-30, 10, 11 to 2026-01-31, 17 to 05-31.
    late = sample_plan(date(2024, 9, 1))
    missed = list(missed_votes(late))
    assert len(missed) == 20
    assert {each.needed.day for each in missed} == {date(2025, 9, 30)}
    assert {each.reached.day for each in missed} == {date(2026, 6, 30)}
    assert {move.day for each in missed for move in each.moves} == {
        date(2026, 7, 1),
        date(2026, 9, 1),
        date(2026, 9, 2),
    }


def test_money_that_waits_for_a_missed_vote_is_there_later() -> None:
    """
    An amendment before the request: on 2024-10-01 the vote of September is over.

    That of 2025-03-24 is followed by a request in September, for money that is there
    on 2026-04-01: the contract ends on 04-30, 212 days after 2025-10-01.
    """
    procedures = """\
schema: stdmig.procedures/1
phases: [{id: all, name: 全体}]
items:
  - {number: 17, id: amend, name: 改正, phase: all, scope: system,
     months: {min: 1, max: 1}, role: ordinance}
  - {number: 8, id: request, name: 要求, phase: all, scope: procurement,
     months: {min: 1, max: 1}, role: budget_request, after: [17]}
  - {number: 11, id: contract, name: 契約, phase: all, scope: procurement,
     months: {min: 1, max: 1}, role: contract, after: [8]}
cutover: {after: [11]}
"""
    calendar = """\
schema: stdmig.template/1
deadline: 2028-03-31
budget: {request: {from: "09-01", until: "10-31"}}
council:
  sessions:
    - {id: march, name: 3月, from: "02-20", until: "03-24", votes_budget: true}
    - {id: september, name: 9月, from: "09-01", until: "09-25"}
"""
    plan = planned(
        SYSTEMS % "ordinance: ordinance,",
        planning="{cutover: 2025-10-01}",
        template=calendar,
        procedures=procedures,
        as_of=date(2024, 10, 1),
    ).plan
    (missed,) = missed_votes(plan)
    assert plan.tasks[missed.place].id == "17@juki"
    assert (missed.needed.day, missed.reached.day) == (
        date(2024, 9, 25),
        date(2025, 3, 24),
    )
    assert [(str(each.day), each.days) for each in missed.moves] == [
        ("2026-05-01", 212)
    ]


ALONE = """\
schema: stdmig.procedures/1
phases: [{id: all, name: 全体}]
items:
  - {number: 17, id: amend, name: 改正, phase: all, scope: system,
     months: {min: 2, max: 4}, role: ordinance}
cutover: {after: [17]}
"""


def alone(as_of: str, *, begun: str = "", cutover: str = "2025-10-01") -> Plan:
    """Return the plan of an amendment before which nothing is to be done."""
    task = f"{{task: 17@juki, status: started, {begun}}}"
    return planned(
        SYSTEMS % "ordinance: ordinance,",
        planning=f"{{cutover: {cutover}}}",
        template=COUNCIL,
        procedures=ALONE,
        progress=f"schema: stdmig.progress/1\ntasks: [{task}]\n" if begun else None,
        as_of=date.fromisoformat(as_of),
    ).plan


def test_a_vote_that_can_just_be_kept_is_not_missed() -> None:
    """Two months from 2025-07-25 are over on 09-24, those from 07-27 on 09-26."""
    assert list(missed_votes(alone("2025-07-26"))) == []
    (missed,) = missed_votes(alone("2025-07-27"))
    assert missed.reached.day == date(2026, 6, 20)


@pytest.mark.parametrize(
    ("as_of", "begun", "finish"),
    [
        # Four months from 2025-04-10 are over on 08-09.
        ("2025-07-01", "start: 2025-04-10", "2025-09-25"),
        # Ready by June, it was not voted: the next vote is that of September.
        ("2025-07-01", "start: 2025-01-10", "2025-09-25"),
        ("2025-07-01", "start: 2025-01-10, remaining_months: 2", "2025-09-25"),
        ("2025-09-25", "start: 2025-01-10, remaining_months: 0", "2025-09-25"),
        ("2025-09-26", "start: 2025-01-10, remaining_months: 0", "2026-06-20"),
        # Ready on 09-30, it waits for the vote of June.
        ("2025-09-01", "start: 2025-01-10, remaining_months: 1", "2026-06-20"),
    ],
)
def test_what_is_under_way_ends_with_a_vote_as_well(
    as_of: str, begun: str, finish: str
) -> None:
    """No bill is passed between the sessions, whatever months remain."""
    plan = alone(as_of, begun=begun)
    assert plan.dates(0).planned_finish == date.fromisoformat(finish)
    assert plan.dates(0).early_finish == date.fromisoformat(finish)
    # The last vote before 2025-10-01, however late the work is.
    assert plan.dates(0).late_finish == date(2025, 9, 25)
    vote = session_of(plan, 0)
    assert vote is not None
    assert vote.day == date.fromisoformat(finish)
    assert bool(list(missed_votes(plan))) == (finish > "2025-09-25")


def test_float_of_what_is_under_way_is_from_vote_to_vote() -> None:
    """Voted on 2025-06-20 or on 09-25, 97 days later; not on the eve of the cutover."""
    plan = alone("2025-05-01", begun="start: 2025-04-10, remaining_months: 1")
    assert plan.dates(0).early_finish == date(2025, 6, 20)
    assert (plan.total_float(0), plan.free_float(0)) == (97, 97)


def _assumed(plan: Plan) -> dict[str, tuple[str, int]]:
    names = ("ordinances", "ordinance-juki", "council-sessions")
    return {
        each.id: (each.text.into(ENGLISH), len(each.tasks))
        for each in assumptions(plan)
        if each.id in names
    }


def test_what_nobody_recorded_is_assumed_once() -> None:
    """20 systems without a word give one line, with the tasks that lean on it."""
    assert _assumed(sample_plan()) == {
        "ordinances": (
            "for 20 systems it is not recorded whether an ordinance, a rule or nothing"
            " is to be amended; planned as an ordinance",
            20,
        ),
        "council-sessions": (
            "the council votes every year on 31 March, 30 June, 30 September,"
            " 31 December",
            20,
        ),
    }


def test_what_is_recorded_is_not_assumed() -> None:
    """A recorded ordinance and recorded sessions leave nothing to guess."""
    assert _assumed(town("ordinance")) == {}
    assert _assumed(town("none")) == {}
    assert _assumed(town("rule", calendar=BARE)) == {}


def test_guesses_about_amendments_are_told() -> None:
    """What the file marks as assumed, and a council of which nothing is known."""
    assert _assumed(town("{kind: rule, assumed: true}")) == {
        "ordinance-juki": (
            "Basic resident register: a rule is to be amended, no ordinance",
            8,
        ),
    }
    assert _assumed(town("{kind: none, assumed: true}")) == {
        "ordinance-juki": (
            "Basic resident register: no ordinance or rule is to be amended",
            7,
        ),
    }
    assert _assumed(town("{kind: ordinance, assumed: true}", calendar=BARE)) == {
        "ordinance-juki": ("Basic resident register: an ordinance is to be amended", 8),
        "council-sessions": (
            "no session of the council is recorded; a vote is taken to be possible on"
            " any day",
            1,
        ),
    }
