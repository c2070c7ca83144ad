"""Whether one task must be finished before another (先行関係)."""

from __future__ import annotations

from stdmig.network.network import Network


def is_before(network: Network, earlier: int, later: int) -> bool:
    """Return whether links lead from the task at `earlier` to that at `later`."""
    seen: set[int] = set()
    waiting = [later]
    while waiting:
        for place in network.before[waiting.pop()]:
            if place == earlier:
                return True
            # In topological order nothing before `earlier` leads to it.
            if place > earlier and place not in seen:
                seen.add(place)
                waiting.append(place)
    return False
