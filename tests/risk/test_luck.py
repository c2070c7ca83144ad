"""Draws: even, of their own, and the same everywhere (乱数)."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.risk.luck import Luck

GOLDEN = [10, 6, 5, 3, 2, 0, 8, 9, 7, 11, 4, 1]
"""Strata of the first twelve samples of ``task 1`` with seed 1."""


def _strata(luck: Luck, name: str) -> list[int]:
    """Return the stratum of every sample."""
    draw = luck.draw(name)
    found: list[int] = []
    for chunk in range(luck.chunks):
        places = luck.places(draw, chunk)
        found += (places * luck.phases + draw.phase[chunk]).tolist()
    return found


@pytest.mark.parametrize("samples", [1, 2, 7, 999, 10_000, 30_000, 100_000])
def test_every_stratum_is_drawn_once(samples: int) -> None:
    """The samples of one task are an order of the strata."""
    luck = Luck(samples, 1)
    assert luck.strata == samples
    assert sorted(_strata(luck, "task 1")) == list(range(samples))


@given(st.integers(1, 60_000), st.integers(0, 2**64))
def test_any_number_of_samples_comes_out(samples: int, seed: int) -> None:
    """None is drawn twice, and there are as many as were wanted."""
    luck = Luck(samples, seed)
    found = _strata(luck, "task 8@基幹")
    assert len(found) == len(set(found)) == samples
    assert max(found) < luck.strata < samples + luck.chunks


def test_draws_are_those_of_the_first_release() -> None:
    """Another Python, numpy or machine gives the same: these were written down."""
    assert _strata(Luck(12, 1), "task 1") == GOLDEN
    assert _strata(Luck(12, 2), "task 1") != GOLDEN
    assert _strata(Luck(12, 1), "task 2") != GOLDEN


def test_tasks_do_not_follow_each_other() -> None:
    """Of forty tasks, no two are correlated beyond chance, as their strata show."""
    luck = Luck(20_000, 3)
    rows = np.array([_strata(luck, f"task {place}") for place in range(40)])
    correlations = np.corrcoef(rows)[~np.eye(40, dtype=bool)]
    assert np.abs(correlations).max() < 4.5 / 20_000**0.5
