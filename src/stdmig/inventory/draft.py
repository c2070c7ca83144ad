"""What a person says of the systems, before it is a file (現況の下書き)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from stdmig.dates import Period

Value = str | int | bool | date
"""What a cell or an answer gives for one key of ``systems.yaml``."""

Values = Mapping[str, Value | None]
"""
Values by the key under which ``systems.yaml`` has them.

A key that is missing says nothing: what the file has stays. None says that the value
is empty: what the file has goes.
"""


class DraftContract(NamedTuple):
    """A contract (契約), by its id."""

    id: str
    values: Values


class DraftUnit(NamedTuple):
    """
    A unit (業務システム) of a system.

    Attributes
    ----------
    system
        Id of its system.
    id
        Its own; None where the system has no other unit and it needs none.
    values
        All but its contracts.
    contracts
        Ids of the draft's or the file's contracts, in the order in which they run;
        None where nothing is said of them.
    """

    system: str
    id: str | None
    values: Values
    contracts: tuple[str, ...] | None = None


class DraftSystem(NamedTuple):
    """A system (標準化対象業務), by its id."""

    id: str
    values: Values


class DraftLive(NamedTuple):
    """
    A system whose successor serves already (稼働済み).

    Attributes
    ----------
    since
        Its first day of service, or the month of it; None where nobody said.
    assumed
        Whether the day stands there until somebody looks it up.
    """

    system: str
    since: Period | None = None
    assumed: bool = False


class DraftDesignation(NamedTuple):
    """
    A designated system (特定移行支援システム), by its id.

    Attributes
    ----------
    values
        What is known of it: reason, explanation, completion.
    """

    system: str
    values: Values


class Draft(NamedTuple):
    """
    Municipality, contracts, systems and units as far as they were told.

    The order is that of the list. A system that only its units name is not repeated
    among the systems.

    Attributes
    ----------
    live
        For ``progress.yaml``; None where nothing is said of it.
    designated
        None where nothing is said of it.
    """

    municipality: Values
    contracts: tuple[DraftContract, ...] = ()
    systems: tuple[DraftSystem, ...] = ()
    units: tuple[DraftUnit, ...] = ()
    live: tuple[DraftLive, ...] | None = None
    designated: tuple[DraftDesignation, ...] | None = None
