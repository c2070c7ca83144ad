"""Chosen starts in every output: dates, and that they were chosen (着手日の選択)."""

from __future__ import annotations

import json
import re
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.command import call
from tests.helpers import ROOT
from tests.schema_check import undescribed

STARTS = """\
schema: stdmig.starts/1
starts:
  - {task: 14c, start: 2023-04-10}
  - {task: 16@kojin, start: 2025-01-06}
"""
NOTE = "2 chosen starts, the likely durations"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """Return the sample city with chosen starts."""
    for name in ("systems.yaml", "procedures.yaml", "schedule_template.yaml"):
        shutil.copy(ROOT / "data" / name, tmp_path)
    (tmp_path / "starts.yaml").write_text(STARTS, encoding="utf-8")
    return tmp_path


def _export(city: Path, paper: str, *options: str) -> bytes:
    result = call("export", paper, "-w", city, *options)
    assert result.code == 0, result.err
    return result.stdout


def test_plan_says_who_chose_its_dates(city: Path) -> None:
    """One line under the chart; another where the template says otherwise."""
    told = call("plan", "-w", city).out
    flat = " ".join(told.split())
    assert (
        "Planned dates: 2 starts chosen in starts.yaml, all others as late as the"
        " likely durations allow" in flat
    )
    assert (
        "schedule_template.yaml says the longest durations; for the planned dates"
        " starts.yaml counts" in flat
    )
    assert max(map(len, told.splitlines())) <= 80
    row = next(line for line in told.splitlines() if line.startswith("14c"))
    assert "2023-04-10 - 2023-09-09" in row
    # Float on both sides: early start to start, and finish to late finish.
    assert re.search(r"\.=+\.", row)


def test_likely_durations_are_told_where_nothing_is_chosen(city: Path) -> None:
    """The template may ask for them; without a file of starts none are counted."""
    (city / "starts.yaml").unlink()
    template = city / "schedule_template.yaml"
    written = template.read_text(encoding="utf-8")
    template.write_text(
        written.replace("durations: maximum", "durations: likely"), encoding="utf-8"
    )
    assert "Planned dates: as late as the likely durations allow" in (
        call("plan", "-w", city).out
    )
    plan = json.loads(call("plan", "-w", city, "--format", "json").out)
    assert plan["planned_durations"] == "likely"
    assert "starts" not in plan
    assert "chosen" not in plan["tasks"][0]
    assert undescribed(plan) == []


def test_plan_without_the_file_has_no_new_fields() -> None:
    """Whoever chose nothing gets the document of before."""
    plan = json.loads(call("plan", "--sample", "--format", "json").out)
    assert not {"starts", "planned_durations"} & plan.keys()
    assert all("chosen" not in task for task in plan["tasks"])
    assert all("likely" not in task["duration"] for task in plan["tasks"])


def test_json_marks_the_chosen_tasks(city: Path) -> None:
    """The plan says how many there are, each task whether it is one, and why."""
    plan = json.loads(call("plan", "-w", city, "--format", "json").out)
    assert undescribed(plan) == []
    assert plan["starts"] == {"chosen": 2}
    assert plan["planned_durations"] == "likely"
    chosen = {task["id"]: task for task in plan["tasks"] if task["chosen"]}
    assert chosen.keys() == {"14c", "16@kojin"}
    task = chosen["16@kojin"]
    assert (task["planned_start"], task["planned_finish"]) == (
        "2025-01-06",
        "2025-05-05",
    )
    months = {"min": 4, "likely": 5, "max": 6, "unit": "month"}
    assert chosen["14c"]["duration"] == months
    assert task["reasons"]["planned_start"] == {"kind": "chosen", "ref": "16@kojin"}
    assert task["reasons"]["late_start"]["kind"] != "chosen"


