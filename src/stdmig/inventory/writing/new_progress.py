"""A new progress.yaml: what is live, and room for the rest (進捗ファイルの新規作成)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from stdmig.dates import Period, shown_long, shown_month
from stdmig.inventory.draft import DraftLive
from stdmig.inventory.progress import ProgressFile
from stdmig.inventory.statutory import STATUTORY
from stdmig.inventory.writing.collection import entry_in_brackets
from stdmig.inventory.writing.comment import cells, comment
from stdmig.inventory.writing.day import day_in_file
from stdmig.inventory.writing.whole_file import whole_file
from stdmig.words import Style, text

_HEADER = text(
    "Progress: what is live, and how far the work on the other systems is\n"
    "\n"
    "'stdmig progress' writes into this file and keeps everything else in it. You\n"
    "may as well change it by hand. What follows '#' is a remark and is not read.\n"
    "After every change by hand run 'stdmig check': it says what is wrong, and where."
)
_LIVE = text(
    "live   Systems of which the standard-compliant system serves already:\n"
    "       stdmig progress live SYSTEM --since DATE"
)
_ASSUMED = text(
    "Where 'assumed: true' stands the day is not known yet: write the real one into\n"
    "'since', and delete ', assumed: true'."
)
_TASKS = text(
    "tasks  How far the work is. A task is named by its id, as the plan shows it, or\n"
    "       by item and system; an item alone means all of its tasks that have no\n"
    "       line of their own. status: done, started, not_started, not_applicable\n"
    "       stdmig progress set TASK done --start DATE --finish DATE\n"
    "       stdmig progress set TASK started --start DATE --remaining MONTHS"
)
_STEPS = text(
    "steps  The steps that the ministry counts, by their numbers. What is not named\n"
    "       is not begun:\n"
    "       stdmig progress steps SYSTEM --done 1-23 --started 24"
)


def new_progress_yaml(style: Style, live: Sequence[DraftLive] = ()) -> bytes:
    """
    Write a whole ``progress.yaml`` whose remarks say what goes where.

    Parameters
    ----------
    style
        Language of the remarks, and how days are written.
    live
        The systems of which more is known, each with its day.
    """
    return whole_file(ProgressFile, _HEADER, _lines(live, style), style)


def _lines(live: Sequence[DraftLive], style: Style) -> Iterator[str]:
    yield ""
    yield from comment(_LIVE, style)
    if any(each.assumed for each in live):
        yield from comment(_ASSUMED, style)
    if live:
        yield "live:"
        yield from _live_lines(live, style)
    else:
        yield "live: []"
    yield ""
    yield from comment(_TASKS, style)
    yield "tasks: []"
    yield ""
    yield from comment(_STEPS, style)
    yield "steps: []"


def _live_lines(live: Sequence[DraftLive], style: Style) -> Iterator[str]:
    entries = [f"  - {_entry(each, style)}" for each in live]
    wide = max(map(cells, entries))
    for each, entry in zip(live, entries, strict=True):
        name = STATUTORY.get(each.system)
        behind = "" if name is None else f"  # {name.into(style)}"
        yield entry + (" " * (wide - cells(entry)) + behind if behind else "")


def _entry(live: DraftLive, style: Style) -> str:
    since = None if live.since is None else in_file(live.since, style)
    told = {"system": live.system, "since": since}
    return entry_in_brackets({**told, "assumed": True} if live.assumed else told)


def in_file(period: Period, style: Style) -> date | str:
    """Return a day or a month as its reader writes it."""
    if not period.is_month:
        return day_in_file(period.first, style)
    if not style.era or style.language != "ja":
        return shown_month(period.first).into(style)
    return shown_long(period.first).into(style).partition("月")[0] + "月"
