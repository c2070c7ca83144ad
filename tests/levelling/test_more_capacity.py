"""More people never make the proven peak higher (体制の増加と山)."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stdmig.levelling.level import level
from stdmig.levelling.solved import Limits
from tests.levelling.small_town import TEMPLATE, plan_of

ENOUGH = Limits(lambda: 60.0, workers=1)


def peak(lead: int, vendor: int, cutover: str) -> int | None:
    """Return the proven peak of the lead section; None where no plan exists."""
    plan = plan_of(
        f"lead: {{capacity: {lead}}}\n"
        f'vendors: [{{vendor: 甲社, items: ["2"], capacity: {vendor}}}]',
        template=TEMPLATE.replace("2025-12-01", cutover),
    )
    found, _ = level([plan], limits=ENOUGH, objectives=("peak",))
    if found.clashes or found.excess:
        return None
    (reached,) = found.reached
    assert reached.proven
    return reached.value


@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    st.integers(2, 5),
    st.integers(0, 2),
    st.sampled_from(("2025-09-01", "2025-10-06", "2025-11-17", "2025-12-01")),
)
def test_adding_capacity_never_raises_the_peak(
    lead: int, vendor: int, cutover: str
) -> None:
    """One person more, or one more task of the vendor, and the peak is no higher."""
    pytest.importorskip("ortools")
    before = peak(lead, vendor, cutover)
    if before is None:
        return
    for more in (peak(lead + 1, vendor, cutover), peak(lead, vendor + 1, cutover)):
        assert more is not None
        assert more <= before
