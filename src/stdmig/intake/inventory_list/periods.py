"""The days of a contract as cells give them (契約期間の読取り)."""

from __future__ import annotations

import re
from datetime import date, datetime

from stdmig.dates import Period, shown
from stdmig.intake.inventory_list.assembled_days import assembled, single, with_length
from stdmig.intake.inventory_list.day_reading import Reading, Role, unread
from stdmig.intake.inventory_list.day_tokens import (
    FIRST_SERIAL,
    LAST_SERIAL,
    Token,
    day_of_serial,
    tokens,
    unified,
)
from stdmig.intake.inventory_list.lengths import MONTHS, as_months, length_within
from stdmig.intake.sheet.sheet import CellValue
from stdmig.words import Text, text

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
        return single(Period(value, value), role, str(value))
    if isinstance(value, bool):
        return Reading(fault=unread(str(value)))
    if isinstance(value, int | float):
        return _number(value, role)
    if len(value) > 300:
        return Reading(fault=unread(value))
    return _written(unified(value).strip(), value, role)


def _number(value: float, role: Role) -> Reading:
    if not abs(value) < 1e9:
        return Reading(fault=unread(str(value)))
    number = int(value)
    if FIRST_SERIAL <= number <= LAST_SERIAL:
        day = day_of_serial(number)
        reading = single(Period(day, day), role, str(number))
        remark = text(
            "the number {number} was read as Excel's number of the day {day}",
            number=number,
            day=shown(day),
        )
        return reading._replace(remarks=(*reading.remarks, remark))
    if number == value and number > 0:
        return _written(str(number), str(number), role)
    return Reading(fault=unread(str(value)))


def _written(plain: str, value: str, role: Role) -> Reading:
    if _EMPTY.fullmatch(plain):
        return Reading()
    if plain.isdecimal() and len(plain) == 5:
        number = int(plain)
        if FIRST_SERIAL <= number <= LAST_SERIAL:
            return _number(number, role)
        return Reading(fault=unread(value))
    if re.fullmatch(r"(?:19|20|21)\d\d(?:0[1-9]|1[0-2])", plain):
        plain = f"{plain[:4]}年{int(plain[4:])}月"
    plain, said = _said_beside(plain)
    days = tokens(plain)
    rest, length = length_within(_rest(plain, days))
    if not days or _VAGUE.search(rest) or re.search(r"\d", rest):
        return Reading(fault=unread(value))
    if bad := next((day for day in days if isinstance(day.period, Text)), None):
        assert isinstance(bad.period, Text)
        return Reading(fault=bad.period, proposal=_probable(days), askable=True)
    reading = with_length(assembled(plain, days, role, value), length)
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
