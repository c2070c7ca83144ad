"""Searches that run beside the one who waits, and can be stopped (探索の実行)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from math import inf
from typing import NamedTuple

from ortools.sat.python import cp_model

_TICK = 0.05
"""Seconds between two looks at a search; an interruption waits no longer."""


class Job(NamedTuple):
    """Something that takes long, and how to end it early from outside."""

    run: Callable[[], None]
    stop: Callable[[], None]


def together(
    jobs: Sequence[Job],
    look: Callable[[], None] = lambda: None,
    left: Callable[[], float] | None = None,
) -> None:
    """
    Run jobs beside each other, and come back when all have ended.

    Parameters
    ----------
    look
        Called now and then in the meantime, in the thread that waits.
    left
        Seconds that are left; where they run out, the jobs are stopped.

    Raises
    ------
    KeyboardInterrupt
        When the user interrupts; the jobs have ended by then.
    """
    faults: list[BaseException] = []
    over = [threading.Event() for _ in jobs]

    def run(job: Job, ended: threading.Event) -> None:
        try:
            job.run()
        except BaseException as fault:
            faults.append(fault)
        finally:
            ended.set()

    for job, ended in zip(jobs, over, strict=True):
        threading.Thread(target=run, args=(job, ended), daemon=True).start()
    try:
        while not _all_ended(over):
            look()
            if left is not None and left() <= 0:
                _stop(jobs, over)
    except BaseException:
        _stop(jobs, over)
        raise
    if faults:
        raise faults[0]


def _all_ended(over: Sequence[threading.Event]) -> bool:
    # Not `Thread.join`: one that is interrupted takes a live thread for an ended one.
    return all([each.wait(_TICK) for each in over])


def _stop(jobs: Sequence[Job], over: Sequence[threading.Event]) -> None:
    """
    Ask until all have heard it: a search that has just begun does not listen.

    A second interruption waits until then as well: a search must not outlive us.
    """
    again = None
    while True:
        try:
            for job in jobs:
                job.stop()
            if _all_ended(over):
                break
        except KeyboardInterrupt as interrupt:
            again = interrupt
    if again is not None:
        raise again


class Search(cp_model.CpSolverSolutionCallback):
    """
    One search of CP-SAT.

    Attributes
    ----------
    values
        Of the variables asked for, in the best solution; None where there is none.
    bound
        What is proven of the objective; None where nothing is.
    refuted
        Whether it is proven that there is no solution.
    """

    def __init__(
        self,
        model: cp_model.CpModel,
        wanted: Sequence[cp_model.IntVar],
        *,
        workers: int,
        seed: int,
        seconds: float,
        work: float,
    ) -> None:
        super().__init__()
        self._model, self._wanted = model, wanted
        self._solver = cp_model.CpSolver()
        given = self._solver.parameters
        given.num_workers = workers
        given.random_seed = seed
        # In turns the workers do the same in every run, but less of it.
        given.interleave_search = workers > 1 and work < inf
        given.max_time_in_seconds = max(0.01, seconds)
        given.max_deterministic_time = work
        given.catch_sigint_signal = False
        self.values: list[int] | None = None
        self.bound: int | None = None
        self.refuted = False
        self.proven = False
        self.work = 0.0

    @property
    def job(self) -> Job:
        """Return the search as something to run."""
        return Job(self._run, self._solver.stop_search)

    def on_solution_callback(self) -> None:
        """Keep the solution that was found."""
        self.values = [self.value(each) for each in self._wanted]

    def _run(self) -> None:
        status = self._solver.solve(self._model, self)
        self.work = self._solver.deterministic_time
        self.refuted = status == cp_model.INFEASIBLE
        if status in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            self.values = [self._solver.value(each) for each in self._wanted]
            self.proven = status == cp_model.OPTIMAL
        if status != cp_model.MODEL_INVALID and not self.refuted:
            bound = self._solver.best_objective_bound
            self.bound = round(bound) if abs(bound) < 2**52 else None
