"""Which budget pays for what, and the other ways to the money (予算の組み方)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from stdmig.dates import shown
from stdmig.outlook import BudgetGroup
from stdmig.render.html.facets import Facets
from stdmig.render.html.pen import Pen
from stdmig.render.plan.budgets import budget_facts, budget_title
from stdmig.schedule import BudgetOption
from stdmig.words import Text, count, text


class Way(NamedTuple):
    """A way to the money at the longest durations."""

    name: Markup
    ask: Markup
    begin: Markup
    ready: Markup
    late: Markup
    is_late: bool


class Ways(NamedTuple):
    """
    Procurements that the same budget pays for.

    Attributes
    ----------
    whose
        Their names.
    facts
        When it is asked for, voted and spent; what each year pays; the last way in.
    """

    units: str
    number: Markup
    whose: tuple[Markup, ...]
    budget: Markup
    facts: tuple[Markup, ...]
    subject: Markup | None
    ways: tuple[Way, ...]


def ways(groups: tuple[BudgetGroup, ...], facets: Facets, pen: Pen) -> tuple[Ways, ...]:
    """Return the budgets of the plan, the first to be asked for first."""
    return tuple(_group(each, facets, pen) for each in groups)


def _group(group: BudgetGroup, facets: Facets, pen: Pen) -> Ways:
    held = group.procurements
    options = group.options
    return Ways(
        facets.of_systems(system.id for each in held for system in each.systems),
        pen(count("{n} procurement", "{n} procurements", len(held))),
        tuple(pen(each.title) for each in held),
        pen(budget_title(group.planned.occasion)),
        tuple(map(pen, budget_facts(group))),
        pen(_options(options[0])) if options else None,
        tuple(_way(each, pen) for each in options),
    )


def _options(option: BudgetOption) -> Text:
    name = option.purchase.procurement.title
    return text("Ways to the money at the longest durations ({name}):", name=name)


def _day(ordinal: int) -> object:
    return shown(date.fromordinal(ordinal))


def _way(option: BudgetOption, pen: Pen) -> Way:
    late = option.late
    missed = (
        count("{n} day", "{n} days", option.missed_by)
        if option.missed_by
        else text("in time")
    )
    return Way(
        pen(option.way.short_title),
        Markup("-") if late is None else pen(_day(late.occasion.closes)),
        pen(shown(option.first_start)),
        pen(shown(option.cutover)),
        pen(missed),
        option.missed_by > 0,
    )
