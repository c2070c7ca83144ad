"""What is recorded of a system that is explained: designation, contracts (業務)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.coverage import Coverage, open_gap
from stdmig.dates import shown, shown_month
from stdmig.inventory import REASONS
from stdmig.render.gap_words import extended_words, gap_cell
from stdmig.schedule import Cutover
from stdmig.words import Text, count, text


def designation_words(cutover: Cutover) -> Iterator[Text]:
    """Yield why a later deadline holds, and which functions come later still."""
    designated = cutover.system.designated
    if designated is not None:
        unknown = text("not recorded")
        reason = REASONS.get(designated.reason or 0, unknown)
        completion = designated.completion
        yield text(
            "designated system, reason {no}: {reason} ({explanation}); planned"
            " completion {completion}",
            no=designated.reason or "-",
            reason=reason,
            explanation=designated.explanation or unknown,
            completion=shown_month(completion) if completion else unknown,
        )
    for each in cutover.system.transitional:
        words = text("transitional measure: {function}", function=each.function)
        if each.until is not None:
            words = text(
                "transitional measure: {function}, until {day}",
                function=each.function,
                day=shown(each.until),
            )
        yield words


def contract_words(coverage: Coverage) -> Text:
    """Return to which day a contract lasts, and what is missing before the cutover."""
    name, last, gap = coverage.agreement.title, coverage.last_day, open_gap(coverage)
    if last is None:
        return text("contract {name}: its last day is unknown", name=name)
    extended = coverage.extended_to
    if gap.kind == "renewals":
        return text(
            "contract {name}: to {last_day}; {more}",
            name=name,
            last_day=shown(last),
            more=gap_cell(coverage),
        )
    if gap.parts:
        told = count(
            "contract {name}: to {last_day}; {n} day is missing, {start} to {end}",
            "contract {name}: to {last_day}; {n} days are missing, {start} to {end}",
            gap.days,
            name=name,
            last_day=shown(last),
            start=shown(gap.parts[0].start),
            end=shown(gap.parts[-1].end),
        )
        for words in extended_words(coverage):
            told = text("{what} ({span})", what=told, span=words)
        return told
    if coverage.overdue:
        return text(
            "contract {name}: to {last_day}; its cutover is past, and its system is not"
            " recorded as live",
            name=name,
            last_day=shown(coverage.runs_to or last),
        )
    if extended is not None:
        return text(
            "contract {name}: to {last_day}, extended to {extended} (signed), lasts"
            " until the cutover",
            name=name,
            last_day=shown(last),
            extended=shown(extended),
        )
    return text(
        "contract {name}: to {last_day}, lasts until the cutover",
        name=name,
        last_day=shown(last),
    )
