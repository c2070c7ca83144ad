"""Projects for TaskJuggler 3, and the dates that it gives them (TaskJuggler)."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from subprocess import run
from typing import Literal, NamedTuple

from tests.differential.steps import Case, Step

MONTH = timedelta(hours=730)
"""A month of TaskJuggler's: a twelfth of 365 days, 30.4167 of them."""

_MOMENT = "%Y-%m-%dT%H:%M"

Unit = Literal["months", "days"]


class Dated(NamedTuple):
    """Start and end that TaskJuggler gives a step."""

    start: datetime
    end: datetime


def planned_by_taskjuggler(
    folder: Path, cases: Sequence[Case], unit: Unit
) -> list[list[Dated]]:
    """
    Return TaskJuggler's dates of every step of every case.

    All cases are top-level tasks of one project, since the program takes longer to
    start than to plan a town.

    Parameters
    ----------
    folder
        Where the project and the report may be written.
    cases
        Passes of one direction.
    unit
        Whether the durations are given as months or as the days that we planned.
    """
    (folder / "plan.tjp").write_text(_project(cases, unit), encoding="utf-8")
    command = ["tj3", "--silent", "-c", "1", "--abort-on-warnings", "plan.tjp"]
    done = run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    with (folder / "dates.csv").open(encoding="utf-8", newline="") as file:
        found = {
            row["Id"]: Dated(
                datetime.fromisoformat(row["Start"]), datetime.fromisoformat(row["End"])
            )
            for row in csv.DictReader(file, delimiter=";")
        }
    return [
        [found[f"case{number}.step{at}"] for at in range(len(case.steps))]
        for number, case in enumerate(cases)
    ]


def _project(cases: Sequence[Case], unit: Unit) -> str:
    bars = [day for case in cases for step in case.steps for day in step.bars]
    starts = [step.start for case in cases for step in case.steps]
    first = date(min(bars + starts).year - 1, 1, 1)
    last = date(max(bars + starts).year + 3, 1, 1)
    tasks = "\n".join(_case(at, case, unit) for at, case in enumerate(cases))
    return f"""\
project plan "plan" {first} - {last} {{
  timezone "UTC"
  timingresolution 60 min
  timeformat "{_MOMENT}"
}}
{tasks}
taskreport dates "dates" {{ formats csv columns id, start, end }}
"""


def _case(number: int, case: Case, unit: Unit) -> str:
    days = sorted({day for step in case.steps for day in step.bars})
    bars = "\n".join(
        f'  task {_bar(day)} "{day}" {{ start {day} milestone }}' for day in days
    )
    steps = "\n".join(
        _task(at, step, "precedes" if case.late else "depends", unit)
        for at, step in enumerate(case.steps)
    )
    way = "alap" if case.late else "asap"
    return f'task case{number} "{number}" {{\n  scheduling {way}\n{bars}\n{steps}\n}}'


def _task(place: int, step: Step, verb: str, unit: Unit) -> str:
    links = [f"!step{at}" for at in step.others] + [
        f"!{_bar(day)}" for day in step.bars
    ]
    length = f"{step.months}m" if unit == "months" else f"{step.days}d"
    linked = ", ".join(dict.fromkeys(links))
    return f'  task step{place} "{place}" {{ duration {length} {verb} {linked} }}'


def _bar(day: date) -> str:
    return f"bar{day:%Y%m%d}"
