"""capacity.yaml: how much can be done at one time (体制・同時作業の上限)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from stdmig.inventory.blackouts import Month
from stdmig.inventory.fields import Amount, Fact, MayBeBlank, OneOrMany, Word
from stdmig.inventory.procedures import ItemRef


class BusyMonths(Fact):
    """
    Months of every year in which less can be done (繁忙期).

    Attributes
    ----------
    months
        1 to 12.
    capacity
        What is left for the migration in them.
    name
        What the section is busy with.
    """

    months: Annotated[tuple[Month, ...], OneOrMany, Field(min_length=1)]
    capacity: Amount
    name: Word | None = None
    name_en: Word | None = None


class Capacity(Fact):
    """
    People, or parallel tasks, that can work on the migration in one month.

    Attributes
    ----------
    capacity
        In an ordinary month; None where there is no limit.
    busy
        Months with less; where several name a month, the least counts.
    """

    capacity: Amount | None = None
    busy: Annotated[tuple[BusyMonths, ...], OneOrMany] = ()


class SectionCapacity(Capacity):
    """What a section can do (担当課の体制)."""

    section: Word


class VendorCapacity(Capacity):
    """
    What a vendor can do at one time, in all municipalities together (事業者の体制).

    Attributes
    ----------
    items
        The work items that count together, such as 14 for data migrations.
    """

    vendor: Word
    items: Annotated[tuple[ItemRef, ...], OneOrMany, Field(min_length=1)]


class CapacityFile(Fact):
    """The whole of ``capacity.yaml``."""

    schema_id: Literal["stdmig.capacity/1"] = Field(alias="schema")
    lead: Annotated[Capacity, MayBeBlank] = Field(default_factory=Capacity)
    sections: Annotated[tuple[SectionCapacity, ...], MayBeBlank] = ()
    vendors: Annotated[tuple[VendorCapacity, ...], MayBeBlank] = ()
