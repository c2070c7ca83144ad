"""All capacities of a period in one integer (容量の一括照合)."""

from __future__ import annotations

from stdmig.levelling.heuristic.frame import Frame


def pack(frame: Frame) -> tuple[list[int], list[int], int]:
    """
    Return what each activity takes, what is free per period, and the guard.

    Every resource with a capacity has a field of bits, and one bit above it, the guard,
    that stands in `free` and falls when more is taken than is there: one subtraction
    compares all resources. After the last period comes one in which all is free.
    """
    needs = [0] * len(frame.low)
    free = [0] * (frame.problem.periods + 1)
    guard = shift = 0
    for resource in frame.problem.resources:
        if resource.capacity is None:
            continue
        # Should an activity be named twice, its amounts add up.
        most = sum(amount for _, amount in resource.demands)
        top = max(most, *resource.capacity)
        width = top.bit_length()
        for period, capacity in enumerate((*resource.capacity, top)):
            free[period] += max(0, capacity) << shift
        for activity, amount in resource.demands:
            needs[activity] += amount << shift
        guard |= 1 << (shift + width)
        shift += width + 1
    return needs, [each | guard for each in free], guard
