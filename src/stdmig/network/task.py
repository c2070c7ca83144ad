"""A work item where it happens (作業)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.inventory import Installation, System, WorkItem, procurement_id
from stdmig.network.procurement import Procurement
from stdmig.words import Name, Text, text


class Task(NamedTuple):
    """
    One task of the plan.

    Attributes
    ----------
    item
        The work item it is an instance of.
    procurement
        Its procurement, where the item happens once per procurement.
    systems
        The systems it is done for, in the order of the file.
    installations
        Their units that walk through it.
    """

    item: WorkItem
    procurement: Procurement | None
    systems: tuple[System, ...]
    installations: tuple[Installation, ...]

    @property
    def id(self) -> str:
        """Return ``ITEM``, ``ITEM@PROCUREMENT`` or ``ITEM@SYSTEM``."""
        # Made when it is asked for: kept, ids are the largest part of a nation's plans.
        if self.procurement is not None:
            return f"{self.item.ref}@{self.procurement.id}"
        if self.item.scope == "system":
            return f"{self.item.ref}@{self.systems[0].id}"
        return self.item.ref

    @property
    def order(self) -> tuple[int, str]:
        """Return the order in which tasks are listed: item number, then id."""
        return self.item.number, self.id

    @property
    def sections(self) -> tuple[str, ...]:
        """Return the sections whose units are concerned (担当課)."""
        return tuple(dict.fromkeys(place.unit.section for place in self.installations))

    @property
    def procurements(self) -> tuple[str, ...]:
        """Return the ids of the procurements that it is a part of (調達単位)."""
        if self.procurement is not None:
            return (self.procurement.id,)
        bought = [procurement_id(placed) for placed in self.installations]
        placed_in = {placed.system.id for placed in self.installations}
        bare = [each.id for each in self.systems if each.id not in placed_in]
        return tuple(dict.fromkeys([*bought, *bare]))

    @property
    def vendors(self) -> tuple[str, ...]:
        """Return the present vendors of those units (現行事業者)."""
        named = (place.unit.vendor for place in self.installations)
        return tuple(dict.fromkeys(vendor for vendor in named if vendor))

    @property
    def subject(self) -> Name | Text | None:
        """Return whose task it is; None for the municipality's."""
        if self.procurement is not None:
            return self.procurement.title
        return self.systems[0].title if self.item.scope == "system" else None

    @property
    def title(self) -> Text:
        """Return item and subject, such as "8 Budget request (Welfare package)"."""
        if self.subject is None:
            return text("{no} {name}", no=self.item.ref, name=self.item.title)
        return text(
            "{no} {name} ({subject})",
            no=self.item.ref,
            name=self.item.title,
            subject=self.subject,
        )

    def is_for(self, system: System) -> bool:
        """Return whether it is done for a system, among others perhaps."""
        return any(each is system for each in self.systems)
