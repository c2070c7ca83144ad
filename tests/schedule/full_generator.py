"""Random towns with all that can move a date (検算用の自治体の生成)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from random import Random

from tests.closed_days import Busy, Shut
from tests.network.by_hand import unfold
from tests.schedule.full_town import FullTown, Noted
from tests.schedule.generator import in_its_year, random_town
from tests.schedule.town import Item, Town

TOWNS = 200


@cache
def full_towns() -> tuple[FullTown, ...]:
    """Return the same towns in every run."""
    random = Random(20260401)
    return tuple(
        furnished(random, in_its_year(random, random_town(random)))
        for _ in range(TOWNS)
    )


def furnished(random: Random, town: Town) -> FullTown:
    """Return a town with votes, variants, black-outs, progress and chosen starts."""
    town = town._replace(items=_with_an_ordinance(random, town.items))
    names = [system.id for system in town.systems]
    full = FullTown(
        town,
        decided=frozenset(name for name in names if random.random() < 0.4),
        likely={
            item.ref: random.randint(item.shortest, item.longest)
            for item in town.items
            if random.random() < 0.3
        },
        in_full={
            item.ref: (item.shortest + extra, item.longest + extra)
            for item in town.items
            # A request that takes longer might lie in no window.
            if item.role != "budget_request" and random.random() < 0.2
            for extra in (random.randint(0, 3),)
        },
        busy=tuple(_busy(random, names) for _ in range(random.randint(0, 3))),
        shut=tuple(_shut(random, town, names) for _ in range(random.randint(0, 2))),
        live=_live(random, town, names),
    )
    tasks = sorted(unfold(full.open_town).before)
    return full._replace(
        noted=_about_money(
            random,
            town,
            tasks,
            _noted(random, town.as_of, tasks) if random.random() < 0.7 else (),
        ),
        starts={
            name: _near(random, town.as_of, 1500)
            for name in random.sample(tasks, min(len(tasks), 4))
        },
    )


def _with_an_ordinance(random: Random, items: tuple[Item, ...]) -> tuple[Item, ...]:
    free = [place for place, item in enumerate(items) if item.role is None]
    chosen = random.choice(free) if free else None
    return tuple(
        item._replace(role="ordinance") if place == chosen else item
        for place, item in enumerate(items)
    )


def _busy(random: Random, names: list[str]) -> Busy:
    stated = random.random() < 0.6
    system = random.choice(names)
    if random.random() < 0.6:
        months = tuple(sorted(random.sample(range(1, 13), random.randint(1, 3))))
        return Busy(system, months=months, stated=stated)
    days = tuple(random.sample([(3, 1), (9, 1), (1, 5), (12, 26), (2, 29)], 2))
    return Busy(system, days=days, either_side=random.randint(0, 3), stated=stated)


def _shut(random: Random, town: Town, names: list[str]) -> Shut:
    # From or to one of the days after the longest closures, the best of a year.
    edge = date(town.deadline.year, 1, random.choice((4, 5, 6)))
    length = timedelta(random.randrange(20))
    first = random.choice((edge, edge - length, _near(random, town.deadline, 400)))
    last = first + length
    closes = random.choice((None, tuple(random.sample(names, 1))))
    return Shut(first, last, closes)


def _live(random: Random, town: Town, names: list[str]) -> dict[str, date]:
    """Return one system that serves already or soon, where others are left."""
    if random.random() < 0.7 or len(names) < 2:
        return {}
    return {random.choice(names): _near(random, town.as_of, 200)}


def _noted(random: Random, as_of: date, tasks: list[str]) -> tuple[Noted, ...]:
    if random.random() < 0.2:
        # All is behind them, but the cutovers.
        finish = as_of - timedelta(days=9)
        return tuple(Noted(name, "done", finish=finish) for name in tasks)
    share = random.choice((0.1, 0.3, 0.9))
    return tuple(
        _note(random, as_of, name) for name in tasks if random.random() < share
    )


def _about_money(
    random: Random, town: Town, tasks: list[str], noted: tuple[Noted, ...]
) -> tuple[Noted, ...]:
    """Return notes of which some say that no money, or no contract, is needed."""
    if random.random() < 0.6:
        return noted
    role_of = {item.ref: item.role for item in town.items}
    found = {each.task: each for each in noted}
    for name in tasks:
        role = role_of[name.partition("@")[0]]
        if role in ("budget_request", "rfp", "contract") and random.random() < 0.35:
            found[name] = Noted(name, "not_applicable")
        elif role == "budget_request" and random.random() < 0.5:
            # Asked for long ago: its money may have lapsed.
            finish = _near(random, town.as_of - timedelta(days=400), 400)
            found[name] = Noted(name, "done", finish=finish)
    return tuple(found.values())


def _note(random: Random, as_of: date, task: str) -> Noted:
    status = random.choice(("done", "done", "started", "not_applicable", "not_started"))
    start = _near(random, as_of, 300) if random.random() < 0.7 else None
    match status:
        case "done":
            length = timedelta(random.randrange(200))
            finish = (start or _near(random, as_of, 300)) + length
            return Noted(task, status, start, finish if random.random() < 0.7 else None)
        case "started":
            left = random.choice((None, None, 0, 1, 5))
            return Noted(task, status, start, remaining=left)
    return Noted(task, status)


def _near(random: Random, day: date, days: int) -> date:
    return day + timedelta(random.randint(-days, days))
