"""scenarios.yaml: what the plan would be if (想定)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from stdmig.inventory.capacity import Capacity, SectionCapacity, VendorCapacity
from stdmig.inventory.fields import Fact, FirstDay, Identifier, LastDay, MayBeBlank
from stdmig.inventory.procedures import Titled
from stdmig.inventory.template import Durations

SupposedPolicy = Literal["stay", "switch", "national"]
"""What is done with the vendor: 継続, 変更, 国の提供する仕組み."""


class SupposedSystem(Fact):
    """
    What is different for one system.

    Attributes
    ----------
    cutover, deadline
        Instead of the system's own.
    policy
        Instead of that of all its units.
    """

    system: Identifier
    cutover: FirstDay | None = None
    deadline: LastDay | None = None
    policy: SupposedPolicy | None = None


class SupposedCapacity(Fact):
    """Who can do how much; what is not named stays as in ``capacity.yaml``."""

    lead: Capacity | None = None
    sections: Annotated[tuple[SectionCapacity, ...], MayBeBlank] = ()
    vendors: Annotated[tuple[VendorCapacity, ...], MayBeBlank] = ()


class Supposition(Titled):
    """
    One named set of changes to the workspace (想定).

    Attributes
    ----------
    deadline, cutover, durations
        Instead of the template's general ones.
    systems
        What is different for single systems.
    capacity
        Where given, the starts are chosen anew by levelling.
    """

    deadline: LastDay | None = None
    cutover: FirstDay | None = None
    durations: Durations | None = None
    systems: Annotated[tuple[SupposedSystem, ...], MayBeBlank] = ()
    capacity: SupposedCapacity | None = None


class ScenariosFile(Fact):
    """The whole of ``scenarios.yaml``."""

    schema_id: Literal["stdmig.scenarios/1"] = Field(alias="schema")
    scenarios: Annotated[tuple[Supposition, ...], MayBeBlank] = ()
