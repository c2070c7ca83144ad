"""Plans that other planners are given as well (比較する計画)."""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random

from stdmig.schedule import Plan
from tests.schedule.generator import random_town, thousand_towns
from tests.schedule.sample import sample_plan
from tests.schedule.town import Business, Town, plan_of


@cache
def mixed_plans(number: int) -> dict[str, Plan]:
    """Return the sample city and the oracle's first towns, half with a budget."""
    towns = thousand_towns()[:number]
    return {"sample city": sample_plan()} | {
        f"town {at}": plan_of(town) for at, town in enumerate(towns)
    }


@cache
def even_plans(number: int) -> dict[str, Plan]:
    """
    Return the sample city and random towns whose fixed days all months have.

    Counted back from the 28th or before, a period of months begins on the day of the
    same number, so that what an item takes has no more than one length in days.
    """
    random = Random(20250401)
    towns = [_even(random_town(random)) for _ in range(number)]
    return {"sample city": sample_plan()} | {
        f"even town {at}": plan_of(town) for at, town in enumerate(towns)
    }


def _even(town: Town) -> Town:
    return town._replace(
        systems=tuple(_on_even_day(each, town) for each in town.systems),
        as_of=_to_27(town.as_of),
        published=tuple((name, _to_27(day)) for name, day in town.published),
    )


def _on_even_day(system: Business, town: Town) -> Business:
    return system._replace(cutover=_to_27(town.cutover(system)))


def _to_27(day: date) -> date:
    return day.replace(day=min(day.day, 27))
