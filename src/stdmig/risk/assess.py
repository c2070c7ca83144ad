"""Draw the durations of a plan many times and see what comes out (リスクの評価)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from threading import Thread

import numpy as np

from stdmig.risk.build import build
from stdmig.risk.distribution import Distribution
from stdmig.risk.draws import Sampler, Source
from stdmig.risk.luck import Luck
from stdmig.risk.model import Model
from stdmig.risk.result import Chance, Limit, Risk, Shape, Swing, SystemRisk
from stdmig.risk.tally import Counter, Counts, Tally
from stdmig.risk.way_back import ways_back
from stdmig.schedule import Plan

SAMPLES = 100_000
"""How many samples are drawn where nobody says."""


def assess(
    plan: Plan,
    limits: Sequence[Limit],
    *,
    samples: int = SAMPLES,
    seed: int = 1,
    shape: Shape = "pert",
    together: float = 0.0,
    workers: int = 1,
) -> Risk:
    """
    Draw the durations of everything that is not over, again and again.

    Windows, votes, links, black-outs and the wanted order of cutovers bind in every
    sample. Money comes by ordinary budgets and by what a purchase chose, as in the safe
    plan. With equal shortest and longest durations every sample is the safe plan.

    Parameters
    ----------
    plan
        The plan; its systems that are live are left out.
    limits
        The days whose chances are wanted.
    samples
        How many samples to draw, 1 at least.
    seed
        Another one gives other samples; the same, the same ones on every machine.
    shape
        How durations spread whose item names no shape of its own.
    together
        Correlation, 0 to 1, between the durations of tasks in which the same vendor
        acts (as that of the normal scores, a Gaussian copula).
    workers
        How many threads work; it changes no figure.
    """
    sampler = Sampler(Luck(samples, seed), together)
    model = build(plan, sampler, shape)
    counter = Counter(
        model,
        sampler,
        ways_back(model),
        tuple(limit for limit in limits if limit.kind == "budget"),
    )
    tally = _counted(counter, workers) if model.systems else counter.empty()
    return _risk(counter, tally, limits, shape)


def _counted(counter: Counter, workers: int) -> Tally:
    """Count all chunks; whole numbers add up to the same in any order."""
    chunks = counter.sampler.luck.chunks
    number = max(1, min(workers, chunks))
    left = iter(range(chunks))
    tallies: list[Tally] = []
    faults: list[BaseException] = []

    def work() -> None:
        tally = counter.empty()
        try:
            for chunk in left:
                if faults:
                    return
                counter.count(chunk, tally)
        except BaseException as fault:
            faults.append(fault)
        tallies.append(tally)

    threads = [Thread(target=work, daemon=True) for _ in range(number - 1)]
    for thread in threads:
        thread.start()
    work()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]
    total = counter.empty()
    for tally in tallies:
        total.add(tally)
    return total


def _risk(
    counter: Counter, tally: Tally, limits: Sequence[Limit], shape: Shape
) -> Risk:
    model, luck = counter.model, counter.sampler.luck
    plan, samples = model.plan, luck.samples
    systems = tuple(
        _system(counter, tally, number, limits) for number in range(len(model.systems))
    )
    if systems:
        overall = _distribution(model, tally.overall)
    else:
        days = [each.day for each in plan.cutovers]
        overall = Distribution(max(days, default=plan.as_of).toordinal(), (samples,))
    return Risk(
        plan,
        samples,
        luck.seed,
        shape,
        overall,
        tally.kept / samples if systems else 1.0,
        systems,
        tuple(
            Chance(limit, int(number) / samples)
            for limit, number in zip(counter.budgets, tally.requests, strict=True)
        ),
        tuple(
            0.0 if plan.is_over(place) else int(number) / samples
            for place, number in enumerate(tally.critical)
        ),
        _swings(model, tally),
    )


def _system(
    counter: Counter, tally: Tally, number: int, limits: Sequence[Limit]
) -> SystemRisk:
    model = counter.model
    place = model.systems[number].place
    cutover = _distribution(model, tally.cutovers[number])
    start = None
    if tally.starts[number].any():
        start = _distribution(model, tally.starts[number], int(tally.never[number]))
    own = (limit for limit in limits if limit.system == place)
    return SystemRisk(
        place,
        cutover,
        start,
        tuple(Chance(limit, cutover.chance(_last_day(limit))) for limit in own),
        int(tally.never[number]) / counter.sampler.luck.samples,
    )


def _last_day(limit: Limit) -> date:
    """Return the last day on which a cutover keeps a limit."""
    if limit.kind == "contract":
        return date.fromordinal(limit.day.toordinal() + 1)
    return limit.day


def _distribution(model: Model, counts: Counts, never: int = 0) -> Distribution:
    """Return how often each day came out; what never may stands on the eve of all."""
    ordinals = model.grid.ordinals - model.grid.base
    # Several places stand for the last day of a short month.
    daily = np.bincount(ordinals, weights=counts).astype(np.int64)
    days = np.flatnonzero(daily)
    first, last = int(days[0]), int(days[-1])
    found = daily[first : last + 1].tolist()
    if never:
        first, found = first - 1, [never, *found]
    return Distribution(model.grid.base + first, tuple(found))


def _swings(model: Model, tally: Tally) -> tuple[Swing, ...]:
    """Return what each drawn task does to the last cutover, widest first."""
    found = [
        Swing(place, float(low / shorter), float(high / longer))
        for place, (shorter, low, longer, high) in enumerate(tally.ends.tolist())
        if isinstance(model.sources[place], Source) and shorter and longer
    ]
    return tuple(sorted(found, key=lambda each: (each.short - each.long, each.place)))
