"""Units × items unfolded as a clerk would, path by path (展開の検算)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tests.budget_days import ways_of
from tests.oracle import ONE_DAY, Goal, Job, Money, Oracle
from tests.schedule.town import Business, Item, Town, Unit

END = "cutover"


class Unfolded(NamedTuple):
    """
    What the clerk noted.

    Attributes
    ----------
    before
        Predecessors of every task.
    systems
        The systems for which somebody does it.
    before_cutover
        The tasks that each system's cutover waits for.
    purchases
        Request and contract, with the RFP between them, if any, and what is bought.
        Without a contract the work that comes next spends the money, else nothing.
    """

    before: dict[str, set[str]]
    systems: dict[str, set[str]]
    before_cutover: dict[str, set[str]]
    purchases: dict[tuple[str, str], tuple[str | None, str]]

    def jobs(self, town: Town, *, shortest: bool = False) -> list[Job]:
        """Return the tasks with their longest or shortest months."""
        months = {
            item.ref: item.shortest if shortest else item.longest for item in town.items
        }
        return [
            Job(name, tuple(earlier), months[name.partition("@")[0]])
            for name, earlier in self.before.items()
        ]

    def goals(self, town: Town) -> list[Goal]:
        """Return the cutovers with their days."""
        return [
            Goal(system.id, tuple(self.before_cutover[system.id]), town.cutover(system))
            for system in town.planned_systems
        ]

    def moneys(self, town: Town, *, shortest: bool = False) -> list[Money]:
        """Return the ways to the money: all that are allowed, or the ordinary one."""
        if town.calendar is None:
            return []
        known, chosen = ways_of(town.calendar), dict(town.calendar.choices)
        found = []
        for (request, contract), (rfp, bought) in self.purchases.items():
            ids = list(known) if shortest else ["ordinary"]
            if bought in chosen:
                ids = [chosen[bought]]
            ways = tuple(known[name] for name in ids)
            if town.calendar.rfp_after == "request":
                rfp = None
            found.append(Money(request, rfp, contract, ways, ids == ["ordinary"]))
        return found

    def oracle(self, town: Town, *, shortest: bool = False) -> Oracle:
        """Return what counts the town's days the other way round."""
        return Oracle(
            self.jobs(town, shortest=shortest),
            self.goals(town),
            self.moneys(town, shortest=shortest),
            today=town.as_of,
        )

    def first_days(self, town: Town) -> dict[str, date]:
        """Return when each task may start: today, or once its standard is out."""
        published = dict(town.published)
        group_of = {system.id: system.specification for system in town.systems}
        waiting = {item.ref for item in town.items if item.waits}
        days = dict.fromkeys(self.before, town.as_of)
        for name, systems in self.systems.items():
            if name.partition("@")[0] in waiting:
                out = [published.get(group_of[system] or "") for system in systems]
                days[name] = max([town.as_of, *(day + ONE_DAY for day in out if day)])
        return days


def bought_under(system: Business, unit: Unit | None) -> str:
    """Return the procurement of a unit, or of a system that records none."""
    if unit is None:
        return system.id
    if unit.procurement:
        return unit.procurement
    return f"{unit.package}:{unit.policy}" if unit.package else unit.id


def unfold(town: Town, absent: frozenset[str] = frozenset()) -> Unfolded:
    """
    Walk every unit through its items and note each task and link it meets.

    Parameters
    ----------
    absent
        Ids of the tasks that do not apply: the clerk notes none of them.
    """
    result = Unfolded({}, {}, {}, {})
    roles = {item.role: item.ref for item in town.items if item.role}
    for system in town.planned_systems:
        ends = result.before_cutover.setdefault(system.id, set())
        for unit in system.units or (None,):
            kept = [item for item in town.items if not _drops(item, system, unit)]
            every = {item.ref: _name(item, system, unit) for item in kept}
            names = {ref: name for ref, name in every.items() if name not in absent}
            kept = [item for item in kept if item.ref in names]
            for name in names.values():
                result.before.setdefault(name, set())
                result.systems.setdefault(name, set()).add(system.id)
            for item in kept:
                for follower in _followers(town, item.ref, names):
                    if follower == END:
                        ends.add(names[item.ref])
                    else:
                        result.before[names[follower]].add(names[item.ref])
            request = names.get(roles.get("budget_request", ""))
            contract = every.get(roles.get("contract", ""))
            if not request or not contract:
                continue
            spending = {contract}
            if contract in absent:
                # Nothing is signed: what comes next spends the money.
                after = _followers(town, roles["contract"], names)
                spending = {names[ref] for ref in after - {END}}
            # Where nothing spends it, the money is asked for all the same.
            for name in spending or {""}:
                if name:
                    result.before[name].add(request)
                known = result.purchases.get((request, name), (None, ""))
                rfp = known[0] or names.get(roles.get("rfp", ""))
                bought = bought_under(system, unit)
                result.purchases[request, name] = rfp, bought
    return result


def _drops(item: Item, system: Business, unit: Unit | None) -> bool:
    stays = unit is not None and unit.policy == "stay"
    return (item.drops == "vendor_stays" and stays) or (
        item.drops == "no_assessment" and system.assessment == "none"
    )


def _name(item: Item, system: Business, unit: Unit | None) -> str:
    if item.scope == "municipality":
        return item.ref
    if item.scope == "system":
        return f"{item.ref}@{system.id}"
    return f"{item.ref}@{bought_under(system, unit)}"


def _followers(town: Town, ref: str, kept: dict[str, str]) -> set[str]:
    """Return what follows an item directly, or through dropped items alone."""
    found: set[str] = set()
    for item in town.items:
        if ref in item.after:
            through = {item.ref} if item.ref in kept else None
            found |= through or _followers(town, item.ref, kept)
    if ref in town.before_cutover:
        found.add(END)
    return found
