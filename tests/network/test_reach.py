"""Whether one task must be finished before another (先行関係)."""

from __future__ import annotations

from stdmig.network import is_before
from tests.schedule.generator import thousand_cases
from tests.schedule.sample import sample_plan


def test_the_assessment_of_the_sample_is_before_its_own_data_load() -> None:
    """12 leads to 14 directly, to 15 through it, and to nothing of another system."""
    network = sample_plan().network
    place = network.place_of
    assert is_before(network, place["12@juki"], place["14@juki"])
    assert is_before(network, place["12@juki"], place["15@juki"])
    assert is_before(network, place["1"], place["15@juki"])
    assert not is_before(network, place["12@juki"], place["14@kojin"])
    assert not is_before(network, place["14@juki"], place["12@juki"])
    assert not is_before(network, place["12@juki"], place["12@juki"])


def test_reach_is_what_following_every_link_finds() -> None:
    """In random towns it agrees with sets of all predecessors, built link by link."""
    for case in thousand_cases()[:40]:
        network = case.plan.network
        found: list[set[int]] = []
        for direct in network.before:
            found.append(set(direct).union(*(found[each] for each in direct)))
        for later, earlier in enumerate(found):
            for place in range(0, len(found), 3):
                assert is_before(network, place, later) == (place in earlier)
