"""Linked systems that cut over on different days (連携する業務の分離)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from stdmig.dates import shown
from stdmig.diagnostics import Severity
from stdmig.inventory import EVERY_OTHER, System
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.schedule import BridgeGroup, Flow, bridges
from stdmig.words import Text, count, listing, text


def linked_systems_apart(context: Context) -> Iterator[Hit]:
    """Yield the bridges that the plan needs: once per pair of cutover days."""
    for group in bridges(context.plan):
        message = count(
            "{n} pair of linked systems cuts over apart, on {first} and {second}:"
            " bridge both ways and test jointly from {start} to {end}",
            "{n} pairs of linked systems cut over apart, on {first} and {second}:"
            " bridge both ways and test jointly from {start} to {end}",
            len(group.bridges),
            first=shown(group.first_day),
            second=shown(group.second_day),
            start=shown(group.start),
            end=shown(group.end),
        )
        yield Hit(
            {
                "first_systems": _ids(group.first_systems),
                "second_systems": _ids(group.second_systems),
            },
            message,
            context.inventory.locate(("links", group.flows[0].place)),
            _data(group),
            details=tuple(_details(group)),
        )


def _ids(systems: Iterable[System]) -> str:
    """Return ids so that neither the order of the file nor a day changes them."""
    return ",".join(sorted(system.id for system in systems))


def _details(group: BridgeGroup) -> Iterator[Text]:
    """Yield what is linked, a sentence per system that gives data."""
    given: dict[str, dict[int, list[Flow]]] = {}
    for flow in group.flows:
        given.setdefault(flow.giver.id, {}).setdefault(flow.place, []).append(flow)
    for links in given.values():
        giver = next(iter(links.values()))[0].giver
        yield text(
            "{giver} to {receivers}",
            giver=giver.title,
            receivers=listing(_received(flows) for flows in links.values()),
        )


def _received(flows: list[Flow]) -> Text:
    """Return who takes what one link gives; a link to all is counted, not listed."""
    link, first = flows[0].link, flows[0].receiver.title
    data = text("{data}, assumed", data=link.data) if link.assumed else link.data
    if link.to == EVERY_OTHER:
        return count(
            "{n} system ({data})", "{n} systems ({data})", len(flows), data=data
        )
    return text("{name} ({data})", name=first, data=data)


def _data(group: BridgeGroup) -> dict[str, Any]:
    return {
        "first_cutover": group.first_day.isoformat(),
        "second_cutover": group.second_day.isoformat(),
        "bridge": {"start": group.start.isoformat(), "end": group.end.isoformat()},
        "days": group.days,
        "pairs": [
            {
                "first": bridge.first.id,
                "second": bridge.second.id,
                "data": [flow.link.data for flow in bridge.flows],
            }
            for bridge in group.bridges
        ],
    }


RULE = Rule(
    code="STD401",
    name="linked-systems-apart",
    severity=Severity.WARNING,
    subjects=(
        (
            "first_systems",
            "second_systems",
        ),
    ),
    title=text("linked systems are cut over on different days"),
    help=text(
        "cut them over on one day, or plan, budget and test a temporary bridge for each"
        " pair (stdmig export budget)"
    ),
    why=text(
        "From the first cutover to the second, one of two linked systems is new and the"
        " other still old, and they do not speak the same way. The new one must read"
        " what the old one writes and the other way round; building that, and testing"
        " it with both vendors, costs money and staff that a common day saves."
    ),
    example=Example(
        """\
systems:
  - {id: kojin, cutover: 2025-10-01}
  - {id: kaigo, cutover: 2026-01-05}
links:
  - {from: kojin, to: kaigo, data: 課税状況・所得額}   # {remark}
""",
        text("bridge to 2026-01-04"),
    ),
    run=linked_systems_apart,
)
