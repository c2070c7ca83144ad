"""Which gaps of contracts opened and closed, and what is asked for (契約の変更)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from stdmig.coverage import Ask, Coverage, OpenGap, open_gap
from stdmig.outlook.comparison.outcome import Outcome
from stdmig.outlook.comparison.union import union

ContractChangeKind = Literal[
    "new", "gone", "opened", "closed", "longer", "shorter", "moved", "other"
]
"""
What became of a contract's gap.

The contract is ``new`` or ``gone``; its gap ``opened``, ``closed``, became ``longer``
or ``shorter``, or lies on as many other days (``moved``); ``other`` is what else
differs: an end that became known, an extension that was signed.
"""


class ContractChange(NamedTuple):
    """
    A contract whose gap differs.

    Attributes
    ----------
    before, after
        The contract held against each plan; None where it is not there.
    """

    kind: ContractChangeKind
    before: Coverage | None
    after: Coverage | None

    @property
    def coverage(self) -> Coverage:
        """Return the contract, as the second plan has it where it does."""
        held = self.after or self.before
        assert held is not None
        return held

    @property
    def days(self) -> int | None:
        """Return by how many days the gap is longer; None where that is not known."""
        gaps = [_gap(each) for each in (self.before, self.after)]
        if any(gap is None or gap.kind == "unknown" for gap in gaps):
            return None
        first, second = (gap.days if gap else 0 for gap in gaps)
        return second - first


class AskChange(NamedTuple):
    """
    The request for one fiscal year of an extension, where it differs.

    Attributes
    ----------
    before, after
        What is asked for; None where nothing is.
    """

    coverage: Coverage
    fiscal_year: int
    before: Ask | None
    after: Ask | None


def contract_changes(before: Outcome, after: Outcome) -> Iterator[ContractChange]:
    """Yield the contracts whose gap differs, in the order of the file."""
    first, second = _named(before), _named(after)
    for name in union(second, first):
        held, now = first.get(name), second.get(name)
        if _facts(held) != _facts(now):
            yield ContractChange(_kind(_gap(held), _gap(now)), held, now)


def ask_changes(before: Outcome, after: Outcome) -> Iterator[AskChange]:
    """Yield the requests for extensions that came, went, or are for other days."""
    first, second = _named(before), _named(after)
    for name in union(second, first):
        held, now = _asks(first.get(name)), _asks(second.get(name))
        coverage = second.get(name) or first[name]
        for key in sorted(union(now, held)):
            was, is_ = held.get(key), now.get(key)
            if _asked(was) != _asked(is_):
                yield AskChange(coverage, key[0], was, is_)


def _named(outcome: Outcome) -> dict[tuple[str, int], Coverage]:
    """Return the contracts by id; where several share one, in their order."""
    seen: Counter[str] = Counter()
    found = {}
    for each in outcome.coverages:
        name = each.agreement.id
        found[name, seen[name]] = each
        seen[name] += 1
    return found


def _asks(coverage: Coverage | None) -> dict[tuple[int, int], Ask]:
    """Return the requests by fiscal year; where a year has several, in order."""
    seen: Counter[int] = Counter()
    found = {}
    for ask in coverage.asks if coverage else ():
        found[ask.fiscal_year, seen[ask.fiscal_year]] = ask
        seen[ask.fiscal_year] += 1
    return found


def _asked(ask: Ask | None) -> tuple[object, ...] | None:
    return ask and (ask.span, ask.opens, ask.closes)


def _gap(coverage: Coverage | None) -> OpenGap | None:
    return open_gap(coverage) if coverage else None


def _facts(coverage: Coverage | None) -> tuple[object, ...] | None:
    if coverage is None:
        return None
    gap = open_gap(coverage)
    return gap.kind, gap.parts, gap.alarms, coverage.first_day, coverage.runs_to


def _kind(before: OpenGap | None, after: OpenGap | None) -> ContractChangeKind:
    if before is None or after is None:
        return "new" if before is None else "gone"
    if "unknown" in (before.kind, after.kind):
        return "opened" if after.parts else "other"
    if not before.parts or not after.parts:
        if before.parts:
            return "closed"
        return "opened" if after.parts else "other"
    if before.days != after.days:
        return "longer" if after.days > before.days else "shorter"
    return "moved" if before.parts != after.parts else "other"
