"""Forecast, kept plan, starts and decisions (見込み・遅れ・着手・判断)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.outlook.portfolio.systems_of import state_of
from stdmig.outlook.status import Status, by_worker, statements
from stdmig.render.status.page import StatusPage
from stdmig.render.status.text import status_text
from stdmig.workspace import Planned, plan_workspace
from stdmig.workspace.keep_plan import kept_plans
from stdmig.workspace.status import status_of
from tests.helpers import ENGLISH, sound, workspace_text
from tests.outlook.progress.test_work import PROCEDURES
from tests.rules.planned import TEMPLATE
from tests.screens import screen
from tests.statuses import DAYS, kept_text, town_page

AS_OF = date(2024, 4, 1)
SYSTEMS = """\
schema: stdmig.systems/1
municipality: {name: 見本町, lead_section: 企画課}
systems:
  - {id: juki, cutover: 2025-10-01, units: [{section: 住民課, package: 甲}]}
  - {id: kojin, cutover: 2026-01-01, units: [{section: 企画課, package: 乙}]}
"""


def _planned(
    progress: str = "",
    *,
    systems: str = SYSTEMS,
    baselines: str | None = None,
    as_of: date = AS_OF,
    planning: str = "{}",
) -> Planned:
    sources = workspace_text(
        systems,
        PROCEDURES,
        f"{TEMPLATE}planning: {planning}\n",
        progress=f"schema: stdmig.progress/1\n{progress}" if progress else None,
        baselines=baselines,
    )
    return plan_workspace(sound(sources), as_of, as_of)


def _status(
    planned: Planned, section: str | None = None, days: tuple[int, ...] = DAYS
) -> Status:
    kept = kept_plans(planned.inventory)
    return status_of(planned, kept[-1] if kept else None, days, section)


def _words(found: Status) -> str:
    return "\n".join(
        f"{each.tone}: " + " ".join(one.into(ENGLISH) for one in each.sentences)
        for each in statements(found)
    )


def test_planned_day_stands_while_it_can_be_kept() -> None:
    """A forecast earlier than planned is none: nobody cuts over sooner."""
    found = _status(_planned())
    assert [(each.system.id, each.forecast) for each in found.forecasts] == [
        ("juki", date(2025, 10, 1)),
        ("kojin", date(2026, 1, 1)),
    ]
    assert {each.standing for each in found.forecasts} == {"in_time"}


def test_forecast_counts_forward_from_what_has_happened() -> None:
    """Three, two and ten months from a late as-of date end after the deadline."""
    late = _status(_planned(as_of=date(2025, 7, 1)))
    (juki, _) = late.forecasts
    # 15 months from 1 July 2025; at its shortest 6, then closed until 4 January.
    assert (juki.forecast, juki.shortest) == (date(2026, 10, 1), date(2026, 1, 5))
    assert juki.standing == "late"
    assert "With the shortest durations they are in time." in _words(late)
    lost = _status(_planned(as_of=date(2025, 11, 1)))
    assert {each.standing for each in lost.forecasts} == {"lost"}
    assert [each.kind for each in lost.decisions] == ["deadline", "policy"]


def test_longest_durations_decide_whatever_the_planned_dates_count_with() -> None:
    """
    From 2025-03-01 likely work (11 months) is in time for 2026-03-31, the longest not.

    The forecast keeps to the planned durations; the deadline is held to the longest,
    as the portfolio and STD303 do.
    """
    found = _status(_planned(as_of=date(2025, 3, 1), planning="{durations: likely}"))
    juki, kojin = found.forecasts
    assert (juki.forecast, juki.longest) == (date(2026, 2, 2), date(2026, 6, 1))
    assert (juki.standing, kojin.standing) == ("late", "late")
    assert (
        "bad: With the longest durations 2 of 2 systems cannot be cut over by their"
        " deadline. With the shortest durations they are in time. With the durations of"
        " the planned dates 2 of them are in time." in _words(found)
    )
    page = StatusPage(found)
    told = " ".join(status_text(page, screen("en", 200)).split())
    assert "At longest Forecast" in told
    assert "with the likely durations of the planned dates" in told


@given(
    st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    st.sampled_from(("maximum", "likely", "minimum")),
)
def test_status_and_portfolio_agree(as_of: date, durations: str) -> None:
    """What is well in the one is well in the other; so is what no plan saves."""
    planned = _planned(as_of=as_of, planning=f"{{durations: {durations}}}")
    found = _status(planned)
    moved = {
        name for each in found.decisions if each.kind == "day" for name in each.systems
    }
    for each in found.forecasts:
        state = state_of(planned.plan.cutover(each.system.id), as_of)
        if state == "fits":
            assert each.standing == "in_time"
            assert each.longest == each.planned
        if state == "late":
            assert each.longest > each.planned == each.shortest
            assert each.standing == "late" or each.system.id in moved
        if each.standing == "lost":
            assert state in ("impossible", "overdue")


def test_part_of_the_systems_lost_is_told_apart() -> None:
    """How many of the late ones even the shortest durations do not save."""
    progress = "tasks: [{item: 2, system: juki, status: done}]\n"
    found = _status(_planned(progress, as_of=date(2025, 10, 20)))
    assert [each.standing for each in found.forecasts] == ["late", "lost"]
    assert "For 1 of them even the shortest durations are too long." in _words(found)


def test_system_whose_work_is_over_lacks_its_record_only() -> None:
    """Once its day has passed nothing is left to shorten or to designate."""
    over = ", ".join(f"{{item: {item}, status: done}}" for item in (1, 2, 3))
    progress = f"tasks: [{over}]\n"
    found = _status(_planned(progress, as_of=date(2026, 5, 1)))
    told = [(each.kind, each.systems) for each in found.decisions if each.by is None]
    assert told == [("live", ("juki", "kojin")), ("policy", ("juki", "kojin"))]
    assert (
        "decide: All tasks are over, but no cutover is recorded: record since when they"
        " are live, with 'stdmig progress live'" in _words(found)
    )
    early = _status(_planned(progress, as_of=date(2025, 6, 1)))
    assert "live" not in {each.kind for each in early.decisions}


def test_live_system_is_a_fact() -> None:
    """Its day is the recorded one, and its slip too."""
    kept = kept_text(_planned().plan)
    planned = _planned("live: [{system: juki, since: 2024-03-01}]\n", baselines=kept)
    juki, kojin = _status(planned).forecasts
    assert (juki.standing, juki.forecast) == ("live", date(2024, 3, 1))
    assert (juki.slip, kojin.slip) == (-579, 0)


def test_live_systems_are_not_measured_by_durations() -> None:
    """One that went live too late never counts among those that reach their day."""
    late = "{system: juki, since: 2026-05-01}"
    one = _status(_planned(f"live: [{late}]\n", as_of=date(2026, 6, 1)))
    assert one.forecasts[0].standing == "live"
    both = f"live: [{late}, {{system: kojin, since: 2026-01-01}}]\n"
    assert "good: All 2 systems are live." in _words(
        _status(_planned(both, as_of=date(2026, 6, 1)))
    )
    early = _status(_planned("live: [{system: juki, since: 2024-03-01}]\n"))
    assert (
        "good: Even with the longest durations the one system that is not live reaches"
        " its deadline." in _words(early)
    )


def test_kept_plan_tells_what_is_late() -> None:
    """
    What should be over, what should have begun, what will be over later.

    Kept: item 1 from 2024-07-01 to 2024-09-30, item 2 to 2024-11-30, item 3 to the
    eve of 2025-10-01.
    """
    kept = kept_text(_planned().plan)
    found = _status(_planned(baselines=kept, as_of=date(2024, 10, 20)))
    assert found.against is not None
    late = [(each.task.id, each.kind, each.days) for each in found.against.late]
    # Begun on 20 October item 1 ends on 2025-01-19, and all of 住民課 111 days late;
    # what 企画課 has had slack of three months.
    assert late == [
        ("1", "unfinished", 111),
        ("2@juki", "unbegun", 111),
        ("3@juki", "later", 111),
        ("2@kojin", "later", 19),
        ("3@kojin", "later", 19),
    ]
    assert found.against.late[0].kept == date(2024, 9, 30)


def test_nothing_is_late_on_the_day_of_the_kept_plan() -> None:
    """A plan held against itself differs in nothing."""
    found = _status(_planned(baselines=kept_text(_planned().plan)))
    assert found.against is not None
    assert found.against.late == ()
    assert found.against.since == ((), (), (), ())
    assert "good: Nothing is late against the kept plan 'r3-10'." in _words(found)


def test_last_day_of_a_kept_task_is_not_late_yet() -> None:
    """Both ends are inside: on its last day a task may still end in time."""
    kept = kept_text(_planned().plan)
    progress = (
        "tasks: [{item: 1, status: started, start: 2024-07-01, remaining_months: 0}]\n"
    )
    on_the_day = _status(
        _planned(progress, baselines=kept, as_of=date(2024, 9, 30))
    ).against
    next_day = _status(
        _planned(progress, baselines=kept, as_of=date(2024, 10, 1))
    ).against
    assert on_the_day is not None
    assert next_day is not None
    assert "1" not in [each.task.id for each in on_the_day.late]
    assert [each.kind for each in next_day.late if each.task.id == "1"] == [
        "unfinished"
    ]


def test_new_and_gone_are_named_and_live_is_not_gone() -> None:
    """What left the plan, what came in; a live system's tasks did neither."""
    kept = kept_text(_planned().plan).replace("kojin", "hojin")
    planned = _planned("live: [{system: juki, since: 2024-03-01}]\n", baselines=kept)
    against = _status(planned).against
    assert against is not None
    since = against.since
    assert [each.id for each in since.new_systems] == ["kojin"]
    assert [each.id for each in since.new_tasks] == ["2@kojin", "3@kojin"]
    assert since.gone_systems == ("hojin",)
    assert since.gone_tasks == ("2@hojin", "3@hojin")
    part = _status(planned, "企画課").against
    assert part is not None
    assert part.since.gone_tasks == ()


