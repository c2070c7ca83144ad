"""What a town hall tells at the beginning, as a draft (初めの質問)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from stdmig.inventory.draft import (
    Draft,
    DraftDesignation,
    DraftLive,
    DraftSystem,
    DraftUnit,
    Value,
)
from stdmig.words import Text, text

_NO_WELFARE_OFFICE = text("there is no welfare office here")
_REASONS = {"seiho": _NO_WELFARE_OFFICE, "jifu": _NO_WELFARE_OFFICE}
"""
Of the 20, what prefectures do for towns without a welfare office (福祉事務所):
生活保護法19条, 児童扶養手当法4条.
"""


def proposed_reason(system: str) -> Text:
    """Return why a town usually has none of a system, to be agreed to or changed."""
    return _REASONS.get(system) or text("this municipality does not do it")


class Town(NamedTuple):
    """
    The answers of a town hall to the first questions.

    Attributes
    ----------
    name, code, lead_section
        Of the municipality; None where nothing was said.
    absent
        Ids of the systems that it has none of, each with the reason.
    sections
        Sections with the ids of the systems of which each has a unit.
    live
        Systems whose successor serves already; None leaves what a list tells.
    designated
        Ids of the designated systems; None leaves what a list tells.
    """

    name: str
    code: str | None = None
    lead_section: str | None = None
    absent: tuple[tuple[str, str], ...] = ()
    sections: tuple[tuple[str, tuple[str, ...]], ...] = ()
    live: tuple[DraftLive, ...] | None = None
    designated: tuple[str, ...] | None = None


def town_draft(town: Town, listed: Draft | None = None) -> Draft:
    """Return the answers as a draft, beside what a list tells already."""
    listed = listed or Draft({})
    told: dict[str, Value | None] = {
        key: value
        for key, value in (
            ("name", town.name),
            ("code", town.code),
            ("lead_section", town.lead_section),
        )
        if value is not None
    }
    absent = dict(town.absent)
    return listed._replace(
        municipality={**listed.municipality, **told},
        systems=(
            *(each for each in listed.systems if each.id not in absent),
            *(
                DraftSystem(system, {"applies": False, "reason": reason})
                for system, reason in town.absent
            ),
        ),
        units=(*listed.units, *_units(town)),
        live=_of_here(listed.live if town.live is None else town.live, absent),
        designated=_of_here(_designated(town, listed), absent),
    )


Standing = TypeVar("Standing", DraftLive, DraftDesignation)


def _of_here(
    standing: tuple[Standing, ...] | None, absent: Mapping[str, str]
) -> tuple[Standing, ...] | None:
    if standing is None:
        return None
    return tuple(each for each in standing if each.system not in absent)


def _designated(town: Town, listed: Draft) -> tuple[DraftDesignation, ...] | None:
    """Return the designated systems, with what the list knows of each."""
    if town.designated is None:
        return listed.designated
    known = {each.system: each for each in listed.designated or ()}
    return tuple(
        known.get(each, DraftDesignation(each, {})) for each in town.designated
    )


def _units(town: Town) -> list[DraftUnit]:
    owned = Counter(each for _, systems in town.sections for each in systems)
    given: Counter[str] = Counter()
    units = []
    for section, systems in town.sections:
        for system in systems:
            given[system] += 1
            # A unit that is not alone in its system needs an id of its own.
            name = f"{system}-{given[system]}" if owned[system] > 1 else None
            units.append(DraftUnit(system, name, {"section": section}))
    return units
