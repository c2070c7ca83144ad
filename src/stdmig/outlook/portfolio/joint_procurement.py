"""A procurement of several municipalities, as one (共同調達)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from stdmig.outlook.portfolio.town import Day


class JointPart(NamedTuple):
    """What one municipality buys of a common procurement."""

    place: str
    purchase: str
    start: Day
    finish: Day
    cutover: Day
    systems: tuple[str, ...]
    policy: str | None = None


JointFault = Literal["alone", "dates", "policies"]
"""
Why parts do not make one procurement (調達の不整合).

A single municipality names it; one part needs the contract before another begins; the
parts' policies (stay, switch …) differ.
"""


class Joint(NamedTuple):
    """
    A procurement of several municipalities, as one (共同調達).

    Attributes
    ----------
    start
        The earliest planned first day of the parts: when all must be ready to begin.
    finish
        The earliest day by which a part needs the contract.
    faults
        Where the parts do not fit together.
    apart
        Days from the earliest needed contract to the latest planned beginning; 0
        where all parts are under way before.
    """

    name: str
    start: Day
    finish: Day
    parts: tuple[JointPart, ...]
    faults: tuple[JointFault, ...] = ()
    apart: int = 0
