"""The screens of the sample city, drawn without a terminal (画面)."""

from __future__ import annotations

from datetime import date
from functools import cache

from stdmig.diagnostics import Location
from stdmig.inventory import lines_at
from stdmig.render.check.entry import of_finding
from stdmig.render.check.report import Report
from stdmig.render.check.titles import Titles
from stdmig.render.plan.rows import Grouping
from stdmig.render.plan.text import plan_text
from stdmig.render.screen import Screen
from stdmig.words import Language, Style
from stdmig.workspace import (
    Planned,
    Request,
    open_workspace,
    plan_workspace,
    read_workspace,
)
from stdmig.workspace.plan_page import plan_page


@cache
def sample_city() -> Planned:
    """Return the plan of the packaged city, as ``--sample`` computes it."""
    inventory, faults = open_workspace(Request(sample=True))
    assert inventory is not None, faults
    return plan_workspace(inventory, None, date.max)


def screen(language: Language, width: int = 80, *, colour: bool = False) -> Screen:
    """Return a screen in the customary style of a language."""
    return Screen(Style.of(language), width, colour)


def sample_plan_text(
    shown_on: Screen,
    *,
    by: Grouping = "item",
    section: str | None = None,
    full: bool = False,
    list_assumptions: bool = False,
) -> str:
    """Return a page about the sample's plan."""
    page = plan_page(sample_city(), section)._replace(
        grouping=by, full=full, list_assumptions=list_assumptions
    )
    return plan_text(page, shown_on)


def sample_lines() -> dict[Location, str]:
    """Return the lines of the sample that its findings point at."""
    sources = read_workspace(Request(sample=True)).sources
    assert sources is not None
    return lines_at(sources, [each.location for each in report(sample_city()).entries])


def report(planned: Planned) -> Report:
    """Return the findings of all rules."""
    titles = Titles(planned.plan)
    return Report(
        tuple(of_finding(each, titles) for each in planned.findings),
        planned.inventory.municipality.title,
        planned.plan.as_of,
        planned.inventory.sample,
        planned.as_of_source == "today",
    )
