"""What a cutover does to the systems and procedures around it (周辺への影響)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import shown
from stdmig.inventory import System
from stdmig.schedule import BridgeGroup, Retest
from stdmig.words import Text, count, listing, text


def bridge_words(group: BridgeGroup, system: System) -> Text:
    """Return with which systems a bridge is needed, and for how long."""
    goes_first = any(each is system for each in group.first_systems)
    others = group.second_systems if goes_first else group.first_systems
    return count(
        "temporary bridge with {systems}: {start} to {end} ({n} day), both ways,"
        " with a joint test",
        "temporary bridge with {systems}: {start} to {end} ({n} days), both ways,"
        " with a joint test",
        group.days,
        systems=listing(each.title for each in others),
        start=shown(group.start),
        end=shown(group.end),
    )


def retest_words(retests: tuple[Retest, ...]) -> Iterator[tuple[int, Text]]:
    """Yield how many online procedures are tested again, then each section's."""
    procedures = [each for retest in retests for each in retest.procedures]
    if not procedures:
        return
    guessed = sum(each.assumed for each in procedures)
    told = count(
        "connections to test again: {n} online procedure",
        "connections to test again: {n} online procedures",
        len(procedures),
    )
    if guessed:
        told = count(
            "{told} (the systems of {n} of them are inferred)",
            "{told} (the systems of {n} of them are inferred)",
            guessed,
            told=told,
        )
    yield 2, told
    for retest in retests:
        names = listing(each.title for each in retest.procedures)
        yield (
            4,
            text(
                "{section} {n}: {procedures}",
                section=retest.section,
                n=len(retest.procedures),
                procedures=names,
            ),
        )
