"""Rules on tasks, links and cutovers keep the passes in step (時間の規則)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from stdmig.dates import Rule, months
from stdmig.network import Network
from stdmig.schedule import Timing, schedule
from stdmig.schedule.critical_path import critical_path
from stdmig.schedule.passes import Forward, backward, forward
from tests.schedule.strategies import days, rules, task_rules, towns
from tests.schedule.town import Business, Item, Town, network_of

LONG_AGO = 600_000
"""A day in 1643: what starts then is out of everybody's way."""


class Case(NamedTuple):
    """A network under rules, with the days of its cutovers."""

    network: Network
    timing: Timing
    cutovers: list[int]

    def __repr__(self) -> str:
        """Return what tells one case from another at a glance."""
        links = [
            [self.network.tasks[other].id for other in earlier] + [task.id]
            for task, earlier in zip(
                self.network.tasks, self.network.before, strict=True
            )
        ]
        return f"Case({links}, rules on {set(self.timing.links)}, {self.cutovers})"

    @property
    def places(self) -> range:
        """Return the places of all tasks."""
        return range(len(self.network.tasks))

    def finishes(self, floors: Sequence[int]) -> dict[int, int]:
        """Return when each task is over, asking for one after the other."""
        over: dict[int, int] = {}

        def finish(place: int) -> int:
            if place not in over:
                begins = [floors[place]]
                for other in self.network.before[place]:
                    link = self.timing.links.get((other, place), months(0))
                    begins.append(link(finish(other)))
                over[place] = self.timing.tasks[place](max(begins))
            return over[place]

        return {place: finish(place) for place in self.places}

    def lives(self, floors: Sequence[int]) -> list[int]:
        """Return the first day on which each system may be cut over."""
        over = self.finishes(floors)
        return [
            self.timing.cutovers.get(system, months(0))(max(over[at] for at in before))
            for system, before in enumerate(self.network.before_cutover)
        ]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw a small town's network with rules on some links and cutovers."""
    network = network_of(draw(towns()))
    places, systems = range(len(network.tasks)), range(len(network.systems))
    pairs = [(other, at) for at in places for other in network.before[at]]
    cutovers = [draw(days).toordinal() for _ in systems]
    timing = Timing(
        tuple(draw(task_rules) for _ in places),
        {pair: rule for pair in pairs if (rule := draw(st.none() | rules))},
        {
            system: kept(rule, cutovers[system])
            for system in systems
            if (rule := draw(st.none() | rules))
        },
    )
    return Case(network, timing, cutovers)


def kept(rule: Rule, planned: int) -> Rule:
    """Return the rule of a cutover: its own day is planned whatever the rule says."""

    def either(day: int) -> int:
        return min(rule(day), planned) if day <= planned else rule(day)

    return either


@given(st.one_of(rules, task_rules), days, st.integers(0, 400))
def test_the_rules_drawn_are_monotone_and_never_lead_back(
    rule: Rule, day: date, more: int
) -> None:
    """A later day never leads to an earlier one, and no day to the past."""
    first = day.toordinal()
    assert rule(first) >= first
    assert rule(first) <= rule(first + more)


@given(cases())
def test_forward_from_the_late_starts_keeps_the_cutovers(case: Case) -> None:
    """Begun at their late starts all tasks keep these dates and the cutovers."""
    late = backward(case.network, case.timing, case.cutovers)
    again = forward(case.network, case.timing, late.start, 1)
    assert again.start == late.start
    assert again.finish == late.finish
    for live, wanted in zip(again.cutover, case.cutovers, strict=True):
        assert live <= wanted


@given(cases())
def test_forward_pass_is_a_plain_run_under_the_rules(case: Case) -> None:
    """Early finishes and first possible cutovers are those of a plain recursion."""
    floors = [min(case.cutovers) - 30 * place for place in case.places]
    early = forward(case.network, case.timing, floors, 1)
    assert dict(enumerate(early.finish)) == case.finishes(floors)
    assert early.cutover == case.lives(floors)
    for place in case.places:
        rule = case.timing.tasks[place]
        assert rule(early.start[place]) == early.finish[place]
        assert rule(early.start[place] + 1) > early.finish[place]


@given(cases())
def test_a_late_start_is_the_last_under_the_rules(case: Case) -> None:
    """Held a day after its late start, any task loses some cutover."""
    late = backward(case.network, case.timing, case.cutovers)
    for place in case.places:
        floors = [LONG_AGO for _ in case.places]
        floors[place] = late.start[place]
        lives = zip(case.lives(floors), case.cutovers, strict=True)
        assert all(live <= wanted for live, wanted in lives), place
        floors[place] += 1
        lives = zip(case.lives(floors), case.cutovers, strict=True)
        assert any(live > wanted for live, wanted in lives), place


