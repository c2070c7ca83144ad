"""``stdmig compare`` from the command line: what it takes, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command import call, run
from tests.helpers import MINIMAL, ROOT
from tests.workspace.test_revision import commit, git

TOWN = ROOT / "examples" / "designated-town"

SCENARIOS = """\
schema: stdmig.scenarios/1
scenarios:
  - {id: later, name: 一年遅く, name_en: a year later, cutover: 2026-03-01}
  - {id: sooner, name: 早く, cutover: 2025-04-01}
"""


def _folder(path: Path, systems: str = MINIMAL, scenarios: str | None = None) -> Path:
    path.mkdir(parents=True)
    (path / "systems.yaml").write_text(systems, encoding="utf-8")
    if scenarios is not None:
        (path / "scenarios.yaml").write_text(scenarios, encoding="utf-8")
    return path


DAY = ("--as-of", "2021-10-01")


def test_two_folders(tmp_path: Path) -> None:
    """Both are named as they were typed; whatever differs, the code is 0."""
    first = _folder(tmp_path / "a")
    second = _folder(
        tmp_path / "b",
        MINIMAL.replace("  - id: juki", "  - id: juki\n    cutover: 2025-10-01"),
    )
    result = call("compare", first, second, *DAY)
    assert result.code == 0
    assert f"before: {first}" in result.out.replace("\n    ", "")
    assert "is cut over on another day: " in result.out


def test_no_difference_is_said(tmp_path: Path) -> None:
    """A folder held against itself."""
    folder = _folder(tmp_path / "a")
    result = call("compare", folder, folder, *DAY)
    assert result.code == 0
    assert "The two do not differ" in result.out


def test_scenarios_of_the_workspace(tmp_path: Path) -> None:
    """One scenario is held against the workspace as it is, two against each other."""
    folder = _folder(tmp_path / "a", scenarios=SCENARIOS)
    one = call("compare", "-w", folder, "--scenario", "later", *DAY)
    assert "before: the workspace as it is" in one.out
    assert "after: scenario later: a year later" in one.out
    two = call(
        "compare", "-w", folder, "--scenario", "sooner", "--scenario", "later", *DAY
    )
    assert "before: scenario sooner" in two.out
    assert "11 months later" in two.out


def test_scenario_by_its_name(tmp_path: Path) -> None:
    """A name in either language does as well as the id."""
    folder = _folder(tmp_path / "a", scenarios=SCENARIOS)
    by_name = call("compare", "-w", folder, "--scenario", "一年遅く", *DAY)
    by_id = call("compare", "-w", folder, "--scenario", "later", *DAY)
    assert by_name.out == by_id.out


@pytest.mark.parametrize("scenario", ["stay", "january", "shortest"])
def test_sample_has_scenarios(scenario: str) -> None:
    """The sample city is held against what it supposes, and is called a sample."""
    result = call("compare", "--sample", "--scenario", scenario)
    assert result.code == 0, result.err
    assert result.out.startswith("Aira City (sample): comparison\n")
    assert "both as of 2021-10-01" in result.out


def test_both_sides_are_looked_at_from_the_second_ones_day(tmp_path: Path) -> None:
    """The template of what is proposed says from when."""
    document = json.loads(call("compare", ROOT / "data", TOWN, "--format", "json").out)
    assert document["as_of"] == "2026-10-01"
    back = json.loads(call("compare", TOWN, ROOT / "data", "--format", "json").out)
    assert back["as_of"] == "2021-10-01"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "what is to be compared is not said"),
        (("a",), "two folders are compared, not 1"),
        (("a", "b", "c"), "two folders are compared, not 3"),
        (("a", "b", "--rev", "HEAD"), "two folders, --rev exclude each other"),
        (
            ("--rev", "HEAD", "--scenario", "x"),
            "--rev, --scenario exclude each other",
        ),
        (("a", "b", "-w", "c"), "with two folders there is no --workspace"),
        (("--sample", "--rev", "HEAD"), "the sample city has no revisions"),
        (("--sample", "-w", "a", "--scenario", "x"), "exclude each other"),
        (
            ("--rev", "a", "--rev", "b", "--rev", "c"),
            "--rev is given twice at most",
        ),
        (("--sample", "--scenario", "januray"), "there is no scenario 'januray'"),
    ],
)
def test_unusable_words(words: tuple[str, ...], message: str) -> None:
    """What cannot be understood ends with code 2, and says why."""
    result = call("compare", *words)
    assert result.code == 2
    assert message in result.err
    assert result.stdout == b""


def test_nearest_scenario_is_offered() -> None:
    """Who mistyped is shown what was meant."""
    assert "'january'" in call("compare", "--sample", "--scenario", "januray").err


def test_workspace_without_scenarios_says_where_they_stand(tmp_path: Path) -> None:
    """The file is named that is to be written."""
    folder = _folder(tmp_path / "a")
    result = call("compare", "-w", folder, "--scenario", "later")
    assert result.code == 2
    assert "write scenarios into scenarios.yaml" in result.err


def test_faults_name_their_side(tmp_path: Path) -> None:
    """Of two broken folders every fault is told, each under its side."""
    first = _folder(tmp_path / "a", "schema: stdmig.systems/1\n")
    second = _folder(tmp_path / "b", "schema: other\n")
    result = call("compare", first, second)
    assert result.code == 2
    before, after = result.err.split("after (")
    assert before.startswith(f"before ({first.as_posix()}) cannot be read:\n")
    assert f"{first.as_posix()}/systems.yaml:1:1:" in before
    assert f"{second.as_posix()}/systems.yaml:1:9:" in after


def test_unknown_section_is_refused() -> None:
    """As in every other command."""
    words = ("--sample", "--scenario", "january", "--section", "税務か")
    result = call("compare", *words)
    assert result.code == 2
    assert "no unit belongs to a section '税務か'" in result.err


def test_revision_against_today(tmp_path: Path) -> None:
    """The revision stands before, the files of today after, in Markdown."""
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    commit(tmp_path, {"systems.yaml": MINIMAL})
    dated = MINIMAL.replace("  - id: juki", "  - id: juki\n    cutover: 2025-10-01")
    (tmp_path / "systems.yaml").write_text(dated, encoding="utf-8")
    words = ("--rev", "HEAD", *DAY, "--format", "markdown", "--lang", "en")
    result = run("compare", *words, cwd=tmp_path)
    assert result.code == 0, result.err
    assert result.out.startswith("### 姶良市: comparison\n")
    assert "- before: HEAD\n" in result.out
    assert "- after: the files of today (.)" in result.out
    assert run("compare", "--rev", "HEAD", "--rev", "HEAD", *DAY, cwd=tmp_path).out


@pytest.mark.parametrize("revision", ["nowhere", "--help", "-n", "a b", ""])
def test_unknown_revision_ends_with_code_2(tmp_path: Path, revision: str) -> None:
    """An option in its place is no option of git."""
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    commit(tmp_path, {"systems.yaml": MINIMAL})
    result = call("compare", "-w", tmp_path, f"--rev={revision}")
    assert result.code == 2
    assert f"git knows no revision '{revision}'" in result.err


def test_output_is_written_to_a_file(tmp_path: Path) -> None:
    """HTML goes where it is asked for, the same bytes each time."""
    page = tmp_path / "page.html"
    words = ("compare", "--sample", "--scenario", "stay", "--format", "html")
    assert call(*words, "-o", page).code == 0
    first = page.read_bytes()
    assert call(*words, "-o", page).code == 2
    assert call(*words, "-o", page, "--force").code == 0
    assert page.read_bytes() == first


TOWN_FILES = ("systems", "schedule_template", "progress", "capacity")


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "systems",
            "counterparty: 架空リース(株)",
            "counterparty: 別",
            "3 lines of the budget request differ",
        ),
        (
            "capacity",
            "capacity: 24",
            "capacity: 20",
            "1 finding says something else; none is new or gone.",
        ),
        (
            "systems",
            "until: 2029-03\n",
            "until: 2029-06\n",
            "though the two do not say the same in systems.yaml.",
        ),
        (
            "schedule_template",
            "deadline: 2031-03-31",
            "deadline: 2030-03-31",
            "What differs: 12 deadlines of systems.",
        ),
        (
            "schedule_template",
            "as_of: 2026-10-01",
            "as_of: 2026-11-01",
            "of the plan before names another as-of date, 2026-10-01.",
        ),
    ],
)
def test_no_change_is_called_no_difference(
    tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    """Whatever a file says otherwise, the page does not say that nothing differs."""
    for name in TOWN_FILES:
        data = (TOWN / f"{name}.yaml").read_text(encoding="utf-8")
        if name == file:
            assert old in data
            data = data.replace(old, new)
        (tmp_path / f"{name}.yaml").write_text(data, encoding="utf-8")
    out = " ".join(call("compare", TOWN, tmp_path).out.split())
    assert told in out
    assert "do not differ" not in out


def test_debt_obligation_is_told_where_the_days_are_alike(tmp_path: Path) -> None:
    """A line whose year and days are the same says what else differs."""
    data = (TOWN / "systems.yaml").read_text(encoding="utf-8")
    for name in TOWN_FILES[1:]:
        (tmp_path / f"{name}.yaml").write_bytes((TOWN / f"{name}.yaml").read_bytes())
    later = data.replace("  - id: kojin\n", "  - id: kojin\n    cutover: 2030-10-01\n")
    (tmp_path / "systems.yaml").write_text(later, encoding="utf-8")
    out = call("compare", TOWN, tmp_path, "--full").out
    assert "debt obligation FY2028, FY2029" in out
    assert "debt obligation FY2028, FY2029, FY2030" in " ".join(out.split())


def test_folder_of_a_revision_may_be_the_topmost(tmp_path: Path) -> None:
    """Nothing behind the colon is the topmost folder, as git has it."""
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, {"systems.yaml": MINIMAL, "plan/systems.yaml": MINIMAL})
    result = call("compare", "-w", tmp_path / "plan", "--rev", "HEAD:", *DAY)
    assert result.code == 0, result.err
    assert "The two do not differ" in result.out
