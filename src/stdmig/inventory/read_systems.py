"""systems.yaml by itself, typed and with its references checked (現況の読込み)."""

from __future__ import annotations

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.check_order import check_order
from stdmig.inventory.check_systems import check_systems
from stdmig.inventory.document import Document
from stdmig.inventory.read_file import typed
from stdmig.inventory.source import Source
from stdmig.inventory.systems import SystemsFile


def read_systems(
    source: Source,
) -> tuple[Document | None, SystemsFile | None, list[Diagnostic]]:
    """
    Read ``systems.yaml`` without the files beside it.

    Returns
    -------
    What it says with places and typed, each None where it cannot be had, and its
    faults. What only procedures, calendar and rules can tell is not looked into.
    """
    faults: list[Diagnostic] = []
    document, file = typed(source, SystemsFile, faults)
    if document is None:
        return None, None, faults
    if file is not None:
        faults += check_systems(file, document)
        faults += check_order(file, document)
    return (
        document,
        file,
        sorted(faults, key=lambda fault: (fault.location, fault.code)),
    )
