"""The marks in the cells of the chart, legible without colour (図の記号)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.render.palette import CRITICAL as CRITICAL_INK
from stdmig.render.palette import CUTOVER as CUTOVER_INK
from stdmig.render.palette import PLANNED as PLANNED_INK
from stdmig.render.plan.bars import (
    COVERED,
    CRITICAL,
    CUTOVER,
    DONE,
    FLOAT,
    GAP,
    PLANNED,
    RENEWAL,
)


class Mark(NamedTuple):
    """
    What stands in a cell of a bar.

    Attributes
    ----------
    sign
        A character that tells it from the others in black and white.
    ink, fill
        Of the sign, and behind it; as greys they differ as well.
    is_bold
        Whether the sign is to be seen first.
    """

    sign: str
    ink: str
    fill: str | None = None
    is_bold: bool = False


WHITE = "#ffffff"

MARKS: dict[str, Mark] = {
    CRITICAL: Mark("■", "#f6dcdc", CRITICAL_INK),
    PLANNED: Mark("＝", PLANNED_INK, "#a9cfe8"),
    FLOAT: Mark("…", PLANNED_INK),
    DONE: Mark("×", "#52606d", "#d5dae0"),
    CUTOVER: Mark("★", CUTOVER_INK, is_bold=True),
    COVERED: Mark("－", "#00664c", "#c9e8dd"),
    GAP: Mark("！", "#a84300", "#fdeee3", is_bold=True),
    RENEWAL: Mark("～", "#a84300", "#fdeee3"),
}
"""By the character that the chart on a terminal draws for it."""
