"""What is to be minded about the request for an extension (備考)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.coverage import STATE_TITLES, Ask, Coverage, Purchase
from stdmig.dates import shown
from stdmig.words import Text, count, text

_AT_END: dict[str, Text] = {
    "returned": text("the machine is returned at the end; its cost is not in this"),
    "bought": text("the machine is bought at the end; its price is not in this"),
    "removed": text("the machine is removed at the end; its cost is not in this"),
}


def extension_remarks(coverage: Coverage, bought: Purchase, ask: Ask) -> Iterator[Text]:
    """Yield how far the year is, what is bought beyond need, and what is past."""
    yield from _state(coverage, ask)
    if bought.beyond is not None and bought.unit is not None:
        over = ask.span.within(bought.beyond)
        if over is not None:
            yield count(
                "sold by the month: {start} to {end} is more than is needed",
                "sold in units of {n} months: {start} to {end} is more than is needed",
                bought.unit,
                start=shown(over.start),
                end=shown(over.end),
            )
    contract = coverage.contract
    is_last = ask.span.end == coverage.purchases[-1].span.end
    if contract is not None and contract.at_end is not None and is_last:
        yield _AT_END[contract.at_end]


def _state(coverage: Coverage, ask: Ask) -> Iterator[Text]:
    """Yield how far the year's extension has come, so that nobody asks twice."""
    state = coverage.asked(ask)
    if state is not None and coverage.single_year:
        yield text("renewal {state}", state=STATE_TITLES[state])
    elif state is not None:
        yield text("extension {state}", state=STATE_TITLES[state])
    if state in (None, "planned") and ask.state == "closed" and ask.closes is not None:
        yield text("requests closed on {day}", day=shown(ask.closes))
        if ask.next_way is not None:
            yield ask.next_way.words
