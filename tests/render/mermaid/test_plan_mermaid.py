"""The Gantt chart in Mermaid, line by line and as Mermaid reads it (Mermaid)."""

from __future__ import annotations

import json
import re
import subprocess
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from stdmig.render.dossier import Dossier
from stdmig.render.mermaid import plan_mermaid
from stdmig.render.mermaid.bar import Bar
from stdmig.render.mermaid_text import MAX_CHARACTERS, escaped
from stdmig.words import LANGUAGES, Language, Name, Style
from stdmig.workspace import plan_workspace
from stdmig.workspace.dossier import dossier
from tests.dossiers import sample_dossier, town_dossier
from tests.helpers import ENGLISH, sound, workspace_text
from tests.hostile import NAMES, hostile_workspace
from tests.outside import NODE_MODULES

PARSER = Path(__file__).with_name("parse.mjs")
DAY = timedelta(days=1)

# What a line of Mermaid's language can begin with.
COMMANDS = (
    "title of a system",
    "section 2",
    "dateFormat X",
    "click here",
    "call back",
    "Excludes weekends",
    "todayMarker off",
    "gantt",
    "2025-10-01 cutover",
    "accTitle: x",
    "weekday monday",
    "inclusiveEndDates",
    "vert",
)


@cache
def _hostile() -> Dossier:
    inventory = sound(hostile_workspace())
    return dossier(plan_workspace(inventory, date(2021, 10, 1), date.max))


def _lines(source: Dossier) -> list[str]:
    return [line.strip() for line in plan_mermaid(source, ENGLISH).splitlines()]


def test_items_stand_under_their_phases() -> None:
    """Rows have first and last day; those of a critical path are marked."""
    lines = _lines(sample_dossier())
    assert lines[:8] == [
        "gantt",
        "title Aira City (sample)#58; migration plan",
        "dateFormat YYYY-MM-DD",
        "inclusiveEndDates",
        "axisFormat %Y-%m",
        "tickInterval 12month",
        "todayMarker off",
        "section Planning",
    ]
    assert "1 Setting up the organisation :crit, 2021-10-01, 2021-12-31" in lines
    assert "13 System set-up for the migration :2024-12-01, 2025-03-31" in lines
    assert "9 of which Seal registration :2024-03-01, 2024-05-31" in lines


def test_cutovers_deadlines_and_contracts_follow() -> None:
    """Cutovers are milestones, and the gap of a contract stands under it."""
    lines = _lines(sample_dossier())
    assert "Cutover#58; 20 systems :milestone, 2025-10-01, 0d" in lines
    deadline = "Deadline of the cutover#58; 20 systems :crit, milestone, 2026-03-31, 0d"
    assert deadline in lines
    place = lines.index("健康管理システム :2020-04-01, 2025-03-31")
    assert lines[place + 1] == "gap of 183 days :crit, 2025-04-01, 2025-09-30"


def test_what_is_done_and_what_runs_look_different() -> None:
    """Done work is done, work under way active, live systems past."""
    lines = _lines(town_dossier())
    assert "1 Setting up the organisation :done, 2022-04-01, 2022-06-30" in lines
    running = [line for line in lines if ":active" in line]
    assert (
        "12 of which National pension :active, crit, 2026-09-01, 2026-11-30" in running
    )
    assert any(":done, milestone, 2025-11-25, 0d" in line for line in lines)


@pytest.mark.parametrize("words", COMMANDS)
def test_name_that_begins_like_a_command_is_a_name(words: str) -> None:
    """Its first sign is a code, so that Mermaid takes the line for a row."""
    line = Bar(Name(words), date(2025, 4, 1), date(2025, 4, 30)).into(ENGLISH)
    assert line.startswith(f"    #{ord(words[0])};")


def test_chart_stays_as_small_as_mermaid_draws() -> None:
    """What is too large loses its contracts, then its rows, and says so on top."""
    page = sample_dossier().page
    many = sample_dossier()._replace(page=page._replace(coverages=page.coverages * 500))
    chart = plan_mermaid(many, ENGLISH)
    assert len(chart) <= MAX_CHARACTERS
    assert "migration plan (without the contracts)\n" in chart
    assert "section Contracts" not in chart
    assert "9 of which Seal registration" in chart


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_is_of_a_known_kind(language: Language) -> None:
    """Nothing that a name holds can begin a line, a comment or a field."""
    style = Style.of(language)
    label = r"(?:[^\n:;#%\"<>]|#\d+;)+"
    days = r"\d{4}-\d\d-\d\d, (?:\d{4}-\d\d-\d\d|0d)"
    tags = r"(?:done, )?(?:active, )?(?:crit, )?(?:milestone, )?"
    row = re.compile(rf"    {label} :{tags}{days}")
    settings = re.compile(
        rf"gantt|    (?:title {label}|section {label}|dateFormat YYYY-MM-DD"
        r"|inclusiveEndDates|axisFormat %Y-%m|tickInterval \d+month|todayMarker off)"
    )
    for source in (_hostile(), town_dossier()):
        for line in plan_mermaid(source, style).splitlines():
            assert row.fullmatch(line) or settings.fullmatch(line), line


