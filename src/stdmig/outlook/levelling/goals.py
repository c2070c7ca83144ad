"""What was made small, how far it came, and what is proven (目標・下限・差)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import ceil
from typing import NamedTuple

from stdmig.levelling.demand import demands
from stdmig.levelling.levelled import Levelled
from stdmig.levelling.problem import Objective
from stdmig.outlook.levelling.worker_title import worker_title
from stdmig.schedule import Plan
from stdmig.words import Text, text


class Goal(NamedTuple):
    """
    An objective with its value and its proven bound, in people and months.

    Attributes
    ----------
    bound
        No plan that is as good in the goals before has a lower value.
    digits
        Decimal places in which all three are exact.
    """

    objective: Objective
    title: Text
    value: Decimal
    bound: Decimal
    digits: int

    @property
    def gap(self) -> Decimal:
        """Return what may still be gained at most."""
        return max(self.value - self.bound, Decimal(0))

    @property
    def percent(self) -> int | None:
        """Return the gap in hundredths of the bound, rounded up; None without one."""
        if self.bound <= 0:
            return None
        return ceil(self.gap * 100 / self.bound)

    def shown(self, value: Decimal) -> str:
        """Return a value in the decimal places of the goal."""
        return f"{value:,.{self.digits}f}"

    @property
    def shown_gap(self) -> str:
        """Return the gap, with its share of the bound where there is one."""
        gap = self.shown(self.gap)
        return (
            gap if not self.gap or self.percent is None else f"{gap} ({self.percent}%)"
        )


POWERS: dict[Objective, int] = {"peak": 1, "squares": 2, "early": 0}

"""How often a person counts in the units of an objective: people, their squares."""


def scale_of(plans: Iterable[Plan]) -> int:
    """Return how many units one person is: 10 where anything has tenths, else 1."""
    amounts = [
        amount
        for plan in plans
        for each in demands(plan)
        for amount in (*each.amounts.values(), *(each.limit or ()))
        if amount is not None
    ]
    return 1 if all(each == each.to_integral_value() for each in amounts) else 10


def goals(levelled: Levelled) -> tuple[Goal, ...]:
    """Return the goals in the order in which they counted."""
    found = []
    for each in levelled.reached:
        power = POWERS[each.objective]
        unit = Decimal(levelled.scale) ** power
        found.append(
            Goal(
                each.objective,
                _title(levelled, each.objective),
                each.value / unit,
                each.bound / unit,
                power if levelled.scale > 1 else 0,
            )
        )
    return tuple(found)


def _title(levelled: Levelled, objective: Objective) -> Text:
    if objective == "squares":
        return text("sum of the squares of all monthly loads")
    if objective == "early":
        return text("months of waiting of all tasks")
    if len(levelled.towns) > 1:
        return text("sum of the peaks of the lead sections (people)")
    lead = next(each.worker for each in levelled.towns[0].series)
    return text("peak of {whose} (people)", whose=worker_title(lead))
