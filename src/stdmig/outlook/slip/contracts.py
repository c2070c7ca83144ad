"""Which contracts leave more days uncovered (契約の空白の増加)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdmig.coverage import Coverage, open_gap
from stdmig.outlook.slip.town import ContractSlip


def contract_slips(
    before: Sequence[Coverage], after: Sequence[Coverage]
) -> Iterator[ContractSlip]:
    """
    Yield the contracts of which more days are uncovered, in the order of the file.

    Parameters
    ----------
    before, after
        The contracts held against the forecast cutovers without and with the slip. What
        has no known end is uncovered by nobody knows how much, and is left out.
    """
    for was, now in zip(before, after, strict=True):
        gap, wider = open_gap(was), open_gap(now)
        if now.last_day is None or wider.days <= gap.days:
            continue
        agreement = now.agreement
        placed = (each.system.id for each in agreement.installations)
        yield ContractSlip(
            agreement.id,
            agreement.title.ja,
            now.contract.vendor if now.contract else None,
            now.last_day.toordinal(),
            now.needed_to.toordinal(),
            gap.days,
            wider.days,
            now.renewed_yearly,
            tuple(dict.fromkeys(placed)),
        )
