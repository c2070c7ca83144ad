"""The curves from which durations are drawn (所要月数の分布)."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.risk.grid import DAY
from stdmig.risk.result import Shape
from stdmig.risk.spread import Spread, strata

SIZE = 50_000


@st.composite
def spreads(draw: st.DrawFn) -> Spread:
    """Draw a spread of some width."""
    shortest = draw(st.integers(0, 6))
    longest = shortest + draw(st.integers(1, 12))
    likely = draw(st.integers(2 * shortest, 2 * longest)) / 2
    shapes: tuple[Shape, ...] = ("pert", "triangular")
    shape = draw(st.sampled_from(shapes))
    return Spread(shortest, likely, longest, shape)


@given(spreads())
def test_mean_is_the_one_of_the_curve(each: Spread) -> None:
    """PERT: (shortest + 4 likely + longest) / 6; triangular: a third of the sum."""
    found = strata(each, SIZE).mean() / DAY
    if each.shape == "pert":
        mean = (each.shortest + 4 * each.likely + each.longest) / 6
    else:
        mean = (each.shortest + each.likely + each.longest) / 3
    assert found == pytest.approx(mean, abs=0.001)


@given(spreads())
def test_durations_ascend_between_the_ends(each: Spread) -> None:
    """Every stratum has a duration, none outside the shortest and the longest."""
    found = strata(each, SIZE)
    assert len(found) == SIZE
    assert (np.diff(found) >= 0).all()
    assert DAY * each.shortest <= found[0] <= found[-1] <= DAY * each.longest


@given(spreads())
def test_variance_of_pert_is_the_one_of_the_curve(each: Spread) -> None:
    """(mean - shortest)(longest - mean) / 7, with lambda 4."""
    each = each._replace(shape="pert")
    mean = (each.shortest + 4 * each.likely + each.longest) / 6
    found = (strata(each, SIZE) / DAY).var()
    wanted = (mean - each.shortest) * (each.longest - mean) / 7
    assert found == pytest.approx(wanted, rel=0.005, abs=0.001)


def test_pert_of_one_two_five_is_a_polynomial() -> None:
    """
    Between 1 and 5, likely 2, it is beta(2, 4): 1 - (1 - x)^4 (1 + 4x).

    The middle of the strata up to a share is the quantile of the polynomial.
    """
    found = strata(Spread(1, 2.0, 5, "pert"), 100_000)
    for share in (0.01, 0.1, 0.5, 0.8, 0.95, 0.999):
        months = found[int(share * 100_000)] / DAY
        low, high = ((months + side - 1) / 4 for side in (-0.017, 0.017))
        assert 1 - (1 - low) ** 4 * (1 + 4 * low) <= share
        assert 1 - (1 - high) ** 4 * (1 + 4 * high) >= share


def test_triangle_of_one_two_five() -> None:
    """A quarter of it lies below 2 months; half below 5 - sqrt(6)."""
    found = strata(Spread(1, 2.0, 5, "triangular"), 100_000) / DAY
    assert (found <= 2).mean() == pytest.approx(0.25, abs=0.01)
    assert found[50_000] == pytest.approx(5 - 6**0.5, abs=0.02)


def test_observed_durations_take_the_place_of_the_shape() -> None:
    """
    Each stands in the middle of its share, with straight lines between.

    Three were 2, 2 and 5 of 1 to 6 months: a sixth lies below 2, 2 takes a third.
    """
    found = strata(Spread(1, 3.0, 6, "pert", (2.0, 2.0, 5.0)), 60_000) / DAY
    assert (found < 2 - 1 / 64).mean() == pytest.approx(1 / 6, abs=0.01)
    assert (np.abs(found - 2) <= 1 / 64).mean() == pytest.approx(1 / 3, abs=0.01)
    assert (found <= 5).mean() == pytest.approx(5 / 6, abs=0.01)
    assert (found[0], found[-1]) == pytest.approx((1, 6), abs=0.02)


def test_what_is_fixed_is_drawn_as_it_is() -> None:
    """With the same shortest and longest there is one duration."""
    assert set(strata(Spread(3, 3.0, 3, "pert"), 10).tolist()) == {3 * DAY}
