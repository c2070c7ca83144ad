"""The rate that weighs the work of a plan (作業量の進捗率)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.outlook.progress.steps import mean_rate, system_steps
from stdmig.outlook.progress.work import Work, work_done, work_progress
from stdmig.workspace import Planned
from tests.dossiers import town as designated_town
from tests.rules.planned import planned

PROCEDURES = """\
schema: stdmig.procedures/1
phases: [{id: planning, name: 計画}]
items:
  - {number: 1, id: start, name: 立ち上げ, phase: planning, scope: municipality,
     months: {min: 1, max: 3}}
  - {number: 2, id: survey, name: 調査, phase: planning, scope: system,
     months: {min: 1, max: 2}, after: [1]}
  - {number: 3, id: load, name: 移行, phase: planning, scope: system,
     months: {min: 4, max: 10}, after: [2]}
cutover: {after: [3]}
"""
SYSTEMS = """\
schema: stdmig.systems/1
municipality: {name: 見本町}
systems:
  - {id: juki}
  - {id: kojin}
"""
WHOLE = 3 + 2 * (2 + 10)


def _town(progress: str = "") -> Planned:
    written = f"schema: stdmig.progress/1\n{progress}" if progress else None
    return planned(
        SYSTEMS, procedures=PROCEDURES, progress=written, as_of=date(2024, 4, 1)
    )


def test_nothing_recorded_is_nothing_done() -> None:
    """All the work is there, and none of it is over."""
    found = work_done(_town().plan)
    assert found == Work(0, WHOLE)
    assert found.rate == 0


@pytest.mark.parametrize(
    ("entry", "done"),
    [
        ("{item: 2, status: done}", 4),
        ("{item: 3, system: juki, status: done}", 10),
        ("{item: 3, system: juki, status: not_applicable}", 10),
        ("{item: 3, system: juki, status: started, percent: 35}", 3.5),
        ("{item: 3, system: juki, status: started, remaining_months: 4}", 6),
        ("{item: 3, system: juki, status: started, remaining_months: 12}", 0),
        (
            "{item: 3, system: juki, status: started, percent: 20,"
            " remaining_months: 4}",
            2,
        ),
        ("{item: 3, system: juki, status: started, start: 2024-01}", 0),
        ("{item: 3, system: juki, status: not_started}", 0),
        ("{item: 1, status: done, finish: 2024-05-01}", 0),
    ],
)
def test_task_counts_by_what_is_recorded(entry: str, done: float) -> None:
    """Done whole; under way by its percentage, then by its months; else not at all."""
    found = work_done(_town(f"tasks: [{entry}]\n").plan)
    assert found == Work(done, WHOLE)


def test_unmeasured_tasks_are_named() -> None:
    """What counts as nothing although it is under way is told."""
    plan = _town("tasks: [{item: 2, status: started}]\n").plan
    named = [plan.tasks[place].id for place in work_progress(plan).unmeasured]
    assert named == ["2@juki", "2@kojin"]


def test_task_of_several_systems_counts_once_in_the_whole() -> None:
    """It counts in each system, and once in the sum of all."""
    found = work_progress(_town("tasks: [{item: 1, status: done}]\n").plan)
    assert found.whole == Work(3, WHOLE)
    assert found.systems == {"juki": Work(3, 15), "kojin": Work(3, 15)}


def test_narrowed_work_is_that_of_the_systems() -> None:
    """Whoever looks at one system sees the tasks of that system."""
    plan = _town("tasks: [{item: 3, system: juki, status: done}]\n").plan
    found = work_progress(plan, {"juki"})
    assert (found.whole, found.systems) == (Work(10, 15), {"juki": Work(10, 15)})


def test_live_system_stays_in_the_sum() -> None:
    """
    Its tasks left the plan, but they were work, and are done.

    What happens once is open for the other system, as in the plan.
    """
    plan = _town("live: [{system: juki, since: 2024-01-04}]\n").plan
    assert {each.id for each in plan.tasks} == {"1", "2@kojin", "3@kojin"}
    found = work_progress(plan)
    assert found.whole == work_done(plan) == Work(12, WHOLE)
    assert found.systems == {"juki": Work(15, 15), "kojin": Work(0, 15)}


def test_all_systems_live_is_all_work_done() -> None:
    """A plan with nothing left to do is at 100 %."""
    live = "live: [{system: juki, since: 2024-01}, {system: kojin, since: 2024-01}]\n"
    plan = _town(live).plan
    assert plan.tasks == ()
    assert work_done(plan) == Work(WHOLE, WHOLE)
    assert work_done(plan).rate == 1


def test_no_work_has_no_rate() -> None:
    """A town without systems has nothing to divide by."""
    empty = "schema: stdmig.systems/1\nmunicipality: {name: 空町}\nsystems: []\n"
    assert work_done(planned(empty).plan).rate is None


def test_both_functions_say_the_same() -> None:
    """The cheap sum and the one by system agree where systems are live."""
    plan = designated_town().plan
    whole = work_progress(plan).whole
    assert whole == pytest.approx(work_done(plan))
    assert whole.done == pytest.approx(354.2)


_STATES = st.sampled_from(
    [
        "status: done",
        "status: not_applicable",
        "status: not_started",
        "status: started",
        "status: started, percent: 55",
        "status: started, remaining_months: 1",
        "status: started, remaining_months: 99",
    ]
)
_TASKS = st.dictionaries(
    st.sampled_from(["1", "2@juki", "2@kojin", "3@juki", "3@kojin"]), _STATES
)
_COUNTS = st.tuples(*[st.integers(0, 10)] * 3)


def _tasks(chosen: dict[str, str]) -> str:
    rows = [f'  - {{task: "{task}", {state}}}\n' for task, state in chosen.items()]
    return "tasks:\n" + "".join(rows)


def _steps(system: str, counts: tuple[int, ...]) -> str:
    done, started, none = counts
    return (
        f"  - {{system: {system}, counts:"
        f" {{done: {done}, started: {started}, not_applicable: {none}}}}}\n"
    )


@given(chosen=_TASKS, counts=_COUNTS, live=st.booleans())
def test_rates_are_shares_and_know_nothing_of_each_other(
    chosen: dict[str, str], counts: tuple[int, ...], live: bool
) -> None:
    """Each lies from 0 to 1; steps move no work, and work moves no steps."""
    served = "live: [{system: juki, since: 2024-01-04}]\n" if live else ""
    tasks, steps = served + _tasks(chosen), "steps:\n" + _steps("kojin", counts)
    alone, both = _town(tasks).plan, _town(tasks + steps).plan
    work = work_done(both)
    assert work == work_done(alone)
    assert work.rate is not None
    assert 0 <= work.rate <= 1
    for own in work_progress(both).systems.values():
        assert 0 <= own.done <= own.whole
    counted = system_steps(both.inventory, both.as_of)
    assert counted == system_steps(_town(steps).plan.inventory, both.as_of)
    mean = mean_rate(counted)
    assert mean is not None
    assert 0 <= mean <= 1
    assert mean == (counts[0] + counts[2]) / mean.__class__(40)


def test_steps_beyond_the_law_are_not_counted() -> None:
    """The ministry's rate knows the systems of the law alone."""
    systems = SYSTEMS + "  - {id: zaimu, name: 財務会計, statutory: false}\n"
    records = "schema: stdmig.progress/1\nsteps:\n" + "".join(
        _steps(each, (4, 0, 0)) for each in ("juki", "zaimu")
    )
    found = planned(systems, procedures=PROCEDURES, progress=records)
    counted = system_steps(found.inventory, found.plan.as_of)
    assert [each.system.id for each in counted] == ["juki"]


def test_steps_of_a_later_day_do_not_count_yet() -> None:
    """As of 2024-04-01 what was so on 04-02 is unknown; without a day it counts."""
    records = (
        "steps:\n  - {system: juki, as_of: 2024-04-02, done: 1-40}\n"
        "  - {system: kojin, as_of: 2024-04-01, done: 1-10}\n"
    )
    plan = _town(records).plan
    counted = system_steps(plan.inventory, plan.as_of)
    assert [(each.system.id, each.done) for each in counted] == [("kojin", 10)]
    assert mean_rate(counted) == Fraction(1, 4)
    nobody = records.replace("2024-04-01", "2024-05-01")
    assert system_steps(_town(nobody).plan.inventory, plan.as_of) == ()
    undated = records.replace("as_of: 2024-04-02, ", "")
    assert len(system_steps(_town(undated).plan.inventory, plan.as_of)) == 2
