"""Procurements of several municipalities, each as one (共同調達)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stdmig.outlook.portfolio.joint_procurement import Joint, JointFault, JointPart
from stdmig.outlook.portfolio.town import Town


def joint_procurements(towns: Iterable[Town]) -> tuple[Joint, ...]:
    """Return what the municipalities buy together, what begins first in front."""
    parts: dict[str, list[JointPart]] = {}
    for town in towns:
        for each in town.purchases:
            if each.joint is None:
                continue
            part = JointPart(
                town.place,
                each.id,
                each.start,
                each.finish,
                each.cutover,
                each.systems,
                each.policy,
            )
            parts.setdefault(each.joint, []).append(part)
    found = [_joint(name, sorted(listed)) for name, listed in parts.items()]
    return tuple(sorted(found, key=lambda each: (each.start, each.name)))


def _joint(name: str, parts: list[JointPart]) -> Joint:
    start = min(part.start for part in parts)
    finish = min(part.finish for part in parts)
    apart = max(max(part.start for part in parts) - finish, 0)
    return Joint(name, start, finish, tuple(parts), tuple(_faults(parts, apart)), apart)


def _faults(parts: list[JointPart], apart: int) -> Iterator[JointFault]:
    if len({part.place for part in parts}) == 1:
        yield "alone"
    if apart:
        yield "dates"
    if len({part.policy for part in parts if part.policy is not None}) > 1:
        yield "policies"
