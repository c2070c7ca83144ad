"""Deadlines of their own, and the day a plan works back from (移行完了期限)."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.schedule import limits
from tests.schedule.town import Business, Item, Town, plan_of, read

WORK = (Item("1", "system", 1, 2),)
GENERAL, LATER = date(2026, 3, 31), date(2031, 3, 31)
COMPLETION, OWN = date(2029, 3, 31), date(2028, 12, 31)


def _town(system: Business, wanted: date | None = None) -> Town:
    return Town(WORK, ("1",), (system,), as_of=date(2026, 10, 1), wanted=wanted)


@pytest.mark.parametrize(
    ("system", "deadline", "target"),
    [
        (Business("kojin"), GENERAL, GENERAL),
        (Business("kojin", deadline=OWN), OWN, OWN),
        (Business("kojin", designated=(None,)), LATER, LATER),
        (Business("kojin", designated=(COMPLETION,)), LATER, COMPLETION),
        # The day that is set for it wins, and comes before the completion.
        (Business("kojin", designated=(COMPLETION,), deadline=OWN), OWN, OWN),
        # A completion after the deadline is not worked back from.
        (Business("kojin", designated=(date(2032, 3, 31),)), LATER, LATER),
    ],
)
def test_limits(system: Business, deadline: date, target: date) -> None:
    """Its own deadline wins, then that of designated systems, then the general one."""
    inventory = read(_town(system))
    found = limits(inventory.systems[0], inventory.template)
    assert found == (deadline, target)


def test_general_wish_binds_no_designated_system() -> None:
    """The town wants 2026-01-05; a designated system plans to its completion."""
    wanted = date(2026, 1, 5)
    for system, source in (
        (Business("kojin"), "wanted"),
        (Business("kojin", designated=(COMPLETION,)), "chosen"),
        (Business("kojin", designated=(COMPLETION,), cutover=OWN), "wanted"),
    ):
        (cutover,) = plan_of(_town(system, wanted)).cutovers
        assert cutover.source == source
        if source == "chosen":
            assert cutover.day <= COMPLETION
            assert cutover.reason == ("completion", "kojin")
        else:
            assert cutover.day == (system.cutover or wanted)


def test_template_without_a_limit_leans_on_the_end_of_fiscal_2030() -> None:
    """About five years are read as 2031-03-31, and the file can say otherwise."""
    town = _town(Business("kojin", designated=(None,)))
    (cutover,) = plan_of(town._replace(designated=date(2030, 3, 31))).cutovers
    assert cutover.deadline == date(2030, 3, 31)
