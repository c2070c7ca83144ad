"""Whether the wanted order of the systems can be kept at all (稼働の順序の検査)."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.document import Document
from stdmig.inventory.mentions import Mention, listed, unknown
from stdmig.inventory.systems import System, SystemsFile
from stdmig.words import text


def check_order(file: SystemsFile, document: Document) -> Iterator[Diagnostic]:
    """Yield ``STD010`` and ``STD016`` of ``with`` and ``after`` between systems."""
    if not any(system.together or system.after for system in file.systems):
        return
    named = [
        Mention(name, ("systems", place, key, position))
        for place, system in enumerate(file.systems)
        for key, names in (("with", system.together), ("after", system.after))
        for position, name in enumerate(names)
    ]
    faults = list(unknown(named, listed("systems", file.systems), document, "systems"))
    yield from faults or _circle(file, document)


def _circle(file: SystemsFile, document: Document) -> Iterator[Diagnostic]:
    """Yield a circle, in which systems of one wanted day count as one."""
    day_of = common_days(file.systems)
    before: dict[str, list[str]] = {}
    for system in file.systems:
        earlier = before.setdefault(day_of[system.id], [])
        earlier += (day_of[name] for name in system.after)
    try:
        TopologicalSorter(before).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        places = [
            place
            for place, system in enumerate(file.systems)
            if day_of[system.id] in circle
            and any(day_of[name] in circle for name in system.after)
        ]
        first, *others = [
            document.locate(("systems", place, "after")) for place in places
        ]
        yield Diagnostic(
            "STD016",
            text("systems are wanted after each other: {ids}", ids=" -> ".join(circle)),
            first,
            text("take one of these 'after' or 'with' out"),
            tuple((where, text("this belongs to the circle")) for where in others),
        )


def common_days(systems: tuple[System, ...]) -> dict[str, str]:
    """Return, per system, the first system with which it shares its wanted day."""
    named: dict[str, set[str]] = {system.id: {system.id} for system in systems}
    for system in systems:
        for name in system.together:
            if name in named:
                joined = named[system.id] | named[name]
                for each in joined:
                    named[each] = joined
    order = {system.id: place for place, system in enumerate(systems)}
    return {name: min(held, key=order.__getitem__) for name, held in named.items()}
