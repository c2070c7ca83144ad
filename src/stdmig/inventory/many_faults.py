"""Faults without number, told up to a limit and counted beyond it (誤りの上限)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from stdmig.diagnostics import Diagnostic, Location
from stdmig.words import count, text

MOST_TOLD = 100
"""Faults of one file that are told; once they are mended, the next are."""

MOST_KEPT = 1000
"""Faults of one file that one stage of reading keeps with their places."""

CODE = "STD019"


def more(number: int, where: Location) -> Diagnostic:
    """
    Return the fault that stands for those that are not told.

    Parameters
    ----------
    number
        How many they are.
    where
        A place of one of them.
    """
    return Diagnostic(
        CODE,
        count(
            "{n} more fault of this file is not listed",
            "{n} more faults of this file are not listed",
            number,
        ),
        where,
        text("mend those that are listed, and check again"),
        times=number,
    )


def limited(faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return faults by file, line and column, at most so many of each file."""
    ordered = sorted(faults, key=lambda fault: (fault.location, fault.code))
    return [
        fault
        for _, of_file in groupby(ordered, key=lambda fault: fault.location.file)
        for fault in _of_one_file(list(of_file))
    ]


def _of_one_file(faults: list[Diagnostic]) -> Iterator[Diagnostic]:
    own = [fault for fault in faults if fault.code != CODE]
    untold = [*own[MOST_TOLD:], *(fault for fault in faults if fault.code == CODE)]
    yield from own[:MOST_TOLD]
    if untold:
        yield more(sum(fault.times for fault in untold), untold[0].location)
