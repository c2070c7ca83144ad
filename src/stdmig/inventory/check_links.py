"""Whether links and online procedures name systems that exist (連携の検査)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.document import Document
from stdmig.inventory.links import EVERY_OTHER
from stdmig.inventory.mentions import Mention, listed, repeated, unknown
from stdmig.inventory.statutory import STATUTORY
from stdmig.words import text

if TYPE_CHECKING:
    from stdmig.inventory.systems import SystemsFile


def check_links(file: SystemsFile, document: Document) -> Iterator[Diagnostic]:
    """
    Yield ``STD010`` and ``STD011`` of links and online procedures.

    A system of the law may be named although the file does not list it: that it is
    missing is a finding of its own.
    """
    if not file.links and not file.online_procedures:
        return
    known = listed("systems", file.systems)
    known += [Mention(name, ()) for name in STATUTORY]
    wanted = list(_named_systems(file))
    yield from unknown(wanted, known, document, "systems")
    yield from repeated(listed("online_procedures", file.online_procedures), document)
    yield from _repeated_links(file, document)


def _named_systems(file: SystemsFile) -> Iterator[Mention]:
    for place, link in enumerate(file.links):
        yield Mention(link.giver, ("links", place, "from"))
        if link.to is not None and link.to != EVERY_OTHER:
            yield Mention(link.to, ("links", place, "to"))
    for place, procedure in enumerate(file.online_procedures):
        for position, name in enumerate(procedure.systems):
            yield Mention(name, ("online_procedures", place, "systems", position))


def _repeated_links(file: SystemsFile, document: Document) -> Iterator[Diagnostic]:
    """Yield ``STD011`` for a second link that gives the same data the same way."""
    first: dict[tuple[str | None, ...], int] = {}
    for place, link in enumerate(file.links):
        way = (link.giver, link.to, link.to_outside, link.data)
        earlier = first.setdefault(way, place)
        if earlier != place:
            yield Diagnostic(
                "STD011",
                text("this link stands here a second time"),
                document.locate(("links", place)),
                text("keep one of the two"),
                (
                    (
                        document.locate(("links", earlier)),
                        text("the first one is here"),
                    ),
                ),
            )
