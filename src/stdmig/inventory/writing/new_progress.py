"""A new progress.yaml that says what is live (進捗ファイルの新規作成)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stdmig.dates import Period, shown_long, shown_month
from stdmig.inventory.draft import DraftLive
from stdmig.inventory.progress import ProgressFile
from stdmig.inventory.schema.files import INPUT_FILES
from stdmig.inventory.schema.modeline import modeline
from stdmig.inventory.statutory import STATUTORY
from stdmig.inventory.writing.collection import entry_in_brackets
from stdmig.inventory.writing.comment import cells, comment
from stdmig.inventory.writing.day import day_in_file
from stdmig.words import Style, text

_HEADER = text(
    "Progress: systems that are live already, and how far the work on the others is\n"
    "\n"
    "live   Systems of which the standard-compliant system serves already. Nothing\n"
    "       is planned for them any more.\n"
    "       system  id of the system, as in systems.yaml\n"
    "       since   its first day of service; a month will do\n"
    "tasks  How far the work on the others is. A plan can be made without it.\n"
    "       item, status   number of the work item; done, started, not_started or\n"
    "                      not_applicable\n"
    "       start, finish  first and last day of the work as it happened\n"
    "How YAML is written is said at the head of systems.yaml. After every change run\n"
    "'stdmig check': it says what is wrong, and where."
)
_ASSUMED = text(
    "Where 'assumed: true' stands the day is not known yet: write the real one into\n"
    "'since', and delete ', assumed: true'."
)
_TASKS = text("To record work, delete '# ' before these lines and write your own.")
_FILE = next(file for file in INPUT_FILES if file.model is ProgressFile)


def new_progress_yaml(live: tuple[DraftLive, ...], style: Style) -> bytes:
    """
    Write a whole ``progress.yaml`` with comments for somebody new to YAML.

    Parameters
    ----------
    live
        At least one system, each with its day.
    style
        Language of the comments, and how days are written.
    """
    lines = _lines(live, style)
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def _lines(live: tuple[DraftLive, ...], style: Style) -> Iterator[str]:
    yield from comment(_HEADER, style)
    yield modeline(_FILE)
    yield f"schema: {_FILE.schema_id}"
    yield ""
    if any(each.assumed for each in live):
        yield from comment(_ASSUMED, style)
    yield "live:"
    entries = [f"  - {_entry(each, style)}" for each in live]
    wide = max(map(cells, entries))
    for each, entry in zip(live, entries, strict=True):
        name = STATUTORY.get(each.system)
        behind = "" if name is None else f"  # {name.into(style)}"
        yield entry + (" " * (wide - cells(entry)) + behind if behind else "")
    yield ""
    yield from comment(_TASKS, style)
    yield "# tasks:"
    yield "#   - {item: 1, status: done, start: 2026-04, finish: 2026-06}"
    yield "#   - {item: 2, status: started, start: 2026-07, remaining_months: 2}"


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
