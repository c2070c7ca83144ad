"""From a municipality's plan to what a vendor's slip does to it (遅れの影響)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from stdmig.coverage import cover
from stdmig.inventory import Installation
from stdmig.outlook.slip.contracts import contract_slips
from stdmig.outlook.slip.forecast import forecast, kept, moved
from stdmig.outlook.slip.later_work import later_work, open_work
from stdmig.outlook.slip.supposed import SupposedSlip
from stdmig.outlook.slip.town import SystemSlip, TownSlip
from stdmig.outlook.slip.windows import (
    carry_overs,
    extension_windows,
    request_windows,
)
from stdmig.schedule import Plan, with_cutovers, with_later_work


def slip_of(plan: Plan, place: str, slips: Sequence[SupposedSlip]) -> TownSlip | None:
    """
    Return what slips do to a municipality; None where none of the vendors is there.

    Contracts and budgets are looked at for the forecast cutovers of both plans, so
    that what is wrong without the slip is not told as its doing.

    Parameters
    ----------
    plan
        The plan as it is.
    place
        The workspace, as the user named it.
    slips
        Which vendors are later, and by how much.
    """
    spellings = _spellings(plan, slips)
    if not spellings:
        return None
    town = plan.inventory.municipality
    works = sorted({place for slip in slips for place in open_work(plan, slip)})
    unmoved = TownSlip(
        place,
        town.name,
        town.name_en,
        town.code,
        spellings,
        len(works),
        (),
        (),
        (),
    )
    if not works:
        return unmoved
    later = with_later_work(plan, later_work(plan, slips))
    safety = [kept(each) for each in plan.cutovers]
    days, later_days = forecast(plan, safety), forecast(later, safety)
    first = with_cutovers(plan, moved(plan, days))
    second = with_cutovers(later, moved(later, later_days))
    coverages = cover(first), cover(second)
    return unmoved._replace(
        systems=tuple(_systems(plan, later, works, slips, (days, later_days))),
        contracts=tuple(contract_slips(*coverages)),
        windows=(
            *extension_windows(*coverages),
            *request_windows(plan, later),
            *carry_overs(first, second),
        ),
    )


def _spellings(plan: Plan, slips: Sequence[SupposedSlip]) -> tuple[str, ...]:
    """Return how the units of a municipality name the late vendors."""
    named = (placed.unit.vendor for placed in plan.inventory.installations)
    known = dict.fromkeys(vendor for vendor in named if vendor)
    return tuple(each for each in known if _is_late(each, slips))


def _is_late(vendor: str | None, slips: Sequence[SupposedSlip]) -> bool:
    return vendor is not None and any(slip.concerns(vendor) for slip in slips)


def _systems(
    plan: Plan,
    later: Plan,
    works: Sequence[int],
    slips: Sequence[SupposedSlip],
    days: tuple[Sequence[int], Sequence[int]],
) -> Iterator[SystemSlip]:
    """Yield the systems that are worked on later, or held up, in the plan's order."""
    tasks: dict[str, int] = {}
    for place in works:
        for system in plan.tasks[place].systems:
            tasks[system.id] = tasks.get(system.id, 0) + 1
    held = _late_units(plan, slips)
    for place, (before, after) in enumerate(
        zip(plan.cutovers, later.cutovers, strict=True)
    ):
        name = before.system.id
        moves = (before.early, before.earliest) != (after.early, after.earliest)
        if name not in tasks and not moves:
            continue
        units = held.get(name, ())
        yield SystemSlip(
            name,
            _told(placed.unit.vendor for placed in units),
            _told(placed.unit.package for placed in units),
            any(placed.unit.policy in ("switch", "national") for placed in units),
            tasks.get(name, 0),
            before.day.toordinal(),
            before.deadline.toordinal(),
            before.system.designated is not None,
            before.early.toordinal(),
            after.early.toordinal(),
            before.earliest.toordinal(),
            after.earliest.toordinal(),
            days[0][place],
            days[1][place],
        )


def _late_units(
    plan: Plan, slips: Sequence[SupposedSlip]
) -> Mapping[str, Sequence[Installation]]:
    """Return the units of late vendors, by the ids of their systems."""
    found: dict[str, list[Installation]] = {}
    for placed in plan.inventory.installations:
        if _is_late(placed.unit.vendor, slips):
            found.setdefault(placed.system.id, []).append(placed)
    return found


def _told(names: Iterator[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
