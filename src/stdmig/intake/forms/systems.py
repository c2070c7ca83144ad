"""Which system a row of a form is about (業務の特定)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stdmig.intake.forms.cells import Cells
from stdmig.intake.forms.sheets import Row, Ruled
from stdmig.intake.inventory_list.plain import folded
from stdmig.intake.inventory_list.recognise import recognise
from stdmig.inventory.quoted import quoted
from stdmig.inventory.statutory import STATUTORY
from stdmig.inventory.systems import SystemsFile
from stdmig.words import text


def systems_by_name(known: SystemsFile | None) -> Mapping[str, str]:
    """Return the ids of systems by everything that they are called."""
    names = {
        folded(name): key
        for key, title in STATUTORY.items()
        for name in (key, title.ja, title.en or title.ja)
    }
    for system in known.systems if known else ():
        title = system.title
        own = (title.ja, title.en or title.ja, system.id)
        names |= {folded(name): system.id for name in own}
    return names


def rows_of(
    ruled: Ruled, names: Mapping[str, str], cells: Cells
) -> Iterator[tuple[str, Row]]:
    """
    Yield the rows that say something of a system, with its id.

    A row that names none, or a system once more, is reported; rows in which nothing
    was filled in are passed over.
    """
    first: dict[str, Row] = {}
    for row in ruled.rows():
        told = row.cells.keys() - {"id", "name"}
        if not told:
            continue
        key = names.get(folded(row.words("id"))) or _named(row.words("name"), names)
        if key is None:
            shown = row.words("name") or row.words("id") or "-"
            message = text(
                "'{name}' is no system that is known here", name=quoted(shown)
            )
            cells.left_out(row.place, message)
            continue
        earlier = first.setdefault(key, row)
        if earlier is not row:
            message = text(
                "this system stands in line {line} already; this row is left out",
                line=earlier.place.line,
            )
            cells.left_out(row.place, message)
            continue
        yield key, row


def _named(words: str, names: Mapping[str, str]) -> str | None:
    if not words:
        return None
    if (key := names.get(folded(words))) is not None:
        return key
    meant = recognise(words)
    exact = meant.exact and len(meant.systems) == 1
    return meant.systems[0] if exact else None
