"""The findings of a planned workspace, whole or one section's (点検結果)."""

from __future__ import annotations

from collections.abc import Callable

from stdmig.render.check.entry import of_finding
from stdmig.render.check.report import Report
from stdmig.render.check.titles import Titles
from stdmig.rules import RULES, Baseline, Rule, compare
from stdmig.workspace.plan import Planned
from stdmig.workspace.section import designated_of, findings_of


def check_report(
    planned: Planned,
    chosen: Callable[[Rule], bool] = lambda rule: True,
    section: str | None = None,
    baseline: Baseline | None = None,
) -> Report:
    """
    Return what the chosen rules find, for a section or for everybody.

    The baseline is held against the findings of everybody: what concerns another
    section is not gone.
    """
    found, comparison = planned.check(chosen), None
    if baseline is not None:
        found, comparison = compare(baseline, found, chosen, RULES)
    found = findings_of(planned.plan, found, section)
    titles = Titles(planned.plan)
    return Report(
        tuple(of_finding(each, titles) for each in found),
        planned.inventory.municipality.title,
        planned.plan.as_of,
        planned.inventory.sample,
        planned.as_of_source == "today",
        section,
        designated_of(planned.inventory, section),
        comparison,
    )
