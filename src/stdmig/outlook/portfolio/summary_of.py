"""What the roll-up keeps of a planned municipality (団体の要約)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from stdmig.coverage import Coverage
from stdmig.inventory.capacity import CapacityFile
from stdmig.levelling.demand import vendor_limits
from stdmig.outlook.portfolio.contracts_of import contracts_of
from stdmig.outlook.portfolio.due_of import due_of
from stdmig.outlook.portfolio.purchases_of import purchases_of
from stdmig.outlook.portfolio.systems_of import systems_of
from stdmig.outlook.portfolio.town import Town, TownFinding, VendorLimit
from stdmig.outlook.portfolio.work_of import work_of
from stdmig.outlook.progress.work import work_done
from stdmig.rules import Finding
from stdmig.schedule import Plan


def summary_of(
    place: str,
    plan: Plan,
    coverages: Sequence[Coverage],
    findings: Sequence[Finding],
    items: Collection[str] = (),
) -> Town:
    """
    Return the plain values that the roll-up keeps of one municipality.

    No texts are made and no paths are walked: it costs a small part of the planning.

    Parameters
    ----------
    place
        The workspace, as the user named it.
    plan, coverages
        The dates, and the contracts held against them.
    findings
        Those of the check; what is accepted does not count.
    items
        Refs of further work items whose vendors are wanted, beside 13 to 15.
    """
    who = plan.inventory.municipality
    counted = [each for each in findings if each.suppression is None]
    work = work_done(plan)
    return Town(
        place,
        who.name,
        who.name_en,
        who.code,
        who.population,
        work.done,
        work.whole,
        systems_of(plan, coverages, counted),
        contracts_of(coverages),
        work_of(plan, frozenset(items)),
        purchases_of(plan),
        due_of(plan, coverages),
        _findings(counted),
        _limits(plan.inventory.capacity),
        plan.inventory.sample,
    )


def _findings(counted: Sequence[Finding]) -> tuple[TownFinding, ...]:
    """Return how often each rule found something, by code, the worst first."""
    found = Counter((each.rule.code, each.severity) for each in counted)
    order = sorted(found, key=lambda key: (key[0], -key[1]))
    return tuple(TownFinding(key[0], key[1].key, found[key]) for key in order)


def _limits(written: CapacityFile | None) -> tuple[VendorLimit, ...]:
    if written is None:
        return ()
    return tuple(
        VendorLimit(
            worker.name or "",
            worker.items,
            tuple(None if each is None else int(each * 10) for each in limit),
        )
        for worker, limit in vendor_limits(written).items()
        if limit is not None
    )
