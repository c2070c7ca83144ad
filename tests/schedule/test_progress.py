"""Plans that start from what has happened (進捗の反映)."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from stdmig.network import Task, every_task
from stdmig.schedule import Plan, assumptions, chain, task_reasons
from tests.helpers import ENGLISH
from tests.schedule.strategies import towns
from tests.schedule.town import Business, Item, Town, plan_of

AS_OF = date(2026, 10, 1)
WORK = (
    Item("1", "municipality", 1, 3),
    Item("2", "system", 2, 4, ("1",)),
    Item("3", "system", 1, 2, ("2",)),
)
TOWN = Town(
    WORK,
    ("3",),
    (
        Business("juki", cutover=date(2027, 10, 1)),
        Business("koseki", cutover=date(2027, 10, 1)),
    ),
    as_of=AS_OF,
)


def _plan(*tasks: dict[str, object], live: str | None = None) -> Plan:
    on = [] if live is None else [{"system": live, "since": "2026-01-05"}]
    return plan_of(TOWN._replace(progress={"live": on, "tasks": list(tasks)}))


def _place(plan: Plan, task: str) -> int:
    return plan.network.place_of[task]


def _done(task: str, start: str, finish: str) -> dict[str, object]:
    return {"task": task, "status": "done", "start": start, "finish": finish}


def test_nothing_recorded_is_nothing_done() -> None:
    """Three, four and two months from 2026-10-01 end on 2027-06-30."""
    plan = _plan()
    assert plan.cutover("juki").early == date(2027, 7, 1)
    assert {plan.status(place) for place in range(5)} == {"not_started"}
    assert plan.ahead is plan.network


def test_done_task_keeps_its_days_and_frees_what_follows() -> None:
    """
    Item 1 is done from April to June 2026, so that the others begin today.

    2@juki: four months from 2026-10-01; 3@juki: two from 2027-02-01; ready 2027-04-01.
    """
    plan = _plan(_done("1", "2026-04-01", "2026-06-30"))
    done = plan.dates(_place(plan, "1"))
    starts = (done.planned_start, done.late_start, done.last_chance_start)
    assert {*starts, done.early_start, done.earliest_start} == {date(2026, 4, 1)}
    assert {done.planned_finish, done.late_finish, done.early_finish} == {
        date(2026, 6, 30)
    }
    assert plan.total_float(_place(plan, "1")) == 0
    assert plan.free_float(_place(plan, "1")) == 0
    assert plan.dates(_place(plan, "2@juki")).early_start == AS_OF
    assert plan.cutover("juki").early == date(2027, 4, 1)
    assert [plan.tasks[each].id for each in plan.critical_paths[0].places] == [
        "2@juki",
        "3@juki",
    ]
    reasons = task_reasons(plan, _place(plan, "1"))
    assert set(reasons.values()) == {("progress", "1")}
    assert task_reasons(plan, _place(plan, "2@juki"))["early_start"].kind == "as_of"


def test_done_today_frees_what_follows_tomorrow() -> None:
    """The last day is inside: item 2 begins on the day after it, and says so."""
    plan = _plan(_done("1", "2026-09-01", "2026-10-01"))
    place = _place(plan, "2@juki")
    assert plan.dates(place).early_start == date(2026, 10, 2)
    found = chain(plan, place, "early_start", plan.network.systems[0])
    assert (found.anchor, found.anchor_day) == (("progress", "1"), date(2026, 9, 1))
    assert [step.task.id for step in found.steps] == ["1", "2@juki"]


def test_started_task_ends_by_its_longest_or_by_what_remains() -> None:
    """
    2@juki began on 2026-08-01: four months end on 2026-11-30, two are over already.

    2@koseki began then as well; three months remain from 2026-10-01, in either case.
    """
    plan = _plan(
        {"item": 1, "status": "done", "finish": "2026-06"},
        {"task": "2@juki", "status": "started", "start": "2026-08-01"},
        {
            "item": 2,
            "system": "koseki",
            "status": "started",
            "start": "2026-08-01",
            "remaining_months": 3,
        },
    )
    juki, koseki = (_place(plan, f"2@{each}") for each in ("juki", "koseki"))
    assert plan.dates(juki).early_finish == date(2026, 11, 30)
    assert plan.earliest.finish[juki] == AS_OF.toordinal()
    assert plan.dates(koseki).early_finish == date(2026, 12, 31)
    assert date.fromordinal(plan.earliest.finish[koseki]) == date(2027, 1, 1)
    # The last one, 3, takes two months to the eve of 2027-10-01: from 2027-08-01.
    assert plan.total_float(juki) == (date(2027, 8, 1) - date(2026, 12, 1)).days
    assert plan.total_float(koseki) == (date(2027, 8, 1) - date(2027, 1, 1)).days
    assert plan.dates(juki).late_finish == date(2027, 7, 31)
    assert plan.dates(juki).planned_start == date(2026, 8, 1)
    assert plan.dates(juki).planned_finish == date(2026, 11, 30)
    assert plan.free_float(juki) == 0
    assert task_reasons(plan, juki)["planned_start"] == ("progress", "2@juki")
    assert task_reasons(plan, juki)["late_start"] == ("link", "3@juki")
    assert "2@juki" in {plan.tasks[each].id for each in plan.critical_places}


def test_work_under_way_is_late_on_the_day_of_the_cutover_and_no_sooner() -> None:
    """Its late finish is the eve of 2027-03-30, though no month ends on that day."""
    system = TOWN.systems[0]._replace(cutover=date(2027, 3, 30))
    begun = {"task": "3@juki", "status": "started", "start": "2026-09-01"}
    plan = plan_of(TOWN._replace(systems=(system,), progress={"tasks": [begun]}))
    assert plan.dates(_place(plan, "3@juki")).late_finish == date(2027, 3, 29)
    assert plan.timing_of(plan.planned) is plan.safe
    # So it is in the shortest plan; its dates are still those of its rules.
    short = TOWN._replace(durations="minimum", progress={"tasks": [begun]})
    plan = plan_of(short)
    assert plan.timing_of(plan.planned) is plan.quick


def test_overdue_task_ends_today_at_the_earliest() -> None:
    """Begun a year ago, its four months are long over: it ends by the as-of date."""
    plan = _plan({"task": "2@juki", "status": "started", "start": "2025-10-01"})
    assert plan.early.finish[_place(plan, "2@juki")] == AS_OF.toordinal()


def test_work_left_open_behind_done_work_holds_up_its_own_cutover_alone() -> None:
    """
    2@juki is done, 1 and 2@koseki are not: juki's rest does not wait for item 1.

    Item 1 is still due before koseki's items 2 and 3: two and four months before
    2027-10-01 is 2027-04-01, three more 2027-01-01.
    """
    plan = _plan(_done("2@juki", "2026-06-01", "2026-09-30"))
    assert plan.cutover("juki").early == date(2026, 12, 1)
    assert plan.dates(_place(plan, "1")).late_start == date(2027, 1, 1)
    # With both done, item 1 is due by the cutovers themselves.
    plan = _plan({"item": 2, "status": "done", "finish": "2026-09-30"})
    assert plan.dates(_place(plan, "1")).late_start == date(2027, 7, 1)
    # Ready on 2027-01-01, a Friday: the first working day after the turn of the year.
    assert plan.cutover("juki").early == date(2027, 1, 4)


def test_all_work_done_is_ready_today_and_not_in_the_past() -> None:
    """A system whose work ended in June is not live: it can be from today on."""
    recorded: tuple[dict[str, object], ...] = tuple(
        {"item": item.ref, "status": "done", "finish": "2026-06"} for item in WORK
    )
    plan = _plan(*recorded)
    assert plan.cutover("juki").early == AS_OF
    assert plan.critical_paths[0].places == ()
    assert plan.critical_system is None


def test_what_does_not_apply_links_its_neighbours() -> None:
    """
    Item 2 does not apply to juki: its item 3 waits for item 1, and item 1 for nothing.

    Three months from 2026-10-01 end on 2026-12-31, two more on 2027-02-28. Backward,
    two months before 2027-10-01 are 2027-08-01; for koseki's four months and item 1's
    three it is 2027-01-01, as before.
    """
    plan = _plan({"item": 2, "system": "juki", "status": "not_applicable"})
    place, first = _place(plan, "3@juki"), _place(plan, "1")
    assert plan.status(_place(plan, "2@juki")) == "not_applicable"
    assert plan.dates(place).early_start == date(2027, 1, 1)
    assert plan.cutover("juki").early == date(2027, 3, 1)
    assert plan.dates(place).late_start == date(2027, 8, 1)
    assert plan.dates(first).late_start == date(2027, 1, 1)
    assert plan.free_float(first) == 0
    path = plan.critical_paths[0].places
    assert [plan.tasks[each].id for each in path] == ["1", "3@juki"]
    assert task_reasons(plan, place)["early_start"] == ("link", "1")
    found = chain(plan, place, "early_start", plan.network.systems[0])
    assert [step.task.id for step in found.steps] == ["1", "3@juki"]


def test_work_under_way_ends_before_what_follows_a_task_that_does_not_apply() -> None:
    """Item 1 has a month left; 3@juki begins when it is over, not today."""
    plan = _plan(
        {"item": 2, "system": "juki", "status": "not_applicable"},
        {"item": 1, "status": "started", "start": "2026-09", "remaining_months": 1},
    )
    place = _place(plan, "3@juki")
    assert plan.dates(place).early_start == date(2026, 11, 1)
    assert task_reasons(plan, place)["early_start"] == ("link", "1")


def test_the_more_exact_entry_wins() -> None:
    """All of item 2 is done but koseki's; the order of the entries says nothing."""
    entries: tuple[dict[str, object], ...] = (
        {"item": 2, "system": "koseki", "status": "not_started"},
        {"item": 2, "status": "done", "finish": "2026-09"},
    )
    for recorded in (entries, entries[::-1]):
        plan = _plan(*recorded)
        assert plan.status(_place(plan, "2@juki")) == "done"
        assert plan.status(_place(plan, "2@koseki")) == "not_started"


