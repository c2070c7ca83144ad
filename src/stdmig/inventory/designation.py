"""Systems that may pass the general deadline, and functions that may (特定移行)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from stdmig.inventory.fields import Fact, LastDay, Whole, Word
from stdmig.words import Text, text

REASONS: dict[int, Text] = {
    1: text("it runs on a mainframe"),
    2: text("it was developed for this municipality alone"),
    3: text("no compliant product is in sight to replace it"),
    4: text("the vendor lacks the resources"),
}
"""
Why a system is designated (特定移行支援システムの事由1～4).

The order of 1 to 3 follows the press on the ministry's count of July 2025; that 4 is
the vendor's resources is stated (facts/domain.md, section 3).
"""


class Designation(Fact):
    """
    A system that may be cut over after the general deadline (特定移行支援システム).

    Attributes
    ----------
    reason
        Number of the reason, 1 to 4; see `REASONS` (事由).
    explanation
        What stands behind it here (理由).
    completion
        When the municipality itself plans to be done (移行完了予定時期); a month
        means its last day.
    """

    reason: Annotated[int, Field(ge=1, le=4), Whole] | None = None
    explanation: Word | None = None
    completion: LastDay | None = None


class Transitional(Fact):
    """
    A single function that is delivered after the cutover (経過措置).

    Attributes
    ----------
    function
        What is missing at first (対象機能).
    until
        Until when it may be missing; a month means its last day (期限).
    """

    function: Word
    until: LastDay | None = None


class DesignatedDeadline(Fact):
    """
    The last day on which a designated system may be cut over.

    The policy says about five years (基本方針 2024-12-24: 概ね5年以内). The date that a
    ministry's ordinance sets for one system stands in its own ``deadline``.
    """

    deadline: LastDay


def about_five_years() -> DesignatedDeadline:
    """Return the limit for a template that states none: the end of fiscal 2030."""
    return DesignatedDeadline(deadline=date(2031, 3, 31), assumed=True)
