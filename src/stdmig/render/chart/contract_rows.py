"""Rows of contracts: in force, prolonged, missing (契約の行)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stdmig.coverage import STATE_TITLES, Coverage, Gap, open_gap
from stdmig.dates import shown
from stdmig.render.chart.model import Bar, BarKind, Mark, Row
from stdmig.render.gap_words import (
    extended_words,
    gap_cell,
    gap_sentence,
    part_words,
    renewal_parts,
    span_words,
)
from stdmig.words import Style, Text, listing, text


def contract_rows(
    coverages: tuple[Coverage, ...], style: Style, first: date
) -> tuple[Row, ...]:
    """
    Return a row per contract.

    Parameters
    ----------
    first
        Where a contract begins whose first day nobody knows: the axis' first day.
    """
    return tuple(
        _row(coverage, f"c{place}", style, first)
        for place, coverage in enumerate(coverages)
    )


def _row(coverage: Coverage, name: str, style: Style, first: date) -> Row:
    title, last = coverage.agreement.title, coverage.last_day
    units = coverage.units
    told = listing((title, *_facts(coverage)))
    cutovers = sorted({unit.cutover for unit in units})
    systems = dict.fromkeys(unit.installation.system.id for unit in units)
    vendors = [each.installation.unit.vendor for each in units]
    if coverage.contract is not None:
        vendors.append(coverage.contract.vendor)
    return Row(
        name,
        "contract",
        "",
        title.into(style),
        (
            str(len(units)),
            (shown(last) if last else text("unknown")).into(style),
            gap_cell(coverage).into(style),
        ),
        told.into(style),
        tuple(_bars(coverage, style, first)),
        tuple(
            Mark("cutover", day, text("cutover {day}", day=shown(day)).into(style))
            for day in cutovers
        ),
        alarming=open_gap(coverage).alarms,
        systems=tuple(systems),
        sections=coverage.sections,
        vendors=tuple(dict.fromkeys(vendor for vendor in vendors if vendor)),
    )


def _facts(coverage: Coverage) -> Iterator[object]:
    """Yield what is said about a contract: its span, its gap, its extension."""
    first, last = coverage.first_day, coverage.last_day
    if last is None:
        yield text("last day unknown")
    elif first is None:
        yield text("to {last}", last=shown(last))
    else:
        yield text("{first} - {last}", first=shown(first), last=shown(last))
    if coverage.single_year:
        yield text("1-yr")
    yield from _standing(coverage)
    yield text("cutover {day}", day=shown(coverage.cutover))


def _standing(coverage: Coverage) -> Iterator[Text]:
    """Yield what is missing and when, or to which day it is signed."""
    gap = open_gap(coverage)
    yield from extended_words(coverage)
    if gap.kind == "renewals":
        whole = Gap(gap.parts[0].start, gap.parts[-1].end)
        what = gap_sentence(coverage)
        yield text("{what} ({span})", what=what, span=span_words(whole))
        return
    for part in gap.parts:
        what = part_words(coverage, part)
        yield text("{what} ({span})", what=what, span=span_words(part))


def _bars(coverage: Coverage, style: Style, first: date) -> Iterator[Bar]:
    last = coverage.last_day
    if last is None:
        end = max(coverage.needed_to, coverage.first_day or first)
        label = text("last day unknown").into(style)
        yield Bar("unknown", coverage.first_day or first, end, label, label)
        return
    begins = coverage.first_day or min(first, last)
    label = text("to {last}", last=shown(last)).into(style)
    yield Bar("covered", begins, last, _titled(coverage, begins, last, style), label)
    yield from _gaps(coverage, style)
    yield from _extensions(coverage, style)


def _titled(coverage: Coverage, first: date, last: date, style: Style) -> str:
    span = text("{first} - {last}", first=shown(first), last=shown(last))
    return listing((coverage.agreement.title, text("contract"), span)).into(style)


def _extensions(coverage: Coverage, style: Style) -> Iterator[Bar]:
    for each in coverage.contract.extensions if coverage.contract else ():
        state = STATE_TITLES[each.state]
        span = span_words(Gap(each.start, each.end))
        told = listing((text("extension {state}", state=state), span)).into(style)
        if each.state == "signed":
            yield Bar("covered", each.start, each.end, told, state.into(style))
        else:
            yield Bar("extended", each.start, each.end, told)


def _gaps(coverage: Coverage, style: Style) -> Iterator[Bar]:
    """Yield what no signed extension covers, or the years that are to be renewed."""
    gap = open_gap(coverage)
    for part, words in renewal_parts(coverage):
        yield _missing("renewal", part, words, style)
    for part in gap.parts if gap.kind == "open" else ():
        yield _missing("gap", part, part_words(coverage, part), style)


def _missing(kind: BarKind, part: Gap, words: Text, style: Style) -> Bar:
    title = text("{what} ({span})", what=words, span=span_words(part))
    return Bar(kind, part.start, part.end, title.into(style), words.into(style))
