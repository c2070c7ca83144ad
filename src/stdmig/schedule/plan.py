"""The dated plan: every date, why, and what it leans on (移行計画)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from stdmig.dates import latest
from stdmig.inventory import Inventory, Status
from stdmig.inventory.template import Durations
from stdmig.network import Network, Purchase, Task
from stdmig.schedule.chosen import Chosen, as_chosen, chosen_starts
from stdmig.schedule.critical_path import CriticalPath, critical_path
from stdmig.schedule.cutover import Cutover
from stdmig.schedule.floors import Floor
from stdmig.schedule.funding import Funding, funding, late_pass
from stdmig.schedule.passes import Backward, Forward, forward
from stdmig.schedule.progress import Record, running_as_begun, settle
from stdmig.schedule.scenario import BY_DURATIONS, Scenario, ScenarioName
from stdmig.schedule.task_dates import TaskDates
from stdmig.schedule.timing import Duration, Timing, likeliest, timing


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
    ahead
        The network without the links that progress has overtaken.
    progress
        What is recorded of the tasks that have a record, by their places.
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
    ahead: Network
    progress: dict[int, Record]

    @property
    def inventory(self) -> Inventory:
        """Return what the plan was made from."""
        return self.network.inventory

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Return the tasks in an order in which each follows its predecessors."""
        return self.network.tasks

    @cached_property
    def planned(self) -> Backward:
        """
        Return the dates that the outputs show.

        They are the late ones of the chosen durations; what ``starts.yaml`` names
        starts on its day. What is under way is shown from the day on which it began
        to its expected end.
        """
        return running_as_begun(self._as_chosen, self.safe.settled, self.planned_early)

    @cached_property
    def _as_chosen(self) -> Backward:
        own = self.scenario(BY_DURATIONS[self.planned_durations])
        return as_chosen(self.network, own.late, own.timing, self.chosen)

    @cached_property
    def chosen(self) -> Mapping[int, Chosen]:
        """Return the starts that ``starts.yaml`` sets, by the places of their tasks."""
        return chosen_starts(self.network, self.safe.settled)

    @property
    def planned_durations(self) -> Durations:
        """Return which durations the planned dates count with."""
        starts = self.inventory.starts
        if starts is not None:
            return starts.durations
        return self.inventory.template.planning.durations

    @property
    def planned_late(self) -> Backward:
        """Return the backward pass with the durations of the planned dates."""
        return self.scenario(BY_DURATIONS[self.planned_durations]).late

    @property
    def planned_early(self) -> Forward:
        """Return the forward pass with the durations of the planned dates."""
        return self.scenario(BY_DURATIONS[self.planned_durations]).early

    def status(self, place: int) -> Status:
        """Return how far the task at `place` is; nothing recorded means not begun."""
        known = self.progress.get(place)
        return known.status if known else "not_started"

    def is_over(self, place: int) -> bool:
        """Return whether the task at `place` is done or does not apply."""
        known = self.safe.settled.get(place)
        return known is not None and known.over

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
        """
        Return late start − early start in days (余裕日数).

        What is over has 0: its dates are facts.
        """
        return self.late.start[place] - self.early.start[place]

    def free_float(self, place: int) -> int:
        """
        Return by how many days a task can slip without moving another (自由余裕).

        The cutover counts as a successor whose early start is the later of its
        planned day and the day on which all its tasks are early finished. What is
        over has 0.
        """
        if self.is_over(place):
            return 0
        limits = [
            latest(rule, self.early.start[other])
            if (rule := self.safe.links.get((place, other)))
            else self.early.start[other]
            for other in self.ahead.after[place]
        ]
        for system in self.ahead.cutovers_after[place]:
            day = self.cutovers[system].day.toordinal()
            limits.append(max(day, self.early.ready[system]))
        known = self.safe.settled.get(place)
        if known is not None:
            return known.latest(min(limits))[1] - known.finish
        slack = latest(self.safe.tasks[place], min(limits))
        return slack - self.early.start[place]

    def scenario(self, name: ScenarioName = "planned") -> Scenario:
        """
        Return the safe plan, the likely one, that of the last chance, or the shown one.

        The late dates of the one that is shown are those that were chosen.
        """
        match name:
            case "planned":
                own = self.scenario(BY_DURATIONS[self.planned_durations])
                return own._replace(late=self._as_chosen)
            case "quick":
                return Scenario(self.quick, self.last_chance, self.earliest)
            case "likely":
                return self._likely
        return Scenario(self.safe, self.late, self.early)

    @cached_property
    def _likely(self) -> Scenario:
        # Most runs have no use for it, and those of a whole nation no time.
        return self.follow(likeliest(self.network, self.durations))

    def follow(self, rules: Timing) -> Scenario:
        """Return what follows from other rules of time for the same cutovers."""
        rules = replace(rules, cutovers=self.safe.cutovers, order=self.safe.order)
        rules = settle(self.network, rules, self.progress, self.as_of)
        days = [each.day.toordinal() for each in self.cutovers]
        first_days = [floor.day for floor in self.floors]
        return Scenario(
            rules,
            late_pass(self.ahead, rules, days),
            forward(self.ahead, rules, first_days, self.as_of.toordinal()),
        )

    def timing_of(self, dates: Backward | Forward) -> Timing:
        """Return the rules of time that gave a pass of this plan."""
        return self.scenario(self._name_of(dates)).timing

    def months(self, dates: Backward | Forward, place: int) -> int:
        """Return the months that a pass of this plan counts for the task at `place`."""
        span = self.durations[place]
        match self._name_of(dates):
            case "quick":
                return span.min
            case "likely":
                return span.likely
        return span.max

    def _name_of(self, dates: Backward | Forward) -> ScenarioName:
        names: list[ScenarioName] = ["quick"]
        if "_likely" in self.__dict__:
            names.append("likely")
        for name in names:
            known = self.scenario(name)
            if dates is known.late or dates is known.early:
                return name
        if dates is self.planned or dates is self._as_chosen:
            return BY_DURATIONS[self.planned_durations]
        return "safe"

    def by_way(self, purchase: Purchase, way: str, *, quick: bool) -> Scenario:
        """
        Return what follows if the money of a purchase comes by one way.

        Parameters
        ----------
        purchase
            Whose money it is; all others that chose no way of their own go along.
        way
            Id of the way.
        quick
            Whether minimum durations are taken.
        """
        chose = purchase.procurement.id in self.inventory.budget_choices
        key = purchase if chose else None, way, quick
        known = self._by_way.get(key)
        if known is None:
            counts = [span.min if quick else span.max for span in self.durations]
            rules = timing(self.network, counts, way=(purchase, way))
            known = self._by_way[key] = self.follow(rules)
        return known

    @cached_property
    def _by_way(self) -> dict[tuple[Purchase | None, str, bool], Scenario]:
        return {}

    def funding(
        self, purchase: Purchase, name: ScenarioName = "planned"
    ) -> Funding | None:
        """Return which budget pays in the late dates, or the chosen ones, if any."""
        key = purchase.request, purchase.contract, name
        if key not in self._funding:
            chosen = self.scenario(name)
            paid = funding(self.network, chosen.timing, chosen.late, purchase)
            self._funding[key] = paid
        return self._funding[key]

    @cached_property
    def _funding(self) -> dict[tuple[int, int, ScenarioName], Funding | None]:
        # Three rules, the budget and the views ask for the same.
        return {}

    @cached_property
    def critical_paths(self) -> tuple[CriticalPath, ...]:
        """Return the critical path of every system."""
        return tuple(
            critical_path(self.ahead, self.safe, place, cutover.day.toordinal())
            for place, cutover in enumerate(self.cutovers)
        )

    @cached_property
    def critical_system(self) -> int | None:
        """Return the place of the system that must be begun first, if any is open."""
        paths = self.critical_paths
        return min(
            (place for place, path in enumerate(paths) if path.places),
            key=lambda place: paths[place].start,
            default=None,
        )

    @cached_property
    def critical_places(self) -> frozenset[int]:
        """Return the places of the tasks that are on some system's critical path."""
        return frozenset(place for path in self.critical_paths for place in path.places)

    @cached_property
    def _cutovers(self) -> dict[str, Cutover]:
        return {cutover.system.id: cutover for cutover in self.cutovers}
