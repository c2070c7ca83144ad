"""A workspace to show to others: all of it but what things cost (金額を除いた写し)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location
from stdmig.inventory import Source, load
from stdmig.inventory.editing.patch import UnsafeError
from stdmig.inventory.editing.prices import speaks_of_money, without_prices
from stdmig.inventory.inventory import Inventory
from stdmig.inventory.sources import Sources
from stdmig.workspace.acceptable import acceptable
from stdmig.workspace.files import COSTS, FIELDS, source_of

LEFT_OUT = COSTS
"""The file that holds nothing but prices."""


class Unpriced(NamedTuple):
    """
    The files of a copy, and what its reader may still learn of prices.

    Attributes
    ----------
    files
        By their names; none where the copy cannot be made.
    mentions
        Lines of the copy that may speak of money in words.
    faults
        Why the copy cannot be made.
    """

    files: dict[str, bytes]
    mentions: tuple[Location, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


def unpriced(inventory: Inventory, sources: Sources) -> Unpriced:
    """
    Return a copy of a workspace without prices: the plan that follows is the same.

    Fees of contracts are taken out key by key, and ``costs.yaml`` as a whole. What
    people wrote in words stays as it is, and is pointed at.

    Parameters
    ----------
    inventory
        What was read.
    sources
        From which files.
    """
    try:
        systems = without_prices(sources.systems, inventory.documents.systems)
    except UnsafeError as error:
        fault = Diagnostic("STD025", error.why, Location(sources.systems.name))
        return Unpriced({}, faults=(fault,))
    stripped = sources.systems._replace(data=systems)
    becomes = sources._replace(systems=stripped, costs=None)
    own = {
        name: source
        for name in FIELDS
        if (source := source_of(becomes, name)) is not None
        and (sources.sample or not source.packaged)
    }
    _, faults = load(becomes, acceptable())
    if faults:
        return Unpriced({}, faults=tuple(faults))
    mentions = (
        place
        for name, source in own.items()
        for place in speaks_of_money(Source(name, source.data))
    )
    files = {name: source.data for name, source in own.items()}
    return Unpriced(files, tuple(mentions))