def test_another_kept_plan_may_be_chosen() -> None:
    """The last one counts unless one is named."""
    first = kept_text(_planned().plan, "first")
    second = kept_text(_planned().plan, "second").split("baselines:\n")[1]
    planned = _planned(baselines=first + second)
    assert [each.id for each in kept_plans(planned.inventory)] == ["first", "second"]
    found = _status(planned).against
    assert found is not None
    assert found.baseline.id == "second"


def test_starts_are_counted_by_section_and_horizon() -> None:
    """The lead section and a section of its name are one; overdue stands first."""
    found = _status(_planned(as_of=date(2024, 7, 2)), days=(30, 60, 120, 180))
    assert [(each.task.id, each.days) for each in found.starts] == [
        ("1", -1),
        ("2@juki", 91),
        ("3@juki", 152),
    ]
    counted = [(each.worker.name, each.overdue, each.within) for each in found.workers]
    assert counted == [("企画課", 1, (0, 0, 0, 0)), ("住民課", 1, (0, 0, 1, 1))]
    assert by_worker(found.plan, (), (30,)) == ()


def test_begun_work_is_no_start() -> None:
    """What is under way, done or left out has begun, or never will."""
    progress = "tasks: [{item: 1, status: started, start: 2024-06-01}]\n"
    found = _status(_planned(progress, as_of=date(2024, 7, 2)))
    assert "1" not in [each.task.id for each in found.starts]


