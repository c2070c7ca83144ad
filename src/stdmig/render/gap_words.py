"""Words for what is missing of a contract, alike in every output (空白の表記)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.coverage import STATE_TITLES, Coverage, Gap, open_gap
from stdmig.dates import shown, shown_fiscal_year, split_by_fiscal_year
from stdmig.words import Text, count, text


def gap_cell(coverage: Coverage) -> Text:
    """Return what stands under the heading "gap", short enough for a column."""
    gap = open_gap(coverage)
    if gap.kind == "unknown":
        return text("unknown")
    if gap.kind == "signed":
        return STATE_TITLES["signed"]
    if gap.kind == "renewals":
        return _renewals(len(gap.renewals))
    if gap.kind == "open":
        return count("{n} day", "{n} days", gap.days)
    return text("{name}", name="-")


def gap_sentence(coverage: Coverage) -> Text:
    """Return the same where no heading says what it is about."""
    gap = open_gap(coverage)
    if gap.kind == "unknown":
        return text("last day unknown")
    if gap.kind == "signed":
        return signed_words()
    if gap.kind == "renewals":
        return _renewals(len(gap.renewals))
    if gap.kind == "open":
        return _stated(_days(gap.days), coverage, *gap.parts)
    return text("no gap")


def part_words(coverage: Coverage, part: Gap) -> Text:
    """Return how long one part of an open gap is, and how far its extension is."""
    return _stated(_days(part.days), coverage, part)


def signed_words() -> Text:
    """Return what days are called that a signed extension covers."""
    return text("extension {state}", state=STATE_TITLES["signed"])


def renewal_parts(coverage: Coverage) -> Iterator[tuple[Gap, Text]]:
    """Yield the days of each fiscal year for which a contract is to be renewed."""
    gap = open_gap(coverage)
    if gap.kind != "renewals":
        return
    for part in gap.parts:
        for year, first, last in split_by_fiscal_year(part.start, part.end):
            words = text("renewal for {year}", year=shown_fiscal_year(year))
            yield Gap(first, last), words


def uncovered(coverage: Coverage) -> Iterator[Text]:
    """Yield from when to when what is missing, a sentence each, for a note."""
    gap = open_gap(coverage)
    if gap.kind == "renewals":
        yield _renewals(len(gap.renewals))
        for part, words in renewal_parts(coverage):
            yield text("{what} ({span})", what=words, span=span_words(part))
        return
    yield from map(hole_words, gap.parts)


def hole_words(days: Gap) -> Text:
    """Return from when to when no contract covers anything."""
    return count(
        "No contract from {start} to {end}: {n} day",
        "No contract from {start} to {end}: {n} days",
        days.days,
        start=shown(days.start),
        end=shown(days.end),
    )


def extended_words(coverage: Coverage) -> Iterator[Text]:
    """Yield to which day a signed extension prolongs the contract, if one does."""
    if coverage.extended_to is not None:
        yield text("extended to {day} (signed)", day=shown(coverage.extended_to))


def span_words(days: Gap) -> Text:
    """Return the first and the last of some days."""
    return text("{first} - {last}", first=shown(days.start), last=shown(days.end))


def _days(number: int) -> Text:
    return count("gap of {n} day", "gap of {n} days", number)


def _renewals(number: int) -> Text:
    return count("renew {n} time", "renew {n} times", number)


def _stated(words: Text, coverage: Coverage, *parts: Gap) -> Text:
    """Return words with the state of the extension of some days, if all have one."""
    state = coverage.extension_state(parts[0].start, parts[-1].end)
    if state is None:
        return words
    return text("{what} ({span})", what=words, span=STATE_TITLES[state])
