"""What the plan takes to be true (前提の表)."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from stdmig.render.html.facets import Facets
from stdmig.render.html.pen import Pen
from stdmig.render.place_in_file import place_in_file
from stdmig.render.plan.page import PlanPage
from stdmig.words import count


class Guess(NamedTuple):
    """One assumption, where it is written, and how many tasks lean on it."""

    units: str
    words: Markup
    where: Markup
    tasks: Markup


def guesses(page: PlanPage, facets: Facets, pen: Pen) -> tuple[Guess, ...]:
    """Return the assumptions in their order."""
    place_of = page.plan.network.place_of
    return tuple(
        Guess(
            facets.of_tasks(place_of[task] for task in each.tasks)
            if each.tasks
            else "",
            pen(each.text),
            pen(place_in_file(each.location)),
            pen(count("{n} task", "{n} tasks", len(each.tasks)))
            if each.tasks
            else Markup(""),
        )
        for each in page.assumptions
    )
