"""A row with what it says of its systems (行と業務)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.intake.inventory_list.recognise import Recognised
from stdmig.intake.inventory_list.rows import Filled, Row
from stdmig.intake.inventory_list.table import Table


class Placed(NamedTuple):
    """
    A row with the systems that it is about.

    Attributes
    ----------
    systems
        Their ids; empty where the row is left out or not settled yet.
    beyond
        The name of the system where it is none of the 20 and is to be listed.
    settled
        Whether nothing is open; a row without systems is then left out.
    """

    table: Table
    row: Row
    systems: tuple[str, ...]
    beyond: str | None = None
    settled: bool = True


class Named(NamedTuple):
    """
    A row with the cell that names its system, and what that name may mean.

    Attributes
    ----------
    nth
        Which name of the cell it is, from 1, where it stands beside others; else 0.
    """

    table: Table
    row: Row
    cell: Filled
    meant: Recognised
    nth: int = 0
