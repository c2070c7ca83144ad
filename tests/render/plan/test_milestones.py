"""The milestones of a plan, day by day (節目)."""

from __future__ import annotations

from stdmig.render.plan.text import plan_text
from tests.dossiers import town_dossier
from tests.screens import screen


def test_days_past_the_ninth_year_stand_below_the_others() -> None:
    """From R10 on a day is wider, and what happens still begins in one column."""
    lines = plan_text(town_dossier().page, screen("ja", 80)).splitlines()
    first = lines.index("節目") + 1
    told = lines[first : first + 9]
    assert told[0] == "   R7.10.31  予算要求（8業務）"
    assert told[6] == "  R10. 1. 4  稼働（8業務）"
    assert {len(each) - len(each.lstrip("R0123456789. ")) for each in told} == {13}
