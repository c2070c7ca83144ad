"""The lines that findings point at, as they were written (該当行)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from stdmig.diagnostics import Location
from stdmig.inventory.source import Source, legible
from stdmig.inventory.sources import Sources

# What ends a line for the YAML parser, among what may stand in a file.
_BREAK = re.compile(r"\r\n?|\n")


def lines_at(sources: Sources, places: Iterable[Location]) -> dict[Location, str]:
    """
    Return the line of every place that is in one of the files.

    Files in which nothing is pointed at are not looked into.
    """
    files = {each.name: each for each in sources if isinstance(each, Source)}
    lines: dict[str, list[str]] = {}
    found = {}
    for place in places:
        if place.file not in files:
            continue
        if place.file not in lines:
            lines[place.file] = _BREAK.split(legible(files[place.file]) or "")
        if place.line <= len(lines[place.file]):
            found[place] = lines[place.file][place.line - 1]
    return found
