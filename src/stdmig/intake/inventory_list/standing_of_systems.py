"""Live and designated systems of a whole list (稼働済み・特定移行支援の業務)."""

from __future__ import annotations

from collections.abc import Sequence

from stdmig.intake.inventory_list.entry import Entry
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.standing import Standing
from stdmig.inventory.draft import DraftDesignation, DraftLive
from stdmig.words import text


def draft_standing(
    rows: Sequence[Entry], inquiry: Inquiry
) -> tuple[tuple[DraftLive, ...] | None, tuple[DraftDesignation, ...] | None]:
    """
    Return live and designated systems of all rows; None where no row tells of any.

    A system with several rows is live where all of them are: a part that still runs on
    the old system is planned for.
    """
    told: dict[str, list[Standing]] = {}
    for row in rows:
        if row.standing is not None:
            for system in row.systems:
                told.setdefault(system, []).append(row.standing)
    if not told:
        return None, None
    live, designated = [], []
    for system, standings in told.items():
        if all(each.live for each in standings):
            since = [each.since for each in standings if each.since is not None]
            live.append(DraftLive(system, max(since, default=None)))
        elif any(each.designated for each in standings):
            ends = [each.completion for each in standings if each.completion]
            values = {"completion": max(ends)} if ends else {}
            designated.append(DraftDesignation(system, values))
    for row in rows:
        serving = row.standing is not None and row.standing.live
        left = [each for each in row.systems if len(told.get(each, ())) > 1]
        if serving and any(not each.live for name in left for each in told[name]):
            wording = text("not read as live: another row of the same system is not")
            inquiry.remark(row.place, wording)
    return tuple(live), tuple(designated)