def test_missing_days_are_assumptions() -> None:
    """Done without days: over before today, and as long as it takes at most."""
    plan = _plan({"item": 1, "status": "done"}, {"task": "2@juki", "status": "started"})
    place = _place(plan, "1")
    assert plan.dates(place).planned_finish == date(2026, 9, 30)
    assert plan.dates(place).planned_start == date(2026, 7, 1)
    assert plan.dates(_place(plan, "2@juki")).planned_start == AS_OF
    told = {
        each.id: (each.text.into(ENGLISH), each.tasks)
        for each in assumptions(plan)
        if each.id.startswith("progress")
    }
    assert told == {
        "progress-finish": (
            "what is done without a last day was over before the as-of date",
            ("1",),
        ),
        "progress-done-start": (
            "what is done without a first day took its longest duration",
            ("1",),
        ),
        "progress-started-start": (
            "what is under way without a first day began on the as-of date",
            ("2@juki",),
        ),
    }


def test_days_after_the_as_of_date_have_not_happened() -> None:
    """Looked at from earlier, done is under way, under way not begun, live not live."""
    town = TOWN._replace(
        as_of=date(2026, 5, 1),
        progress={
            "live": [{"system": "koseki", "since": "2026-09-01"}],
            "tasks": [
                _done("1", "2026-04-01", "2026-06-30"),
                {"task": "2@juki", "status": "started", "start": "2026-07"},
            ],
        },
    )
    plan = plan_of(town)
    assert plan.status(_place(plan, "1")) == "started"
    assert plan.status(_place(plan, "2@juki")) == "not_started"
    assert plan.cutover("koseki").source == "wanted"
    assert plan_of(town._replace(as_of=AS_OF)).cutover("koseki").source == "live"


