"""What is shown of a municipality beside its systems (団体の数字)."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from stdmig.outlook.portfolio.portfolio import Ranked
from stdmig.outlook.portfolio.totals import step_rate, work_rate
from stdmig.outlook.portfolio.town import TownSystem


class TownFigures(NamedTuple):
    """
    Figures of a municipality.

    Attributes
    ----------
    slack
        The least float of its systems in days; None where none has any.
    designated
        Systems that are 特定移行支援システム.
    warnings
        Of the check.
    step_rate, work_rate
        The ministry's rate of completion, and the share of the work that is over.
    """

    slack: int | None
    designated: int
    warnings: int
    step_rate: Fraction | None
    work_rate: float | None


def town_figures(row: Ranked) -> TownFigures:
    """Return the figures of a municipality."""
    town = row.town
    slacks = [each.float_days for each in town.systems if each.float_days is not None]
    warnings = sum(each.number for each in town.findings if each.severity == "warning")
    return TownFigures(
        min(slacks, default=None),
        sum(each.designated for each in town.systems),
        warnings,
        step_rate(town),
        work_rate(town),
    )


def by_id(row: Ranked) -> dict[str, TownSystem]:
    """Return the systems of a municipality by their ids."""
    return {each.id: each for each in row.town.systems}
