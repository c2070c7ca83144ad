"""A workspace that takes down whoever works on it (処理の中断)."""

from __future__ import annotations

from pathlib import Path

from stdmig.diagnostics import Diagnostic, Location
from stdmig.outlook.portfolio.portfolio import Broken
from stdmig.words import text


def lost(place: Path) -> Broken:
    """Return that the process that worked on a workspace was ended from outside."""
    return Broken(
        place.as_posix(),
        (
            Diagnostic(
                "STD001",
                text("the process that planned it was ended from outside"),
                Location(place.as_posix()),
                text("the computer may lack memory; is one of its files very large?"),
            ),
        ),
    )
