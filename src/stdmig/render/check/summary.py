"""The findings as a table in Markdown, for the summary of a job (ジョブの要約)."""

from __future__ import annotations

from stdmig.render.check.entry import Entry
from stdmig.render.check.heading import as_of, title
from stdmig.render.check.path import below
from stdmig.render.check.run import Run
from stdmig.render.check.sentences import fact
from stdmig.render.markdown_text import plain, table_row
from stdmig.render.one_line import one_line
from stdmig.words import Style, count, text

LONGEST = 900_000
"""Bytes of a summary at most; GitHub drops one of more than 1 MiB altogether."""

_HEADINGS = (text("Severity"), text("Code"), text("Finding"), text("File"))


def check_summary(run: Run, style: Style) -> str:
    """Return the findings that count, the worst first, as a page for people."""
    head, day = title(run.report), as_of(run.report)
    lines = [f"## {plain(head.into(style)) if head else 'stdmig check'}", ""]
    if day is not None:
        lines += [plain(day.into(style)), ""]
    lines += [f"**{plain(run.report.summary.into(style))}**", ""]
    rows = [_row(entry, run.folder, style) for entry in run.report.open]
    if rows:
        lines.append(table_row([plain(each.into(style)) for each in _HEADINGS]))
        lines.append(table_row(["---"] * len(_HEADINGS)))
        kept = _that_fit(rows)
        lines += [*rows[:kept], ""]
        if kept < len(rows):
            lines += [_more(len(rows) - kept, style), ""]
    return "".join(f"{line}\n" for line in lines)


def _that_fit(rows: list[str]) -> int:
    """Return how many rows have room."""
    left = LONGEST
    for number, row in enumerate(rows):
        left -= len(row.encode("utf-8", "backslashreplace")) + 1
        if left < 0:
            return number
    return len(rows)


def _more(left: int, style: Style) -> str:
    return count(
        "{n} more finding has no room here.",
        "{n} more findings have no room here.",
        left,
    ).into(style)


def _row(entry: Entry, folder: str, style: Style) -> str:
    file = below(entry.location.file, folder) or entry.location.file
    return table_row(
        [
            entry.severity.label.into(style),
            entry.code,
            plain(fact(entry, style)),
            plain(one_line(f"{file}:{entry.location.line}")),
        ]
    )