def test_explanation_names_the_line(city: Path) -> None:
    """The planned start comes first, with the file, the line and the durations."""
    # Long paths are broken over lines.
    told = "".join(call("explain", "kojin", "16", "-w", city).out.split())
    place = f"{(city / 'starts.yaml').as_posix()}:4:29"
    assert f"2025-01-06:plannedstart2025-01-06chosenin{place},countedwith" in told
    told = call("explain", "kojin", "16", "-w", city, "--format", "json").out
    explanation = json.loads(told)
    assert undescribed(explanation) == []
    assert explanation["tasks"][0]["dates"]["planned_start"] == {
        "date": "2025-01-06",
        "anchor": {"kind": "chosen", "ref": "16@kojin", "date": "2025-01-06"},
        "steps": [
            {
                "task": "16@kojin",
                "start": "2025-01-06",
                "finish": "2025-05-05",
                "months": 4,
                "budget": None,
            }
        ],
    }


@pytest.mark.parametrize("paper", ["svg", "overview", "mermaid"])
def test_titles_of_charts_say_so(city: Path, paper: str) -> None:
    """Whoever gets a single sheet knows that its dates were chosen."""
    assert NOTE in _export(city, paper, "--lang", "en").decode("utf-8")


def test_mermaid_and_graph_show_the_chosen_days(city: Path) -> None:
    """No format shows a late date where the others show a chosen one."""
    assert "2023-04-10, 2023-09-09" in _export(city, "mermaid").decode("utf-8")
    for form in ("text", "mermaid", "dot"):
        drawn = call(
            *("graph", "--of", "plan", "-w", city, "--format", form),
            *("--lang", "en", "--dates", "iso"),
        ).out
        assert "2023-04-10 - 2023-09-09" in drawn, form
        assert "2 chosen starts" in drawn
    assert "dates: planned start to planned finish" in (
        call("graph", "--of", "plan", "-w", city).out
    )
    drawn = call("graph", "--of", "plan", "-w", city, "--format", "graphml").out
    assert '<data key="planned_start">2023-04-10' in drawn


def test_page_says_so_and_shows_the_float_on_both_sides(city: Path) -> None:
    """The bar of the characters has a whisker before and behind."""
    page = _export(city, "html", "--lang", "en", "--dates", "iso").decode("utf-8")
    assert "Planned dates: 2 starts chosen in starts.yaml" in page
    assert "the likely durations do not fit by so many days" in page
    assert "2023-09-09" in page


def test_workbook_says_so(city: Path) -> None:
    """Schedule and tasks bear the note under their titles."""
    book = load_workbook(BytesIO(_export(city, "xlsx", "--lang", "en")))
    for name in ("Schedule", "Tasks"):
        head = [row[0] for row in book[name].iter_rows(max_row=6, values_only=True)]
        assert any("2 starts chosen in starts.yaml" in str(cell) for cell in head), name


def test_project_holds_a_chosen_task_on_its_day(city: Path) -> None:
    """It starts no earlier than chosen, instead of as late as possible."""
    project = _export(city, "mspdi").decode("utf-8")
    task = next(
        each
        for each in re.findall(r"<Task>.*?</Task>", project, re.DOTALL)
        if "<Name>14c" in each
    )
    assert "<Start>2023-04-10T08:00:00</Start>" in task
    assert "<ConstraintType>4</ConstraintType>" in task
    assert "<ConstraintDate>2023-04-10T08:00:00</ConstraintDate>" in task
    assert "<Deadline>" not in task


def test_check_speaks_to_the_section(city: Path) -> None:
    """A start that cannot be kept is told to those whose task it is, and no others."""
    (city / "starts.yaml").write_text(
        "schema: stdmig.starts/1\nstarts:\n  - {task: 16@kojin, start: 2020-01-06}\n",
        encoding="utf-8",
    )
    papers = city / "papers"
    wanted = {"税務課": True, "市民課": False}
    for section, told in wanted.items():
        folder = papers / section
        args = ("-w", city, "--section", section, "--only", "html")
        assert call("export", "all", folder, *args).code == 0
        page = next(folder.glob("plan*.html")).read_text(encoding="utf-8")
        assert ("STD405" in page) is told, section
