"""Whether black-outs and closed dates name systems that exist (暦の検査)."""

from __future__ import annotations

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.document import Document
from stdmig.inventory.mentions import Mention, listed, nearest
from stdmig.inventory.quoted import quoted
from stdmig.inventory.statutory import STATUTORY
from stdmig.inventory.systems import SystemsFile
from stdmig.inventory.template import TemplateFile
from stdmig.words import text


def check_calendar(
    file: TemplateFile, document: Document, systems: SystemsFile
) -> list[Diagnostic]:
    """
    Return ``STD010`` for every id that names neither a system of the law nor another.

    Towns share a template, so that a system of the law may be missing in one of them.
    """
    known = dict.fromkeys(
        [*STATUTORY, *(each.id for each in listed("systems", systems.systems))]
    )
    named = [
        Mention(blackout.system, ("blackouts", place, "system"))
        for place, blackout in enumerate(file.blackouts)
    ]
    named += [
        Mention(name, ("calendar", "closed", place, "systems", position))
        for place, closed in enumerate(file.calendar.closed)
        for position, name in enumerate(closed.systems or ())
    ]
    return [
        Diagnostic(
            "STD010",
            text(
                "'{id}' is neither a system of the law nor one of systems.yaml",
                id=quoted(each.id),
            ),
            document.locate(each.path),
            nearest(each.id, known),
        )
        for each in named
        if each.id not in known
    ]
