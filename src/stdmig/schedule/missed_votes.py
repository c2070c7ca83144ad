"""Sessions of the council that can no longer be kept (間に合わない定例会)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from stdmig.schedule.cutover import Cutover
from stdmig.schedule.plan import Plan
from stdmig.schedule.votes import Vote, vote_of


class Move(NamedTuple):
    """A cutover that has to wait for a later session, and the day it waits for."""

    cutover: Cutover
    day: date

    @property
    def days(self) -> int:
        """Return by how many days the cutover moves."""
        return (self.day - self.cutover.day).days


class MissedVote(NamedTuple):
    """
    A task whose vote comes too late even with the shortest durations.

    Attributes
    ----------
    place
        Of the task.
    needed
        The last vote that would keep the cutover.
    reached
        The first vote that the task can be ready for.
    moves
        The cutovers that wait for it.
    """

    place: int
    needed: Vote
    reached: Vote
    moves: tuple[Move, ...]


def missed_votes(plan: Plan) -> Iterator[MissedVote]:
    """Yield the tasks that cannot be ready for the last session before a cutover."""
    latest, earliest = plan.last_chance.finish, plan.earliest.finish
    for place, task in enumerate(plan.tasks):
        if task.item.role != "ordinance" or earliest[place] <= latest[place]:
            continue
        needed = vote_of(plan, task, date.fromordinal(latest[place] - 1))
        reached = vote_of(plan, task, date.fromordinal(earliest[place] - 1))
        if needed is not None and reached is not None:
            moves = tuple(each for each in _moves(plan, place) if each.days > 0)
            yield MissedVote(place, needed, reached, moves)


def _moves(plan: Plan, place: int) -> Iterator[Move]:
    """Yield the cutovers behind a task, were it the only one that is late."""
    network, timing = plan.ahead, plan.quick
    finishes = {place: plan.earliest.finish[place]}
    for other in range(place + 1, len(network.tasks)):
        starts = [
            timing.links[each, other](finishes[each])
            if (each, other) in timing.links
            else finishes[each]
            for each in network.before[other]
            if each in finishes
        ]
        if starts:
            finishes[other] = timing.tasks[other](max(starts))
    for system, earlier in enumerate(network.before_cutover):
        late = [finishes[each] for each in earlier if each in finishes]
        if late:
            day = timing.cutovers[system](max(late))
            yield Move(plan.cutovers[system], date.fromordinal(day))
