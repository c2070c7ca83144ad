"""Which days a finding about a cutover offers instead (候補日の提示)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from stdmig.dates import shown
from stdmig.inventory import System
from stdmig.rules.rule import Context
from stdmig.schedule import Cutover, proposals
from stdmig.words import Text, count, listing, text


def alternatives(context: Context, cutover: Cutover) -> list[str]:
    """Return the best allowed days for a system, as ISO dates."""
    found = proposals(context.plan, cutover)
    return [day.isoformat() for day in found.days] if found else []


def offers(context: Context, cutovers: Iterable[Cutover]) -> Iterator[Text]:
    """Yield the best allowed days in words, once for systems cut over together."""
    groups = {each.together: each for each in cutovers}
    for together, cutover in groups.items():
        found = proposals(context.plan, cutover)
        if found is None:
            offer = text(
                "no day is allowed up to the deadline {deadline}",
                deadline=shown(cutover.deadline),
            )
        else:
            offer = text("the best allowed days: {days}", days=_days(found.days))
        if len(groups) == 1:
            yield offer
        else:
            systems = [context.plan.cutover(name).system for name in together]
            yield text("{names}: {offer}", names=named(systems), offer=offer)


def named(systems: Iterable[System]) -> Text:
    """Return a few systems by their names, many by the first and their number."""
    first, *rest = (system.title for system in systems)
    if len(rest) < 3:
        return listing((first, *rest))
    return count("{name} and {n} other", "{name} and {n} others", len(rest), name=first)


def _days(days: Iterable[date]) -> Text:
    return listing(map(shown, days))