def test_policy_is_no_decision_once_the_contract_is_signed() -> None:
    """The designated town must decide where nothing is signed, and nowhere else."""
    found = [each for each in town_page().status.decisions if each.kind == "policy"]
    assert [each.systems for each in found] == [("shogai",)]


def test_designated_system_without_reason_is_a_decision() -> None:
    """Reason and completion are asked for; until when is the rule's to say."""
    systems = SYSTEMS.replace("{id: juki,", "{id: juki, designated: {reason: 4},")
    kinds = {
        each.kind: each.systems for each in _status(_planned(systems=systems)).decisions
    }
    assert kinds["designation"] == ("juki",)


def test_nothing_recorded_is_said_first() -> None:
    """A plan of which nothing is recorded has no progress to speak of."""
    first, *_ = _words(_status(_planned())).splitlines()
    assert first == (
        "decide: Nothing is recorded of what has happened: every task counts as not"
        " begun (progress.yaml)."
    )


def test_section_sees_its_own_part() -> None:
    """Systems, work and starts of a section, and its share of the rates."""
    progress = (
        "tasks: [{item: 1, status: done}]\n"
        "steps: [{system: juki, counts: {done: 4}}, {system: kojin, counts: {}}]\n"
    )
    found = _status(_planned(progress), "住民課")
    assert [each.system.id for each in found.forecasts] == ["juki"]
    assert [each.system.id for each in found.rates.systems] == ["juki"]
    assert (found.rates.work.done, found.rates.work.whole) == (3, 15)
    assert found.rates.mean == found.rates.mean_without_absent
    assert float(found.rates.mean or 0) == 0.1


