"""Starts that spread the work, in stages: counting, heuristic, search (平準化)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.template import Durations
from stdmig.levelling.bounds import bound
from stdmig.levelling.checking import check
from stdmig.levelling.checking_loads import Checked, own_loads, vendor_loads
from stdmig.levelling.counting import Shortage, shortages
from stdmig.levelling.groups import differing
from stdmig.levelling.immovable import made_room_for
from stdmig.levelling.kept import kept_starts
from stdmig.levelling.levelled import Clash, Levelled, Method, Span, Town, Worker
from stdmig.levelling.measure import excess, load, value
from stdmig.levelling.model import Model, model
from stdmig.levelling.part import Part
from stdmig.levelling.problem import OBJECTIVES, Choice, Objective, Problem
from stdmig.levelling.series import Dates, Months, shared_series, town_series
from stdmig.levelling.solved import Limits, Reached, Solved, Told
from stdmig.levelling.unlevelled import released, unlevelled
from stdmig.schedule import Plan
from stdmig.words import Style

TooMuch = tuple[int | None, Worker, tuple[int, int], Decimal, Decimal]
"""Town (None for several), who, month, load and capacity."""

_SHARE_OF_HEURISTIC = 0.1
"""Part of the time that the heuristic may use where the solver comes after it."""


def level(
    plans: Sequence[Plan],
    *,
    limits: Limits,
    durations: Durations = "likely",
    objectives: Sequence[Objective] = OBJECTIVES,
    fix: Collection[str] = frozenset(),
    keep_begun: bool = False,
    exact: bool = True,
    told: Told = lambda reached: None,
) -> tuple[Levelled, list[Diagnostic]]:
    """
    Choose a start for every task so that the work is spread.

    Counting comes first: where it proves that no plan can keep the capacities, nothing
    is searched and the dates stay late. Then a heuristic finds a plan, and the solver,
    where it is there, a better one or the proof that there is none.

    Parameters
    ----------
    plans
        One per municipality; vendors that have a capacity are shared.
    limits
        How long, and with how many threads.
    durations
        Which durations are counted with.
    objectives
        What is made small, in the order in which it counts. With none, the dates stay
        late if that keeps the capacities; otherwise these alone count.
    fix
        Ids of tasks that are not to be moved.
    keep_begun
        Whether systems of which any work has begun keep all their planned dates.
    exact
        Whether the solver is asked.
    told
        Called with every better value or bound.

    Raises
    ------
    AssertionError
        If the plan that was found breaks a rule: that is a fault of this program.
    """
    kept = [kept_starts(plan, fix, keep_begun=keep_begun) for plan in plans]
    found = model(plans, durations, kept)
    made = replace(found, problem=made_room_for(found.problem))
    before = tuple(plain_dates(part) for part in made.parts)
    clashes = tuple(_clash(made, each) for each in shortages(made.problem))
    method: Method = "none"
    solved = Solved(made.late, (), 0, impossible=True)
    after = before
    if not clashes:
        method, solved = _solve(made, objectives, limits, told if exact else None)
        after = made.spans(solved.choice)
        _verify(made, after, durations)
    too_much = () if clashes else tuple(_excess(found, solved.choice))
    if not clashes:
        _recount(made, after, too_much)
    months = Months(made, before, after)
    levelled = Levelled(
        tuple(
            _town(part, own, new, months, durations)
            for part, own, new in zip(made.parts, before, after, strict=True)
        ),
        durations,
        _month(months.first),
        months.count,
        solved.reached,
        made.scale,
        clashes,
        too_much,
        shared_series(made.groups, before, after, months),
        method,
        solved.interrupted,
        # What cannot be moved is too much already, whatever else is chosen.
        solved.impossible or made.problem != found.problem,
    )
    notes = [each for part in made.parts for each in released(part)]
    return levelled, [*differing(plans), *notes]


def _town(
    part: Part, before: Dates, after: Dates, months: Months, durations: Durations
) -> Town:
    return Town(
        part.plan,
        before,
        after,
        frozenset(part.room.kept) | _running(part),
        tuple(unlevelled(part, durations)),
        town_series(part, before, after, months),
    )


def plain_dates(part: Part) -> dict[int, Span]:
    """Return the dates of all tasks as late as the cutovers allow."""
    plain = part.room.plain
    return dict(enumerate(map(Span, plain.start, plain.finish)))


def _solve(
    made: Model, objectives: Sequence[Objective], limits: Limits, told: Told | None
) -> tuple[Method, Solved]:
    """Return the best choice, of the heuristic or of the solver where it is asked."""
    from stdmig.levelling.heuristic import spread

    problem = made.problem
    if not objectives and not excess(problem, made.late):
        return "heuristic", Solved(made.late, (), 0)
    if all(len(each.starts) == 1 for each in problem.activities):
        return "heuristic", _only(problem, objectives, made.late)
    share = 1.0
    if told is not None:
        from stdmig.levelling.solver import available, search

        share = _SHARE_OF_HEURISTIC if available() else 1.0
    reserve = (1 - share) * limits.remaining()
    quick = limits._replace(remaining=lambda: limits.remaining() - reserve)
    choice = min(
        (spread(problem, objectives, quick), made.late),
        key=lambda each: _worth(problem, objectives, each),
    )
    if told is not None and available():
        return "solver", search(problem, choice, objectives, limits, told)
    reached = tuple(
        Reached(each, value(problem, each, choice), bound(problem, each))
        for each in objectives
    )
    return "heuristic", Solved(choice, reached, excess(problem, choice))


def _only(problem: Problem, objectives: Sequence[Objective], choice: Choice) -> Solved:
    """Return the one choice that there is, which is the best one."""
    values = [(each, value(problem, each, choice)) for each in objectives]
    reached = tuple(Reached(each, worth, worth) for each, worth in values)
    too_much = excess(problem, choice)
    return Solved(choice, reached, too_much, impossible=too_much > 0)


def _worth(
    problem: Problem, objectives: Sequence[Objective], choice: Choice
) -> tuple[int, ...]:
    values = (value(problem, each, choice) for each in objectives)
    return excess(problem, choice), *values


def _verify(made: Model, dates: Sequence[Dates], durations: Durations) -> None:
    """Raise where the dates break a rule that they must keep."""
    wrong = check(_checked(made, dates), durations, capacity=False)
    if wrong:
        words = "; ".join(each.into(Style("en", era=False)) for each in wrong[:5])
        raise AssertionError(f"the levelled plan breaks a rule: {words}")


def _recount(
    made: Model, dates: Sequence[Dates], too_much: Collection[TooMuch]
) -> None:
    """Raise where another count finds more months with too much to do."""
    chosen = _checked(made, dates)
    counted = [*own_loads(chosen), *vendor_loads(chosen)]
    if len(counted) > len(too_much):
        words = "; ".join(each.into(Style("en", era=False)) for each in counted[:5])
        raise AssertionError(f"the levelled plan hides too much work: {words}")


def _checked(made: Model, dates: Sequence[Dates]) -> list[Checked]:
    return [
        Checked(
            part.plan,
            own,
            frozenset(part.room.short),
            part.room.kept,
            frozenset(each.contract for each in part.room.money.lost),
        )
        for part, own in zip(made.parts, dates, strict=True)
    ]


def _clash(made: Model, shortage: Shortage) -> Clash:
    """Return why no plan can exist, in the words of the plan."""
    group = made.groups[shortage.resource]
    return Clash(
        group.town,
        group.worker,
        _month(made.first + shortage.first),
        _month(made.first + shortage.end - 1),
        Decimal(shortage.needed) / made.scale,
        Decimal(shortage.available) / made.scale,
        tuple(made.task(each) for each in shortage.activities),
        shortage.at_once,
    )


def _excess(made: Model, choice: Choice) -> Iterator[TooMuch]:
    """Yield the months in which somebody has more to do than they can."""
    for group, resource in zip(made.groups, made.problem.resources, strict=True):
        if resource.capacity is None:
            continue
        loads = load(made.problem, resource, choice)
        for period, (used, most) in enumerate(
            zip(loads, resource.capacity, strict=True)
        ):
            if used > most:
                yield (
                    group.town,
                    group.worker,
                    _month(made.first + period),
                    Decimal(used) / made.scale,
                    Decimal(most) / made.scale,
                )


def _running(part: Part) -> frozenset[int]:
    """Return the tasks that are under way, which nobody can move any more."""
    settled = part.room.timing.settled
    return frozenset(place for place, known in settled.items() if not known.over)


def _month(number: int) -> tuple[int, int]:
    return number // 12, number % 12 + 1
