"""Which systems are live or designated, and which work does not apply (現況)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stdmig.dates import shown, shown_month
from stdmig.inventory import System
from stdmig.render.plan.page import PlanPage
from stdmig.schedule import Cutover
from stdmig.words import Text, listing, text


def standing(page: PlanPage) -> Iterator[Text]:
    """Yield what a reader of the chart should know besides."""
    yield from _live(page.cutovers)
    yield from _designated(page.cutovers)
    plan = page.plan
    idle = [
        plan.tasks[place].title
        for place in page.places
        if plan.status(place) == "not_applicable"
    ]
    if idle:
        yield text("Not applicable: {tasks}", tasks=listing(idle))


def critical_path(page: PlanPage) -> Iterator[Text]:
    """Yield the chain that must be begun first of all."""
    plan, paths = page.plan, page.plan.critical_paths
    own = [place for place in page.system_places if paths[place].places]
    if own:
        first = min(own, key=lambda system: paths[system].start)
        yield text(
            "Critical path ({system}): {items}",
            system=plan.network.systems[first].title,
            items="-".join(plan.tasks[each].item.ref for each in paths[first].places),
        )


def _live(cutovers: list[Cutover]) -> Iterator[Text]:
    """Yield the systems that serve already, those of the same day together."""
    live: dict[date, list[System]] = {}
    for each in cutovers:
        if each.source == "live":
            live.setdefault(each.day, []).append(each.system)
    for day, systems in sorted(live.items()):
        names = listing(system.title for system in systems)
        yield text("Live since {day}: {systems}", day=shown(day), systems=names)


def _designated(cutovers: list[Cutover]) -> Iterator[Text]:
    """Yield the designated systems, those of the same planned completion together."""
    designated: dict[date, list[System]] = {}
    for each in cutovers:
        own = each.system.designated
        if own and each.source != "live":
            designated.setdefault(own.completion or date.max, []).append(each.system)
    for day, systems in sorted(designated.items()):
        names = listing(system.title for system in systems)
        if day == date.max:
            yield text("Designated, completion not recorded: {systems}", systems=names)
        else:
            yield text(
                "Designated, to be completed by {month}: {systems}",
                month=shown_month(day),
                systems=names,
            )
