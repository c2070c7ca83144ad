"""Whether capacities are of those who do the work, and once each (体制の検査)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.capacity import (
    Capacity,
    CapacityFile,
    SectionCapacity,
    VendorCapacity,
)
from stdmig.inventory.document import Document, Path
from stdmig.inventory.mentions import Mention, nearest, unknown
from stdmig.inventory.procedures import ProceduresFile
from stdmig.inventory.quoted import quoted
from stdmig.inventory.systems import SystemsFile
from stdmig.words import Text, text


def check_capacity(
    file: CapacityFile,
    document: Document,
    systems: SystemsFile,
    procedures: ProceduresFile,
) -> Iterator[Diagnostic]:
    """Yield ``STD006``, ``STD007``, ``STD010`` and ``STD011`` of ``capacity.yaml``."""
    workers = Workers.of(systems, procedures)
    yield from check_capacities(
        (file.lead, file.sections, file.vendors), (), document, workers
    )
    yield from _without_limit("sections", file.sections, document)
    yield from _without_limit("vendors", file.vendors, document)


def check_shared_vendors(
    vendors: tuple[VendorCapacity, ...], document: Document
) -> Iterator[Diagnostic]:
    """
    Yield ``STD006``, ``STD007`` and ``STD011`` of vendors of many municipalities.

    Whether they are the vendor of any unit only the municipalities could tell.
    """
    yield from _without_limit("vendors", vendors, document)
    for place, vendor in enumerate(vendors):
        yield from _too_large(vendor, ("vendors", place), document)
    yield from _repeated((), vendors, (), document)


def _without_limit(
    under: str, capacities: Sequence[Capacity], document: Document
) -> Iterator[Diagnostic]:
    """Yield ``STD006`` for an entry that would do nothing; in a scenario it lifts."""
    for place, each in enumerate(capacities):
        if "capacity" not in each.model_fields_set and not each.busy:
            message = text("say how much can be done: 'capacity', 'busy' or both")
            yield Diagnostic("STD006", message, document.locate((under, place)))


class Workers(NamedTuple):
    """
    Who can have a capacity, and for what.

    Attributes
    ----------
    sections, vendors
        Those of the units, and the lead section.
    items
        The work items.
    """

    sections: dict[str, None]
    vendors: dict[str, None]
    items: list[Mention]

    @classmethod
    def of(cls, systems: SystemsFile, procedures: ProceduresFile) -> Workers:
        """Return those whom the files name."""
        units = [unit for system in systems.systems for unit in system.units]
        lead = systems.municipality.lead_section
        return cls(
            dict.fromkeys(
                [*([lead] if lead else ()), *(each.section for each in units)]
            ),
            dict.fromkeys(each.vendor for each in units if each.vendor is not None),
            [Mention(item.ref, ()) for item in procedures.items],
        )


Capacities = tuple[
    Capacity | None, tuple[SectionCapacity, ...], tuple[VendorCapacity, ...]
]
"""Of the lead section, of the sections, and of the vendors."""


def check_capacities(
    capacities: Capacities, path: Path, document: Document, workers: Workers
) -> Iterator[Diagnostic]:
    """
    Yield what is wrong with capacities, which may be those of a scenario.

    Parameters
    ----------
    path
        Route to the mapping that holds them.
    """
    lead, sections, vendors = capacities
    if lead is not None:
        yield from _too_large(lead, (*path, "lead"), document)
    for place, section in enumerate(sections):
        here = (*path, "sections", place)
        if section.section not in workers.sections:
            message = text(
                "no unit belongs to the section '{name}'", name=quoted(section.section)
            )
            where = document.locate((*here, "section"))
            hint = nearest(section.section, workers.sections)
            yield Diagnostic("STD010", message, where, hint)
        yield from _too_large(section, here, document)
    for place, vendor in enumerate(vendors):
        here = (*path, "vendors", place)
        if vendor.vendor not in workers.vendors:
            message = text(
                "no unit has the vendor '{name}'", name=quoted(vendor.vendor)
            )
            where = document.locate((*here, "vendor"))
            hint = text("name the vendor of a unit in systems.yaml first")
            if workers.vendors:
                hint = nearest(vendor.vendor, workers.vendors)
            yield Diagnostic("STD010", message, where, hint)
        wanted = [
            Mention(item, (*here, "items", number))
            for number, item in enumerate(vendor.items)
        ]
        yield from unknown(wanted, workers.items, document, "items")
        yield from _too_large(vendor, here, document)
    yield from _repeated(sections, vendors, path, document)


def _too_large(
    capacity: Capacity, path: Path, document: Document
) -> Iterator[Diagnostic]:
    """Yield ``STD007`` where busy months leave more than there ordinarily is."""
    ordinary = capacity.capacity
    for place, busy in enumerate(capacity.busy):
        if ordinary is not None and busy.capacity > ordinary:
            message = text(
                "more can be done in busy months ({busy}) than in ordinary ones"
                " ({ordinary})",
                busy=busy.capacity,
                ordinary=ordinary,
            )
            where = document.locate((*path, "busy", place, "capacity"))
            related = (
                (
                    document.locate((*path, "capacity")),
                    text("what can be done in an ordinary month"),
                ),
            )
            yield Diagnostic("STD007", message, where, None, related)


def _repeated(
    sections: tuple[SectionCapacity, ...],
    vendors: tuple[VendorCapacity, ...],
    path: Path,
    document: Document,
) -> Iterator[Diagnostic]:
    """Yield ``STD011`` for a second capacity of the same section or item."""
    first: dict[tuple[str, str | None], Path] = {}
    named = chain(
        (
            ((each.section, None), (*path, "sections", place, "section"))
            for place, each in enumerate(sections)
        ),
        (
            ((each.vendor, item), (*path, "vendors", place, "items", number))
            for place, each in enumerate(vendors)
            for number, item in enumerate(each.items)
        ),
    )
    for subject, here in named:
        earlier = first.setdefault(subject, here)
        if earlier is not here:
            yield Diagnostic(
                "STD011",
                _stands_twice(*subject),
                document.locate(here),
                text("keep one of the two"),
                ((document.locate(earlier), text("the first one is here")),),
            )


def _stands_twice(name: str, item: str | None) -> Text:
    if item is None:
        return text("the section '{name}' stands here a second time", name=quoted(name))
    return text(
        "item {item} of the vendor '{name}' stands here a second time",
        item=item,
        name=quoted(name),
    )
