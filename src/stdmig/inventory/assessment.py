"""Which assessment a system needs, and what demands it (特定個人情報保護評価)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from stdmig.inventory.fields import Fact, MayBeBlank, Whole, fault
from stdmig.words import Text, text

AssessmentLevel = Literal["none", "basic", "focused", "full"]
"""No assessment, 基礎項目評価, 重点項目評価, 全項目評価; from the lightest on."""

LEVELS: dict[AssessmentLevel, Text] = {
    "none": text("no assessment"),
    "basic": text("basic assessment"),
    "focused": text("focused assessment"),
    "full": text("full assessment"),
}
"""The levels with their names, from the lightest to the heaviest."""

MANY_HANDLERS = 500
"""From so many people who handle the data on, more is demanded (取扱者数)."""

Count = Annotated[int, Field(ge=0, le=200_000_000), Whole]
"""A number of people."""


def threshold_level(people: int, *, sensitive: bool) -> AssessmentLevel:
    """
    Return the level that the thresholds demand (しきい値判断).

    Parameters
    ----------
    people
        Whose data the system holds (対象人数).
    sensitive
        Whether 500 or more people handle the data, or a serious incident happened
        within a year (取扱者数・重大事故).

    Notes
    -----
    Source: 特定個人情報保護評価指針, as stated by the towns of 島本町 and 成田市: below
    1,000 no duty; from 300,000 full; from 100,000 full if sensitive, else focused.
    The rows from 1,000 to 10,000 and to 100,000 are inferred; see `is_inferred`.
    """
    if people < 1_000:
        return "none"
    if people < 10_000:
        return "basic"
    if people < 100_000:
        return "focused" if sensitive else "basic"
    if people < 300_000:
        return "full" if sensitive else "focused"
    return "full"


def is_inferred(people: int) -> bool:
    """Return whether no source at hand states the threshold for so many people."""
    return 1_000 <= people < 100_000


class Assessment(Fact):
    """
    Whether the system needs an assessment, and which (特定個人情報保護評価).

    Attributes
    ----------
    level
        As decided; it wins over what follows from the figures.
    people
        Whose data the system holds (対象人数).
    handlers
        Who handle the data (取扱者数).
    incident
        Whether a serious incident happened within a year (重大事故).
    """

    level: AssessmentLevel | None = None
    people: Count | None = None
    handlers: Count | None = None
    incident: Annotated[bool, MayBeBlank] = False

    @model_validator(mode="after")
    def _is_decidable(self) -> Assessment:
        if self.level is None and self.people is None:
            message = text("give 'level', or 'people', from which it follows")
            raise fault(message, code="STD006")
        return self

    @property
    def demanded(self) -> AssessmentLevel | None:
        """Return what the recorded figures demand; None where they do not say."""
        if self.people is None:
            return None
        many = self.handlers is not None and self.handlers >= MANY_HANDLERS
        return threshold_level(self.people, sensitive=many or self.incident)

    @property
    def planned(self) -> AssessmentLevel:
        """Return what is planned: handlers that nobody counted are taken as many."""
        if self.level is not None:
            return self.level
        many = self.handlers is None or self.handlers >= MANY_HANDLERS
        return threshold_level(self.people or 0, sensitive=many or self.incident)

    @property
    def guesses_handlers(self) -> bool:
        """Return whether the planned level rests on handlers that nobody counted."""
        return self.level is None and self.planned != self.demanded

    @property
    def is_too_low(self) -> bool:
        """Return whether a lighter level was decided than the figures demand."""
        order = tuple(LEVELS)
        demanded = self.demanded or "none"
        return order.index(self.planned) < order.index(demanded)
