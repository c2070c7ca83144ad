"""The dated plan: every date, why, and what it leans on (移行計画)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from stdmig.dates import latest
from stdmig.inventory import Inventory
from stdmig.network import Network, Task
from stdmig.schedule.critical_path import CriticalPath, critical_path
from stdmig.schedule.cutover import Cutover
from stdmig.schedule.floors import Floor
from stdmig.schedule.passes import Backward, Forward
from stdmig.schedule.task_dates import TaskDates
from stdmig.schedule.timing import Duration, Timing


@dataclass(frozen=True)
class Plan:
    """
    The result of the four passes over one network.

    Attributes
    ----------
    network
        Tasks, links and what they were made from.
    as_of
        The day the plan is looked at from (基準日).
    cutovers
        One per system, in the order of `network.systems`.
    durations
        Months per task.
    safe, quick
        The rules of time with maximum and with minimum durations.
    late, last_chance
        Backward passes with them (最遅・最短日程).
    early, earliest
        Forward passes with them (最早・最短).
    floors
        First possible day of each task.
    """

    network: Network
    as_of: date
    cutovers: tuple[Cutover, ...]
    durations: tuple[Duration, ...]
    safe: Timing
    quick: Timing
    late: Backward
    last_chance: Backward
    early: Forward
    earliest: Forward
    floors: tuple[Floor, ...]

    @property
    def inventory(self) -> Inventory:
        """Return what the plan was made from."""
        return self.network.inventory

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Return the tasks in an order in which each follows its predecessors."""
        return self.network.tasks

    @property
    def planned(self) -> Backward:
        """Return the pass whose dates the outputs show."""
        quick = self.inventory.template.planning.durations == "minimum"
        return self.last_chance if quick else self.late

    @property
    def planned_early(self) -> Forward:
        """Return the forward pass with the durations of the planned dates."""
        return self.earliest if self.planned is self.last_chance else self.early

    @property
    def deadline(self) -> date:
        """Return the general deadline (移行完了期限)."""
        return self.inventory.template.deadline.date

    def cutover(self, system_id: str) -> Cutover:
        """Return the cutover of a system."""
        return self._cutovers[system_id]

    def dates(self, place: int) -> TaskDates:
        """Return every date of the task at `place`."""
        day = date.fromordinal
        return TaskDates(
            planned_start=day(self.planned.start[place]),
            planned_finish=day(self.planned.finish[place] - 1),
            late_start=day(self.late.start[place]),
            late_finish=day(self.late.finish[place] - 1),
            last_chance_start=day(self.last_chance.start[place]),
            early_start=day(self.early.start[place]),
            early_finish=day(self.early.finish[place] - 1),
            earliest_start=day(self.earliest.start[place]),
        )

    def total_float(self, place: int) -> int:
        """Return late start − early start in days (余裕日数)."""
        return self.late.start[place] - self.early.start[place]

    def free_float(self, place: int) -> int:
        """
        Return by how many days a task can slip without moving another (自由余裕).

        The cutover counts as a successor whose early start is the later of its
        planned day and the day on which all its tasks are early finished.
        """
        limits = [
            latest(rule, self.early.start[other])
            if (rule := self.safe.links.get((place, other)))
            else self.early.start[other]
            for other in self.network.after[place]
        ]
        for system in self.network.cutovers_after[place]:
            day = self.cutovers[system].day.toordinal()
            limits.append(max(day, self.early.ready[system]))
        slack = latest(self.safe.tasks[place], min(limits))
        return slack - self.early.start[place]

    @cached_property
    def critical_paths(self) -> tuple[CriticalPath, ...]:
        """Return the critical path of every system."""
        return tuple(
            critical_path(self.network, self.safe, place, cutover.day.toordinal())
            for place, cutover in enumerate(self.cutovers)
        )

    @cached_property
    def critical_system(self) -> int | None:
        """Return the place of the system that must be begun first, if any."""
        paths = self.critical_paths
        return min(
            range(len(paths)), key=lambda place: paths[place].start, default=None
        )

    @cached_property
    def critical_places(self) -> frozenset[int]:
        """Return the places of the tasks that are on some system's critical path."""
        return frozenset(place for path in self.critical_paths for place in path.places)

    @cached_property
    def _cutovers(self) -> dict[str, Cutover]:
        return {cutover.system.id: cutover for cutover in self.cutovers}
