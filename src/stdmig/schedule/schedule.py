"""Inventory and as-of date to a plan (日程計算)."""

from __future__ import annotations

from datetime import date

from stdmig.network import Network
from stdmig.schedule.cutover import Cutover, cutover_day
from stdmig.schedule.floors import floors
from stdmig.schedule.passes import backward, forward
from stdmig.schedule.plan import Plan
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
    template = network.inventory.template
    settled = [cutover_day(system, template) for system in network.systems]
    days = [each.day.toordinal() for each in settled]
    spans = durations(network)
    safe, quick = slowest(spans), fastest(spans)
    held = floors(network, as_of)
    first_days = [floor.day for floor in held]
    today = as_of.toordinal()
    early, earliest = (
        forward(network, safe, first_days, today),
        forward(network, quick, first_days, today),
    )
    cutovers = tuple(
        [
            Cutover(
                system,
                each.day,
                each.source,
                each.deadline,
                date.fromordinal(early.cutover[place]),
                date.fromordinal(earliest.cutover[place]),
            )
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
        backward(network, safe, days),
        backward(network, quick, days),
        early,
        earliest,
        held,
    )
