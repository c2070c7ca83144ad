"""The milestones, day by day (節目の表)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from stdmig.dates import shown_weekday
from stdmig.render.html.facets import Facets
from stdmig.render.html.pen import Pen
from stdmig.render.plan.page import PlanPage
from stdmig.schedule import MilestoneDate
from stdmig.words import count, listing, text


class Row(NamedTuple):
    """
    What happens on one day for the same systems.

    Attributes
    ----------
    number
        How many systems; None where it is all of them.
    past
        Whether the day lies before the as-of date.
    """

    units: str
    day: Markup
    weekday: Markup
    name: Markup
    number: Markup
    systems: Markup
    past: bool


def milestone_rows(page: PlanPage, facets: Facets, pen: Pen) -> tuple[Row, ...]:
    """Return the milestones by date; those of the same day and systems share a row."""
    total = len(page.plan.network.systems)
    together: dict[tuple[date, tuple[str, ...]], list[MilestoneDate]] = {}
    for each in page.milestones:
        ids = tuple(system.id for system in each.systems)
        together.setdefault((each.day, ids), []).append(each)
    rows = []
    for (day, ids), shared in sorted(together.items(), key=lambda pair: pair[0]):
        named = listing(system.title for system in shared[0].systems)
        number = (
            text("all systems")
            if len(ids) == total
            else count("{n} system", "{n} systems", len(ids))
        )
        rows.append(
            Row(
                facets.of_systems(ids),
                pen.time(day),
                pen(shown_weekday(day)),
                pen(listing(each.milestone.title for each in shared)),
                pen(number),
                pen(named),
                day < page.plan.as_of,
            )
        )
    return tuple(rows)