@given(cases())
def test_a_rule_on_a_link_makes_nothing_easier(case: Case) -> None:
    """Without its links' rules nothing ends later or must begin earlier."""
    free = Timing(case.timing.tasks, {}, case.timing.cutovers)
    floors = [min(case.cutovers)] * len(case.places)
    early, eased = (
        forward(case.network, timing, floors, 1) for timing in (case.timing, free)
    )
    assert all(a >= b for a, b in zip(early.finish, eased.finish, strict=True))
    late, loose = (
        backward(case.network, timing, case.cutovers) for timing in (case.timing, free)
    )
    assert all(a <= b for a, b in zip(late.start, loose.start, strict=True))


@given(cases())
def test_free_float_counts_to_the_rules_of_the_links(case: Case) -> None:
    """By its free float a task moves no successor across a rule; by a day more, one."""
    network, wanted = case.network, case.cutovers
    floors = [min(wanted) - 30 * place for place in case.places]
    early = forward(network, case.timing, floors, 1)
    usual = schedule(network, date(2021, 10, 1))
    plan = replace(
        usual,
        safe=case.timing,
        early=early,
        cutovers=tuple(
            cutover._replace(day=date.fromordinal(day))
            for cutover, day in zip(usual.cutovers, wanted, strict=True)
        ),
    )
    for place in case.places:
        free = plan.free_float(place)
        assert free >= 0
        held = {place: early.start[place] + free}
        assert not _moved(case, floors, early, held), network.tasks[place].id
        held = {place: early.start[place] + free + 1}
        assert _moved(case, floors, early, held), network.tasks[place].id


def _moved(
    case: Case, floors: list[int], early: Forward, held: dict[int, int]
) -> list[int]:
    """Return what a task held back moves: successors, and cutovers (negative)."""
    over = case.finishes([held.get(at, floor) for at, floor in enumerate(floors)])
    (place,) = held
    moved = [
        other
        for other in case.network.after[place]
        # A start is shown as the last one that gives the same finish.
        if over[other] != early.finish[other]
    ]
    for system in case.network.cutovers_after[place]:
        ready = max(over[at] for at in case.network.before_cutover[system])
        if ready > max(early.ready[system], case.cutovers[system]):
            moved.append(~system)
    return moved


@given(cases())
def test_a_critical_path_starts_when_its_system_s_own_pass_does(case: Case) -> None:
    """Under rules too, a path begins at the earliest late start of its system."""
    for system, wanted in enumerate(case.cutovers):
        # A century later, the other cutovers set no date of this system's tasks.
        others = [wanted + 36_525 for _ in case.cutovers]
        others[system] = wanted
        late = backward(case.network, case.timing, others)
        path = critical_path(case.network, case.timing, system, wanted)
        own = case.network.ancestors(system)
        assert path.start == min(late.start[place] for place in own)
        for place, follower in pairwise(path.places):
            assert follower in case.network.after[place]
        assert system in case.network.cutovers_after[path.places[-1]]


def test_a_window_on_a_link_by_hand() -> None:
    """Money that is there on 1 April holds the next item, forward and backward."""
    town = Town(
        (Item("1", "system", 1, 1), Item("2", "system", 2, 2, ("1",))),
        ("2",),
        (Business("juki"),),
    )
    network = network_of(town)
    # 2024-04-01 is day 738977, 2025-04-01 day 739342 (365 later).
    april = (738_977, 739_342)

    def next_april(day: int) -> int:
        return next((each for each in april if each >= day), day)

    timing = Timing((months(1), months(2)), {(0, 1): next_april})
    # Forward from 2024-05-01 (739007): 1 is over on 06-01 (739038); 2 waits until
    # 2025-04-01 and is over on 2025-06-01 (739403).
    early = forward(network, timing, [739_007, 739_007], 739_007)
    assert early.start == [739_007, 739_342]
    assert early.finish == [739_038, 739_403]
    assert early.cutover == [739_403]
    # Backward from 2025-05-31 (739402): 2 must begin by 2025-03-31 (739341), so 1 must
    # be over by 2024-04-01 for the money of that year: from 2024-03-01 (738946).
    late = backward(network, timing, [739_402])
    assert late.start == [738_946, 739_341]
    assert late.finish == [738_977, 739_402]
