"""What a town hall tells at the beginning, as a draft (初めの質問)."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from stdmig.inventory.draft import Draft, DraftSystem, DraftUnit, Value
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
    The answers.

    Attributes
    ----------
    name, code, lead_section
        Of the municipality; None where nothing was said.
    absent
        Ids of the systems that it has none of, each with the reason.
    sections
        Sections with the ids of the systems of which each has a unit.
    """

    name: str
    code: str | None = None
    lead_section: str | None = None
    absent: tuple[tuple[str, str], ...] = ()
    sections: tuple[tuple[str, tuple[str, ...]], ...] = ()


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
