"""Progress that lies ahead of the day the plan is looked at from (未来の実績)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stdmig.dates import shown
from stdmig.diagnostics import Severity
from stdmig.inventory import Path, TaskProgress
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.words import text


def progress_after_as_of(context: Context) -> Iterator[Hit]:
    """Yield the recorded days that have not come yet."""
    file, document = context.inventory.progress, context.inventory.documents.progress
    if file is None or document is None:
        return
    as_of = context.plan.as_of
    recorded: list[tuple[dict[str, str], date | None, Path]] = [
        ({"system": each.system}, each.since, ("live", place, "since"))
        for place, each in enumerate(file.live)
    ]
    recorded += [
        ({"system": each.system}, each.as_of, ("steps", place, "as_of"))
        for place, each in enumerate(file.steps)
    ]
    for place, each in enumerate(file.tasks):
        ahead = each.start if each.start and each.start > as_of else each.finish
        key = "start" if ahead is each.start else "finish"
        recorded.append((_subject(each), ahead, ("tasks", place, key)))
    for subject, day, path in recorded:
        if day is not None and day > as_of:
            message = text(
                "the recorded day {day} lies after the as-of date {as_of} and does"
                " not count",
                day=shown(day),
                as_of=shown(as_of),
            )
            data = {"day": day.isoformat(), "as_of": as_of.isoformat()}
            yield Hit(subject, message, document.locate(path), data)


def _subject(entry: TaskProgress) -> dict[str, str]:
    named = {"task": entry.task, "item": entry.item, "system": entry.system}
    return {key: name for key, name in named.items() if name is not None}


RULE = Rule(
    code="STD501",
    name="progress-after-as-of",
    severity=Severity.WARNING,
    subjects=(
        ("task",),
        ("item",),
        (
            "item",
            "system",
        ),
        ("system",),
    ),
    title=text("progress is recorded for a day that has not come"),
    help=text("correct the day, or look at the plan from a later as-of date"),
    why=text(
        "Progress is what has happened. A day ahead of the as-of date is a slip or a"
        " wish; the plan and the step rate count as if it were not recorded."
    ),
    example=Example(
        """\
live:
  - {system: koseki, since: 2027-03-01}   # {remark}
""",
        text("as of 2026-10-01"),
    ),
    run=progress_after_as_of,
)
