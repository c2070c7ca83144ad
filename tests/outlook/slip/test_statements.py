"""What a slip comes to, in a few statements (遅れの影響の要点)."""

from __future__ import annotations

from stdmig.outlook.slip.rollup import SlipReport, roll_up
from stdmig.outlook.slip.statements import statements
from stdmig.outlook.slip.town import TownSlip
from tests.helpers import ENGLISH
from tests.slips import AS_OF, asahi, slipped, supposed


def _report(lost_before: bool) -> SlipReport:
    """Return a slip that takes no cutover: all were safe before, or impossible."""
    town = slipped(asahi())
    systems = tuple(
        each._replace(
            early_before=each.early,
            earliest_before=each.earliest,
            cutover=each.earliest - 1 if lost_before else each.early,
            deadline=each.early,
        )
        for each in town.systems
    )
    kept: TownSlip = town._replace(systems=systems, contracts=(), windows=())
    return roll_up([supposed()], [kept], 1, AS_OF)


def test_slip_that_takes_nothing_is_good_news() -> None:
    """All that is worked on later is as safe as before."""
    (first, *_) = statements(_report(lost_before=False))
    assert first.tone == "good"
    assert [each.into(ENGLISH) for each in first.sentences] == [
        "No cutover is lost through it: 2 systems in 1 municipality stand as they did"
        " before."
    ]


def test_what_was_impossible_before_is_not_told_as_kept() -> None:
    """Nobody may read that such a system can be kept: it is said, as bad news."""
    (first, *_) = statements(_report(lost_before=True))
    assert first.tone == "bad"
    assert [each.into(ENGLISH) for each in first.sentences][1:] == [
        "2 of them cannot be kept, with or without it."
    ]
