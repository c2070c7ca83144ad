"""What things of a slip are called, in every format (遅れの影響の名称)."""

from __future__ import annotations

from datetime import date

from stdmig.network.procurement import POLICIES
from stdmig.outlook.portfolio.town import Day
from stdmig.outlook.slip.rollup import SlipReport
from stdmig.outlook.slip.statements import supposition
from stdmig.outlook.slip.town import (
    Kept,
    TownSlip,
    WindowKind,
    WindowSlip,
    WindowState,
)
from stdmig.render.towns.states import STATES
from stdmig.words import Name, Readable, Text, listing, text

KEPT: dict[Kept, Text] = {
    "longest": STATES["fits"].label,
    "shortest": STATES["late"].label,
    "not": STATES["impossible"].label,
}
"""With which durations a day is kept, in the words for a system's state."""

WINDOWS: dict[WindowKind, Text] = {
    "extension": text("extension"),
    "request": text("request for the new system"),
    "carry_over": text("carry-over"),
}
"""What the money is for."""

_WINDOW_STATES: dict[WindowState, Text] = {
    "not_yet": text("not open yet"),
    "open": text("open"),
    "closed": text("closed"),
}
"""How a window for requests stands."""


def slip_title(report: SlipReport) -> Text:
    """Return what is supposed."""
    return text("If {what}", what=listing(map(supposition, report.slips)))


def town_name(town: TownSlip) -> Name:
    """Return what a municipality is called."""
    return Name(town.name, town.name_en)


def package_name(package: str | None) -> Readable:
    """Return what a package is called."""
    return text("no package named") if package is None else Name(package)


def window_name(window: WindowSlip) -> Readable:
    """Return what the money is for: a contract, or a procurement with its policy."""
    if window.policy is None:
        return Name(window.name)
    policy = POLICIES[window.policy]
    return text("{name}, {policy}", name=Name(window.name), policy=policy)


def window_state(window: WindowSlip) -> Text:
    """Return how a window, or a vote, stands."""
    if window.kind != "carry_over":
        return _WINDOW_STATES[window.state]
    return text("vote past") if window.is_lost else text("vote ahead")


def day_of(ordinal: Day) -> date:
    """Return the day of an ordinal."""
    return date.fromordinal(ordinal)