def _parsed(chart: str) -> Any:
    done = subprocess.run(
        ["node", str(PARSER), str(NODE_MODULES)],
        input=chart.encode(),
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


@pytest.mark.outside("node")
@pytest.mark.parametrize("source", [sample_dossier, town_dossier, _hostile])
def test_mermaid_reads_the_rows_that_were_meant(source: Any) -> None:
    """Mermaid's own parser finds every row, its days, its marks and its name."""
    chart = plan_mermaid(source(), Style.of("ja"))
    found = _parsed(chart)
    assert found["type"] == "gantt"
    rows = re.findall(r"^    (.+) :((?:[a-z]+, )*)(\S+), (\S+)$", chart, re.M)
    assert len(rows) == len(found["tasks"]) > 20
    for (name, tags, start, end), task in zip(rows, found["tasks"], strict=True):
        last = start if end == "0d" else end
        assert task["name"].strip() == _decoded(name)
        assert task["start"] == start
        # Mermaid keeps the first day after a row.
        after = date.fromisoformat(last) + (DAY if end != "0d" else timedelta())
        assert task["end"] == after.isoformat()
        assert set(task["tags"]) == set(tags.replace(",", " ").split())


@pytest.mark.outside("node")
def test_mermaid_takes_no_name_for_a_command() -> None:
    """Rows that begin like commands are rows to Mermaid as well."""
    rows = [
        Bar(Name(words), date(2025, 4, 1), date(2025, 4, 30)).into(ENGLISH)
        for words in (*COMMANDS, *NAMES)
    ]
    head = f"gantt\n    title {escaped(NAMES[4])}\n    dateFormat YYYY-MM-DD\n"
    found = _parsed(f"{head}    section {escaped(NAMES[5])}\n" + "\n".join(rows))
    assert found["title"] == NAMES[4]
    assert found["sections"] == [NAMES[5]]
    names = [task["name"].strip() for task in found["tasks"]]
    short = [name for name in (*COMMANDS, *NAMES) if len(name) <= 40]
    assert [name for name in short if name not in names] == []
    assert len(names) == len(rows)


def _decoded(label: str) -> str:
    return re.sub(r"#([0-9]+);", lambda code: chr(int(code.group(1))), label)


@pytest.mark.outside("node", "chromium")
def test_chart_is_drawn_without_code_and_in_full() -> None:
    """A browser shows every name as text, runs nothing, and keeps no code of ours."""
    from playwright.sync_api import Dialog, sync_playwright

    script = NODE_MODULES / "mermaid" / "dist" / "mermaid.min.js"
    opened: list[str] = []

    def seen(dialog: Dialog) -> None:
        opened.append(dialog.message)
        dialog.dismiss()

    with sync_playwright() as browsers:
        browser = browsers.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1000, "height": 800})
        page.on("dialog", seen)
        page.set_content('<div id="chart"></div>')
        page.add_script_tag(path=script)
        page.evaluate(
            """async (chart) => {
              mermaid.initialize({ startOnLoad: false });
              const { svg } = await mermaid.render("drawn", chart);
              document.getElementById("chart").innerHTML = svg;
            }""",
            plan_mermaid(_hostile(), ENGLISH),
        )
        shown = page.eval_on_selector_all(
            "#chart text", "texts => texts.map(text => text.textContent)"
        )
        foreign = page.eval_on_selector_all(
            "#chart :is(script, img, a, iframe, foreignObject)", "found => found.length"
        )
        browser.close()
    assert opened == []
    assert foreign == 0
    told = "\n".join(shown)
    assert f"{NAMES[0]}: migration plan" in told
    short = [name for name in NAMES if len(name) <= 40]
    assert [name for name in short if name not in told] == []
    assert not re.search("#[0-9]+;|ﬂ°|¶ß", told)


def test_town_without_systems_has_a_chart() -> None:
    """Nothing to plan is the as-of date alone."""
    systems = "schema: stdmig.systems/1\nmunicipality: {name: 空町}\nsystems: []\n"
    inventory = sound(workspace_text(systems))
    lines = _lines(dossier(plan_workspace(inventory, date(2021, 10, 1), date.max)))
    assert lines[-2:] == [
        "section Cutovers and deadlines",
        "As-of date :milestone, 2021-10-01, 0d",
    ]