def test_what_begins_today_has_begun() -> None:
    """A first day on the as-of date is a fact; a last day after it is none, alone."""
    begun: dict[str, object] = {"task": "1", "status": "started", "start": str(AS_OF)}
    later: dict[str, object] = {
        "task": "2@juki",
        "status": "done",
        "finish": "2026-10-02",
    }
    plan = _plan(begun, later)
    assert plan.status(_place(plan, "1")) == "started"
    assert plan.status(_place(plan, "2@juki")) == "not_started"
    known = plan.progress
    assert [known[_place(plan, each)].entry for each in ("1", "2@juki")] == [0, 1]
    begun["start"] = "2026-10-02"
    plan = _plan(later, begun)
    assert plan.status(_place(plan, "1")) == "not_started"
    assert plan.progress[_place(plan, "1")].entry == 1


def test_live_system_has_no_tasks_left() -> None:
    """What happens once remains for the others; the cutover is the recorded day."""
    plan = _plan(live="koseki")
    assert [task.id for task in plan.tasks] == ["1", "2@juki", "3@juki"]
    assert [system.id for system in plan.tasks[0].systems] == ["juki"]
    live = plan.cutover("koseki")
    assert {live.day, live.early, live.earliest} == {date(2026, 1, 5)}
    assert (live.source, live.reason) == ("live", ("progress", "koseki"))
    assert plan.critical_paths[1].places == ()
    assert plan.critical_system == 0
    everything = every_task(plan.network)
    assert [task.id for task in everything] == [
        *("1", "2@juki", "2@koseki"),
        *("3@juki", "3@koseki"),
    ]
    assert [system.id for system in everything[0].systems] == ["juki", "koseki"]


