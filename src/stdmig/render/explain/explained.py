"""What is explained about one system (説明の対象)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.coverage import Coverage
from stdmig.schedule import BridgeGroup, Chain, Cutover, Plan, Retest


class Explained(NamedTuple):
    """
    What is explained about one system.

    Attributes
    ----------
    cutover
        Its cutover.
    places
        The tasks that were asked for, each with its chains.
    coverages
        The contracts of its units; none where a single item is asked for.
    bridges, retests
        What its cutover does to the systems and procedures around it; likewise.
    municipal
        Tasks whose vote or assessment is told beside the cutover; likewise.
    """

    plan: Plan
    cutover: Cutover
    places: dict[int, tuple[Chain, ...]]
    coverages: tuple[Coverage, ...] = ()
    bridges: tuple[BridgeGroup, ...] = ()
    retests: tuple[Retest, ...] = ()
    municipal: tuple[int, ...] = ()
