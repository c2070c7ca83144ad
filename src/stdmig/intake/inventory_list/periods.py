"""The days of a contract as cells give them (契約期間の読取り)."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Literal, NamedTuple

from stdmig.dates import Period, shown
from stdmig.intake.inventory_list.day_tokens import (
    FIRST_SERIAL,
    LAST_SERIAL,
    Token,
    day_of_serial,
    tokens,
    unified,
)
from stdmig.intake.inventory_list.lengths import (
    LENGTH,
    MONTHS,
    as_months,
    last_day,
    length_within,
)
from stdmig.intake.sheet.sheet import CellValue
from stdmig.inventory.quoted import quoted
from stdmig.words import Text, text

Role = Literal["first", "last", "both"]
"""Whether a cell gives a first day, a last day, or a period."""


class Span(NamedTuple):
    """First and last day of a contract, as far as they are given."""

    start: date | None = None
    end: date | None = None


class Reading(NamedTuple):
    """
    What a cell says of days.

    Attributes
    ----------
    spans
        One for each contract, in the order in which they run; empty where nothing
        is known.
    fault
        Why nothing is taken over.
    proposal
        What was probably meant, in words that are read again.
    remarks
        How doubtful things were read.
    kind
        ``single_year`` or ``multi_year`` where the cell says it.
    renewal
        By how many months it renews itself, where the cell says it.
    rest
        Words beside the days, not understood, to be kept.
    askable
        Whether it seems to be a day, so that the person can tell which.
    """

    spans: tuple[Span, ...] = ()
    fault: Text | None = None
    proposal: str | None = None
    remarks: tuple[Text, ...] = ()
    kind: str | None = None
    renewal: int | None = None
    rest: str = ""
    askable: bool = False


_EMPTY = re.compile(
    r"[-~/.…\s]*|未定|不明|なし|無し?|無期限|調整中|検討中|協議中|該当なし|N/?A|非該当|\?"
)
_SINGLE = re.compile(r"単年度契約|単年契約|単年度|単年|\(単\)")
_MULTI = re.compile(r"長期継続契約|長期継続|複数年契約|複数年|債務負担行為|債務負担")
_MONTHS_BEHIND = MONTHS.replace("<n>", "<n2>").replace("<unit>", "<u2>")
_RENEWAL = re.compile(
    rf"(?:以[後降]は?)?{MONTHS}(?:間)?(?:ごと|毎|単位|ずつ)?(?:に|の|で)?自動(?:更新|延長)"
    rf"|自動(?:更新|延長)[(:]?{_MONTHS_BEHIND}間?\)?"
)
_WEEKDAY = re.compile(r"\((?:月|火|水|木|金|土|日)(?:曜日?)?\)")
_JOINING = re.compile(
    r"から|より|まで|迄|以降|契約期間|リース期間|現契約|次契約|次期契約|前契約|現行契約|延長|開始|終了|満了"
    r"|期間|契約|西暦|自|至|間|の|[~\-、,・/\s:;()\[\]「」→⇒>]"
)
_VAGUE = re.compile(r"頃|ごろ|上旬|中旬|下旬|程度|約|春|夏|秋|冬|以前|前後")


def read_days(value: CellValue, role: Role) -> Reading:
    """Return what a cell says of the days of a contract; nothing is raised."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return _single(Period(value, value), role, str(value))
    if isinstance(value, bool):
        return Reading(fault=_unread(str(value)))
    if isinstance(value, int | float):
        return _number(value, role)
    if len(value) > 300:
        return Reading(fault=_unread(value))
    return _written(unified(value).strip(), value, role)


def _unread(written: str) -> Text:
    return text("'{value}' was not understood as a date", value=quoted(written))


def _number(value: float, role: Role) -> Reading:
    if not abs(value) < 1e9:
        return Reading(fault=_unread(str(value)))
    number = int(value)
    if FIRST_SERIAL <= number <= LAST_SERIAL:
        day = day_of_serial(number)
        reading = _single(Period(day, day), role, str(number))
        remark = text(
            "the number {number} was read as Excel's number of the day {day}",
            number=number,
            day=shown(day),
        )
        return reading._replace(remarks=(*reading.remarks, remark))
    if number == value and number > 0:
        return _written(str(number), str(number), role)
    return Reading(fault=_unread(str(value)))


def _written(plain: str, value: str, role: Role) -> Reading:
    if _EMPTY.fullmatch(plain):
        return Reading()
    if plain.isdecimal() and len(plain) == 5:
        number = int(plain)
        if FIRST_SERIAL <= number <= LAST_SERIAL:
            return _number(number, role)
        return Reading(fault=_unread(value))
    if re.fullmatch(r"(?:19|20|21)\d\d(?:0[1-9]|1[0-2])", plain):
        plain = f"{plain[:4]}年{int(plain[4:])}月"
    plain, said = _said_beside(plain)
    days = tokens(plain)
    rest, length = length_within(_rest(plain, days))
    if not days or _VAGUE.search(rest) or re.search(r"\d", rest):
        return Reading(fault=_unread(value))
    if bad := next((day for day in days if isinstance(day.period, Text)), None):
        assert isinstance(bad.period, Text)
        return Reading(fault=bad.period, proposal=_probable(days), askable=True)
    reading = _with_length(_assembled(plain, days, role, value), length)
    rest = " ".join([said.rest, rest]).strip()
    return reading._replace(kind=said.kind, renewal=said.renewal, rest=rest)


def _said_beside(plain: str) -> tuple[str, Reading]:
    """Return a text without what it says of kind and renewal, and that."""
    kind = "single_year" if _SINGLE.search(plain) else None
    if kind is None and _MULTI.search(plain):
        kind = "multi_year"
    plain = _MULTI.sub(" ", _SINGLE.sub(" ", plain))
    renewal = None
    if match := _RENEWAL.search(plain):
        number = match["n"] or match["n2"]
        renewal = as_months(number, match["unit"] or match["u2"])
        plain = plain[: match.start()] + " " + plain[match.end() :]
    unsaid = re.search(r"自動(?:更新|延長)(?:あり|有)?", plain)
    if unsaid:
        plain = plain[: unsaid.start()] + " " + plain[unsaid.end() :]
    rest = unsaid[0] if unsaid else ""
    return plain, Reading(kind=kind, renewal=renewal, rest=rest)


def _rest(plain: str, days: list[Token]) -> str:
    for day in reversed(days):
        begin, end = day.span
        plain = f"{plain[:begin]} {plain[end:]}"
    return " ".join(_JOINING.sub(" ", _WEEKDAY.sub(" ", plain)).split())


def _probable(days: list[Token]) -> str | None:
    """Return the days as they were probably meant, or None where one stays dark."""
    meant = []
    for place, day in enumerate(days):
        if isinstance(day.period, Text):
            if day.meant is None:
                return None
            meant.append(day.meant)
        else:
            meant.append(day.period.last if place % 2 else day.period.first)
    return "~".join(day.isoformat() for day in meant)


def _single(period: Period, role: Role, written: str) -> Reading:
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


def _assembled(plain: str, days: list[Token], role: Role, value: str) -> Reading:
    periods = [day.period for day in days if isinstance(day.period, Period)]
    if len(days) == 1:
        if role != "both":
            return _single(periods[0], role, value)
        return _open_or_whole(plain, days[0], periods[0], value)
    if len(days) % 2:
        return Reading(fault=_unread(value))
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


def _with_length(reading: Reading, length: int | None) -> Reading:
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
