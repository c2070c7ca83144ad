"""What a form leaves empty stays as it is (空欄の扱い)."""

from __future__ import annotations

from collections.abc import Mapping

from stdmig.diagnostics import Location
from stdmig.intake.inventory_list.inquiry import Remark
from stdmig.inventory.draft import Draft, Value, Values
from stdmig.inventory.draft_of import draft_of
from stdmig.inventory.systems import SystemsFile
from stdmig.words import count, listing

_NAMED = 5
"""Values that are named; the rest are counted."""


def with_known_values(
    draft: Draft, known: SystemsFile | None, place: Location
) -> tuple[Draft, tuple[Remark, ...]]:
    """
    Return a draft that empties nothing, and a remark on what it would have emptied.

    Whoever fills in a form a second time leaves much of it blank; that takes nothing
    away from what the town told before.

    Parameters
    ----------
    place
        Where the remark points to.
    """
    kept: list[str] = []
    held = draft_of(known) if known is not None else Draft({})
    contracts = {each.id: each.values for each in held.contracts}
    systems = {each.id: each.values for each in held.systems}
    units = {(each.system, each.id): each for each in held.units}
    told = []
    for unit in draft.units:
        before = units.get((unit.system, unit.id))
        values = _told(
            unit.values, before.values if before else {}, unit.id or unit.system, kept
        )
        named = unit.contracts
        if named == () and before is not None and before.contracts:
            kept.append(f"{unit.id or unit.system}: contract")
        told.append(unit._replace(values=values, contracts=named or None))
    clean = draft._replace(
        contracts=tuple(
            each._replace(
                values=_told(each.values, contracts.get(each.id, {}), each.id, kept)
            )
            for each in draft.contracts
        ),
        systems=tuple(
            each._replace(
                values=_told(each.values, systems.get(each.id, {}), each.id, kept)
            )
            for each in draft.systems
        ),
        units=tuple(told),
    )
    return clean, (_remark(kept, place),) if kept else ()


def _told(
    values: Values, before: Values, subject: str, kept: list[str]
) -> Mapping[str, Value | None]:
    kept += [
        f"{subject}: {key}"
        for key, value in values.items()
        if value is None and before.get(key) is not None
    ]
    return {key: value for key, value in values.items() if value is not None}


def _remark(kept: list[str], place: Location) -> Remark:
    names = kept[:_NAMED]
    if len(kept) > _NAMED:
        names.append("...")
    wording = count(
        "{n} value is empty in the form and stays in the workspace: {names}",
        "{n} values are empty in the form and stay in the workspace: {names}",
        len(kept),
        names=listing(names),
    )
    return Remark(place, wording)
