"""Rows of contracts: in force, prolonged, missing (契約の行)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from stdmig.coverage import Coverage, Gap
from stdmig.coverage.extension import STATE_TITLES
from stdmig.dates import shown, shown_fiscal_year, split_by_fiscal_year
from stdmig.render.chart.model import Bar, Mark, Row
from stdmig.words import Style, Text, count, listing, text

_DAY = timedelta(days=1)


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
    gap, units = coverage.gap, coverage.units
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
            _short(coverage).into(style) if gap else "-",
        ),
        told.into(style),
        tuple(_bars(coverage, style, first)),
        tuple(
            Mark("cutover", day, text("cutover {day}", day=shown(day)).into(style))
            for day in cutovers
        ),
        alarming=bool(coverage.unsigned),
        systems=tuple(systems),
        sections=coverage.sections,
        vendors=tuple(dict.fromkeys(vendor for vendor in vendors if vendor)),
    )


def _facts(coverage: Coverage) -> Iterator[object]:
    """Yield what is said about a contract: its span, its gap, its extension."""
    first, last, gap = coverage.first_day, coverage.last_day, coverage.gap
    if last is None:
        yield text("last day unknown")
    elif first is None:
        yield text("to {last}", last=shown(last))
    else:
        yield text("{first} - {last}", first=shown(first), last=shown(last))
    if coverage.single_year:
        yield text("1-yr")
    if gap is not None:
        span = text("{first} - {last}", first=shown(gap.start), last=shown(gap.end))
        yield text("{what} ({span})", what=_missing(coverage), span=span)
    if gap is not None and coverage.progress.state is not None:
        yield text("extension {state}", state=STATE_TITLES[coverage.progress.state])
    yield text("cutover {day}", day=shown(coverage.cutover))


def _short(coverage: Coverage) -> Text:
    """Return what is missing for a narrow column."""
    if coverage.renewals:
        return text("renew {n}x", n=len(coverage.renewals))
    if not coverage.unsigned and coverage.progress.state is not None:
        return STATE_TITLES[coverage.progress.state]
    days = coverage.gap.days if coverage.gap else 0
    return count("{n} day", "{n} days", days)


def _missing(coverage: Coverage) -> Text:
    """Return how long the gap is; of a single-year contract how often it is renewed."""
    if coverage.renewals:
        return count("{n} renewal", "{n} renewals", len(coverage.renewals))
    return _days(coverage.gap.days if coverage.gap else 0)


def _days(number: int) -> Text:
    return count("gap of {n} day", "gap of {n} days", number)


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
        span = text("{first} - {last}", first=shown(each.start), last=shown(each.end))
        told = listing((text("extension {state}", state=state), span)).into(style)
        if each.state == "signed":
            yield Bar("covered", each.start, each.end, told, state.into(style))
        else:
            yield Bar("extended", each.start, each.end, told)


def _gaps(coverage: Coverage, style: Style) -> Iterator[Bar]:
    """Yield what no signed extension covers, or the years that are to be renewed."""
    for part in coverage.unsigned:
        if coverage.renewed_yearly:
            yield from _renewals(part, style)
            continue
        told, state = _days(part.days), coverage.extension_state(*part)
        span = text("{first} - {last}", first=shown(part.start), last=shown(part.end))
        label = told
        if state is not None:
            label = text("{what} ({span})", what=told, span=STATE_TITLES[state])
        title = text("{what} ({span})", what=label, span=span).into(style)
        yield Bar("gap", part.start, part.end, title, label.into(style))


def _renewals(part: Gap, style: Style) -> Iterator[Bar]:
    for year, first, last in split_by_fiscal_year(part.start, part.end):
        span = text("{first} - {last}", first=shown(first), last=shown(last))
        what = text("renewal for {year}", year=shown_fiscal_year(year))
        title = text("{what} ({span})", what=what, span=span).into(style)
        yield Bar("renewal", first, last, title, what.into(style))
