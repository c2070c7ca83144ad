"""One unit of a contract, with its own cutover and its own gap (業務システム)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.coverage.gap import Gap
from stdmig.inventory import Installation
from stdmig.inventory.agreements import Follower


class UnitCoverage(NamedTuple):
    """
    One unit of a contract.

    Attributes
    ----------
    installation
        The unit.
    cutover
        Its own cutover.
    follower
        The contract that takes over before that, if one does.
    needed_to
        Last day on which this contract is needed for it: the day before the cutover,
        the end of a wanted parallel run, or the day before the next contract; the
        as-of date where `overdue` says so.
    gap
        What is uncovered up to that day, or None.
    overdue
        Whether the cutover is past and the system is not recorded as live: the old
        system still serves, nobody knows how long, so it is needed today at least.
    """

    installation: Installation
    cutover: date
    follower: Follower | None
    needed_to: date
    gap: Gap | None
    overdue: bool = False
