"""A list of municipalities from its bytes, with every fault (対象団体の一覧)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.check_capacity import check_shared_vendors
from stdmig.inventory.document import Document
from stdmig.inventory.many_faults import limited
from stdmig.inventory.portfolio import PortfolioFile
from stdmig.inventory.read_file import typed
from stdmig.inventory.source import Source


class ReadPortfolio(NamedTuple):
    """
    A list as it was read.

    Attributes
    ----------
    file
        None where anything is wrong.
    document
        Its text, for positions.
    faults
        All of them (``STD0xx``).
    """

    file: PortfolioFile | None
    document: Document | None
    faults: tuple[Diagnostic, ...]


def read_portfolio(source: Source) -> ReadPortfolio:
    """Read ``portfolio.yaml``; that its folders are there is not looked at."""
    faults: list[Diagnostic] = []
    document, file = typed(source, PortfolioFile, faults)
    if document is None:
        return ReadPortfolio(None, None, tuple(faults))
    shared = () if file is None else check_shared_vendors(file.vendors, document)
    faults = limited([*faults, *shared])
    return ReadPortfolio(None if faults else file, document, tuple(faults))