def test_all_live_leaves_nothing_to_plan() -> None:
    """With both live there is no task, and nothing to begin first."""
    on = [{"system": each, "since": "2026-01-05"} for each in ("juki", "koseki")]
    plan = plan_of(TOWN._replace(progress={"live": on}))
    assert plan.tasks == ()
    assert plan.critical_system is None


def _same(one: Plan, other: Plan) -> None:
    assert [task.id for task in one.tasks] == [task.id for task in other.tasks]
    assert (one.late, one.last_chance) == (other.late, other.last_chance)
    assert (one.early, one.earliest) == (other.early, other.earliest)
    assert one.planned == other.planned
    assert one.critical_paths == other.critical_paths
    assert [each[1:] for each in one.cutovers] == [each[1:] for each in other.cutovers]


@given(towns())
def test_empty_record_changes_nothing(town: Town) -> None:
    """A file that records nothing, or that nothing has begun, gives the same plan."""
    plan = plan_of(town)
    _same(plan, plan_of(town._replace(progress={})))
    refs = [{"item": item.ref, "status": "not_started"} for item in town.items]
    _same(plan, plan_of(town._replace(progress={"tasks": refs})))


def _record(task: Task, status: str, early: date) -> dict[str, object]:
    if status == "done":
        return {"task": task.id, "status": status, "finish": early.isoformat()}
    if status == "started":
        return {"task": task.id, "status": status, "start": early.isoformat()}
    return {"task": task.id, "status": status}


@given(towns(), st.data())
def test_done_tasks_never_move(town: Town, data: st.DataObject) -> None:
    """
    What is done keeps its days in every pass, and all else stays in order.

    Nothing that is not begun starts before the as-of date or before what it waits for
    is over, and no float of it is greater than without the links that remain.
    """
    before = town.as_of.replace(year=town.as_of.year - 1, day=1)
    statuses = st.sampled_from(("done", "started", "not_started", "not_applicable"))
    recorded = [
        _record(task, data.draw(statuses), before) for task in plan_of(town).tasks
    ]
    plan = plan_of(town._replace(progress={"tasks": recorded}))
    today = town.as_of.toordinal()
    for place in range(len(plan.tasks)):
        if plan.status(place) == "done":
            days = plan.dates(place)
            assert {
                days.planned_finish,
                days.late_finish,
                days.early_finish,
            } == {before}
            assert place not in plan.critical_places
        elif plan.status(place) == "not_started":
            assert plan.early.start[place] >= today
            for other in plan.network.before[place]:
                assert plan.early.start[place] >= plan.early.finish[other]
                if plan.status(other) == "not_started":
                    assert plan.late.finish[other] <= plan.late.start[place]
        if not plan.is_over(place):
            for other in plan.ahead.after[place]:
                assert plan.late.finish[place] <= plan.late.start[other]
    for number, cutover in enumerate(plan.cutovers):
        ready = [
            plan.early.finish[place] for place in plan.ahead.before_cutover[number]
        ]
        first = date.fromordinal(max([*ready, today]))
        assert cutover.early == town.first_cutover(town.planned_systems[number], first)