def test_absent_system_flatters_the_mean_and_is_named() -> None:
    """It counts as 100 %; beside it stands the mean without it."""
    systems = SYSTEMS + "  - {id: seiho, applies: false, reason: 県が行う}\n"
    progress = "steps: [{system: juki, counts: {done: 10}}]\n"
    rates = _status(_planned(progress, systems=systems)).rates
    assert [each.id for each in rates.absent] == ["seiho"]
    assert [each.id for each in rates.unrecorded] == ["kojin"]
    assert (float(rates.mean or 0), float(rates.mean_without_absent or 0)) == (
        0.625,
        0.25,
    )


@given(
    since_start=st.integers(0, 900),
    begun=st.integers(0, 400),
    left=st.none() | st.integers(0, 12),
    live=st.booleans(),
)
def test_forecast_is_never_before_what_has_happened(
    since_start: int, begun: int, left: int | None, live: bool
) -> None:
    """Unless it is live, it is forecast for no past day and no sooner than planned."""
    as_of = AS_OF + timedelta(days=since_start)
    start = as_of - timedelta(days=begun)
    served = f"{{system: kojin, since: {start}}}" if live else ""
    months = "" if left is None else f", remaining_months: {left}"
    progress = (
        f"live: [{served}]\n"
        "tasks:\n  - {item: 1, status: done}\n"
        f"  - {{item: 2, system: juki, status: started, start: {start}{months}}}\n"
    )
    found = _status(_planned(progress, as_of=as_of))
    for each in found.forecasts:
        if each.standing == "live":
            assert each.forecast == start
            continue
        assert each.forecast >= max(as_of, each.planned)
        assert each.planned <= each.shortest
        assert each.misses == (max(each.forecast, each.shortest) > each.deadline)


@pytest.mark.parametrize("durations", ["minimum", "likely", "maximum"])
def test_forecast_takes_the_planned_durations(durations: str) -> None:
    """The forecast counts with what the plan counts with."""
    planning = f"{{durations: {durations}}}"
    found = _status(_planned(planning=planning, as_of=date(2025, 7, 1)))
    expected = {
        "minimum": date(2026, 1, 5),
        "likely": date(2026, 6, 1),
        "maximum": date(2026, 10, 1),
    }
    assert found.forecasts[0].forecast == expected[durations]
