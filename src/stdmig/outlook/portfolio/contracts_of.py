"""The contracts of a municipality, as the roll-up keeps them (契約の要約)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stdmig.coverage import Coverage, due_notice, open_gap
from stdmig.inventory import Contract
from stdmig.outlook.portfolio.town import TownContract


def contracts_of(coverages: Iterable[Coverage]) -> tuple[TownContract, ...]:
    """Return the contracts that cover a unit, in the order of the file."""
    return tuple(_contracts(coverages))


def _contracts(coverages: Iterable[Coverage]) -> Iterator[TownContract]:
    for coverage in coverages:
        contract = coverage.contract
        if contract is None:
            continue
        notice = due_notice(coverage)
        systems = (unit.installation.system.id for unit in coverage.units)
        yield TownContract(
            coverage.agreement.id,
            coverage.agreement.title.ja,
            _vendor(contract, coverage),
            contract.end.toordinal() if contract.end else None,
            coverage.runs_to.toordinal() if coverage.runs_to else None,
            coverage.needed_to.toordinal(),
            open_gap(coverage).days if coverage.gap else 0,
            notice.by.toordinal() if notice else None,
            coverage.single_year,
            tuple(dict.fromkeys(systems)),
        )


def _vendor(contract: Contract, coverage: Coverage) -> str | None:
    """Return who delivers, who need not be the one that signed (リース会社)."""
    if contract.vendor is not None:
        return contract.vendor
    named = {unit.installation.unit.vendor for unit in coverage.units}
    alone = named.pop() if len(named) == 1 else None
    return alone or contract.counterparty
