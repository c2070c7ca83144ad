"""Inventory and as-of date to a plan (日程計算)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from stdmig.inventory import System
from stdmig.network import Network
from stdmig.schedule.cutover import Cutover
from stdmig.schedule.cutover_days import CutoverDay, cutover_days
from stdmig.schedule.cutover_groups import wanted_groups
from stdmig.schedule.floors import floors
from stdmig.schedule.funding import late_pass
from stdmig.schedule.passes import forward
from stdmig.schedule.plan import Plan
from stdmig.schedule.progress import records, settle
from stdmig.schedule.settled import ahead
from stdmig.schedule.timing import durations, fastest, slowest


def schedule(network: Network, as_of: date) -> Plan:
    """
    Plan backward from the cutovers and forward from the as-of date.

    Each is done twice: with maximum durations (the safe plan) and with minimum ones
    (the last chance, the earliest possible). A plan that does not fit is a plan
    like any other: its dates say by how much.

    Parameters
    ----------
    network
        Tasks and links.
    as_of
        "Today" of the run.
    """
    settled = cutover_days(network, as_of)
    days = [each.day.toordinal() for each in settled]
    rules = {place: each.rule for place, each in enumerate(settled)}
    order = wanted_groups(network)
    spans = durations(network.inventory, network.tasks)
    known = records(network, as_of)
    safe, quick = (
        settle(network, replace(timing, cutovers=rules, order=order), known, as_of)
        for timing in (slowest(network, spans), fastest(network, spans))
    )
    held = floors(network, as_of)
    first_days = [floor.day for floor in held]
    today = as_of.toordinal()
    open_work = ahead(network, safe.settled)
    early, earliest = (
        forward(open_work, safe, first_days, today),
        forward(open_work, quick, first_days, today),
    )
    cutovers = tuple(
        [
            _cutover(system, each, early.cutover[place], earliest.cutover[place])
            for place, (system, each) in enumerate(
                zip(network.systems, settled, strict=True)
            )
        ]
    )
    return Plan(
        network,
        as_of,
        cutovers,
        spans,
        safe,
        quick,
        late_pass(open_work, safe, days),
        late_pass(open_work, quick, days),
        early,
        earliest,
        held,
        open_work,
        known,
    )


def _cutover(system: System, found: CutoverDay, early: int, earliest: int) -> Cutover:
    """Return a system's cutover with the first days on which it is possible."""
    live = found.source == "live"
    return Cutover(
        system,
        found.day,
        found.source,
        found.deadline,
        found.day if live else date.fromordinal(early),
        found.day if live else date.fromordinal(earliest),
        found.together,
        found.choice,
        found.follows,
        found.blackouts,
    )
