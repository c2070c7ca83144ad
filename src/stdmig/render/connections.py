"""Bridges and online procedures for other programs (暫定連携・オンライン手続)."""

from __future__ import annotations

from typing import Any

from stdmig.schedule import Bridge, BridgeGroup, Retest
from stdmig.words import Style


def bridges_json(groups: tuple[BridgeGroup, ...]) -> list[dict[str, Any]]:
    """Return the bridges by the days of the cutovers; the end is their last day."""
    return [
        {
            "first_cutover": group.first_day.isoformat(),
            "second_cutover": group.second_day.isoformat(),
            "start": group.start.isoformat(),
            "end": group.end.isoformat(),
            "days": group.days,
            "pairs": [_pair(bridge) for bridge in group.bridges],
        }
        for group in groups
    ]


def _pair(bridge: Bridge) -> dict[str, Any]:
    return {
        "first": bridge.first.id,
        "second": bridge.second.id,
        "links": [
            {
                "from": flow.giver.id,
                "to": flow.receiver.id,
                "data": flow.link.data,
                "assumed": flow.link.assumed,
            }
            for flow in bridge.flows
        ],
    }


def connections_json(retests: tuple[Retest, ...], style: Style) -> list[dict[str, Any]]:
    """Return the online procedures to test again, by cutover and section."""
    return [
        {
            "cutover": retest.day.isoformat(),
            "section": retest.section,
            "procedures": [
                {
                    "id": each.id,
                    "name": each.title.into(style),
                    "systems": list(each.systems),
                    "outside": list(each.outside),
                    "assumed": each.assumed,
                }
                for each in retest.procedures
            ],
        }
        for retest in retests
    ]
