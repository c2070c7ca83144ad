"""The days of a cell, put together into periods (契約期間の組立て)."""

from __future__ import annotations

import re

from stdmig.dates import Period, shown
from stdmig.intake.inventory_list.day_reading import Reading, Role, Span, unread
from stdmig.intake.inventory_list.day_tokens import Token
from stdmig.intake.inventory_list.lengths import LENGTH, last_day
from stdmig.inventory.quoted import quoted
from stdmig.words import Text, text


def single(period: Period, role: Role, written: str) -> Reading:
    """Return what one day says: the first, or the last, as its heading has it."""
    if role == "first":
        return Reading((Span(start=period.first),))
    if role == "last":
        return Reading((Span(end=period.last),))
    return Reading(fault=_one_day_only(written))


def _one_day_only(written: str) -> Text:
    return text(
        "'{value}' is one day; whether the contract begins or ends on it is not said",
        value=quoted(written),
    )


def assembled(plain: str, days: list[Token], role: Role, value: str) -> Reading:
    """Return the periods that the days of a text make, in the order written."""
    periods = [day.period for day in days if isinstance(day.period, Period)]
    if len(days) == 1:
        if role != "both":
            return single(periods[0], role, value)
        return _open_or_whole(plain, days[0], periods[0], value)
    if len(days) % 2:
        return Reading(fault=unread(value))
    spans = [
        Span(first.first, last.last)
        for first, last in zip(periods[::2], periods[1::2], strict=True)
    ]
    for span in spans:
        if span.start and span.end and span.end < span.start:
            return Reading(fault=_reversed(value))
    starts = [span.start for span in spans]
    ends = [span.end for span in spans]
    if starts != sorted(set(starts), key=str) or ends != sorted(set(ends), key=str):
        return Reading(
            fault=text(
                "the periods in '{value}' do not run one after the other",
                value=quoted(value),
            )
        )
    return Reading(tuple(spans))


def _reversed(value: str) -> Text:
    return text("'{value}' ends before it starts", value=quoted(value))


def _open_or_whole(plain: str, day: Token, period: Period, value: str) -> Reading:
    begin, end = day.span
    if day.whole_year:
        return Reading((Span(period.first, period.last),))
    after, before = plain[end:].strip(), plain[:begin].strip()
    if LENGTH.search(after):
        return Reading((Span(start=period.first),))
    if re.match(r"まで|迄|満了|終了", after) or re.search(r"~|至$", before):
        return Reading((Span(end=period.last),))
    if re.match(r"~|から|より|以降|開始|-", after) or before.endswith("自"):
        return Reading((Span(start=period.first),))
    return Reading(fault=_one_day_only(value))


def with_length(reading: Reading, length: int | None) -> Reading:
    """Return a reading whose last day is counted from its length, or held to it."""
    if length is None or len(reading.spans) != 1:
        return reading
    start, end = reading.spans[0]
    if start is None:
        return reading
    counted = last_day(start, length)
    if end is None and counted is not None:
        return reading._replace(spans=(Span(start, counted),))
    if end is not None and end != counted:
        remark = text(
            "{n} months from the first day end on {counted}, not on {end}; the days"
            " were taken",
            n=length,
            counted=shown(counted) if counted else "-",
            end=shown(end),
        )
        return reading._replace(remarks=(*reading.remarks, remark))
    return reading
