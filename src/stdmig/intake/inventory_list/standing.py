"""What a row says of live and of designated systems (移行状況・特定移行支援)."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from stdmig.dates import Period, shown
from stdmig.intake.inventory_list.choices import yes_or_no
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.periods import read_days
from stdmig.intake.inventory_list.plain import brackets_apart, folded, plain
from stdmig.intake.inventory_list.rows import Filled, Row
from stdmig.intake.inventory_list.table import Table
from stdmig.inventory.draft import Value
from stdmig.inventory.quoted import quoted
from stdmig.words import text

_LIVE = re.compile(
    r"(?:稼働|移行|標準化|切替え?|対応|完了)済み?|(?:移行|標準化|切替え?)(?:は|が)?完了"
    r"|完了|済み?|標準準拠システム(?:で|にて)?稼働中?"
)
_DESIGNATED = re.compile(r"特定移行(?:支援)?(?:システム)?|移行困難(?:システム)?")
_OPEN = re.compile(
    r"未.*|.*予定|.*(?:作業|準備|検討|対応|調整|移行|協議|調達|選定)中|[-―ー/]*|その他"
)
_MARKED = re.compile(r"該当|対象|○|〇")
_NOT_MARKED = re.compile(r"非該当|対象外|該当し?な[いし]|該当無し|×")

LAW = date(2021, 9, 1)
"""
No standard-compliant system served before the law itself was in force
(地方公共団体情報システムの標準化に関する法律 附則1条).
"""


class Standing(NamedTuple):
    """
    What a row says of where its system stands.

    Attributes
    ----------
    live
        Whether its successor serves already.
    since
        Its first day of service, where that is told.
    designated
        Whether it is marked as designated.
    completion
        When it is planned to be done.
    """

    live: bool = False
    since: Period | None = None
    designated: bool = False
    completion: date | None = None


def read_standing(
    table: Table, row: Row, system: dict[str, Value | None], inquiry: Inquiry
) -> Standing | None:
    """
    Return where a system stands; None where no column tells of it.

    Parameters
    ----------
    system
        Values of the system. The wanted cutover of a designated one is its planned
        completion (移行予定), and is taken out of them.
    """
    if not (table.has("system.state") or table.has("system.designated")):
        return None
    state = row.get("system.state")
    live, designated = (False, False) if state is None else _state(state, inquiry)
    mark = row.get("system.designated")
    designated = designated or (mark is not None and _mark(mark, inquiry))
    place = (mark or state or Filled("", row.place)).place
    if live:
        if designated:
            wording = text("it is live already, so it was not read as designated")
            inquiry.remark(place, wording)
        return Standing(live=True, since=_since(row, state, inquiry))
    if designated:
        return Standing(designated=True, completion=_completion(row, system, inquiry))
    if (planned := row.get("designated.completion")) is not None:
        message = text("left out: the system is not marked as designated")
        inquiry.left_out(planned.place, message)
    return Standing()


def _state(cell: Filled, inquiry: Inquiry) -> tuple[bool, bool]:
    """Return whether a cell says that a system is live, or that it is designated."""
    words = plain(brackets_apart(cell.words)[0])
    if _LIVE.fullmatch(words):
        return True, False
    if _DESIGNATED.fullmatch(words):
        return False, True
    if not _OPEN.fullmatch(words):
        message = text(
            "'{value}' does not say clearly whether it is live",
            value=quoted(cell.words),
        )
        inquiry.left_out(cell.place, message)
    return False, False


def _mark(cell: Filled, inquiry: Inquiry) -> bool:
    """Return whether a cell marks a system as designated."""
    mark = yes_or_no(cell.words)
    if mark is not None:
        return mark
    words = folded(cell.words)
    if _NOT_MARKED.fullmatch(words):
        return False
    if _MARKED.fullmatch(words) or _DESIGNATED.fullmatch(plain(cell.words)):
        return True
    message = text(
        "'{value}' does not say clearly whether it is designated",
        value=quoted(cell.words),
    )
    inquiry.left_out(cell.place, message)
    return False


def _since(row: Row, state: Filled | None, inquiry: Inquiry) -> Period | None:
    cell = row.get("system.since")
    if (
        cell is None
        and state is not None
        and (inside := brackets_apart(state.words)[1])
    ):
        cell = state._replace(value=inside)
    if cell is None:
        return None
    day = _day(cell, inquiry, first=True)
    if day is not None and day < LAW:
        message = text(
            "{day} lies before the law on the standardisation; it was not read as the"
            " first day of the new system",
            day=shown(day),
        )
        inquiry.left_out(cell.place, message)
        return None
    return None if day is None else Period(day, day)


def _completion(
    row: Row, system: dict[str, Value | None], inquiry: Inquiry
) -> date | None:
    cell = row.get("designated.completion")
    if cell is None and (cell := row.get("system.cutover")) is not None:
        wording = text("read as the planned completion of a designated system")
        if system.pop("cutover", None) is not None:
            inquiry.remark(cell.place, wording)
    return None if cell is None else _day(cell, inquiry, first=False)


def _day(cell: Filled, inquiry: Inquiry, *, first: bool) -> date | None:
    reading = read_days(cell.value, "first" if first else "last")
    if reading.fault is not None:
        inquiry.left_out(cell.place, reading.fault)
    if reading.fault is not None or not reading.spans:
        return None
    span = reading.spans[0]
    return span.start if first else span.end
