"""What is said when a command is wrong: the thing, and the nearest that is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import call
from tests.helpers import MINIMAL

ALL = (
    ("plan",),
    ("check",),
    ("explain", "kojin"),
    ("level",),
    ("risk",),
    ("graph",),
    ("export", "budget"),
)


@pytest.mark.parametrize("command", ALL, ids=" ".join)
@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--sampel",), "there is no option --sampel"),
        (("--as-of", "2024-02-30"), "'2024-02-30' does not exist"),
        (("--as-of", "令和0年1月1日"), "'令和0年1月1日' has the year 0"),
        (("--as-of", "2024-02"), "a day is wanted here, not a month: '2024-02'"),
        (("--as-of", "9999-12-31"), "'9999-12-31' is out of range"),
        (("--as-of", "soon"), "soon"),
        (("--lang", "fr"), "'fr'"),
        (("--workspace",), "--workspace"),
        (("--workspace", "x", "--sample"), "exclude each other"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_wrong_option_ends_with_2(
    command: tuple[str, ...], options: tuple[str, ...], told: str
) -> None:
    """Every command refuses an option that is wrong, names it, and prints nothing."""
    result = call(*command, *options)
    assert result.code == 2
    assert told in result.err
    assert result.stdout == b""
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    ("command", "message", "hint"),
    [
        (
            ("plan", "--section", "税務科"),
            "no unit belongs to a section '税務科'",
            "did you mean '税務課'?",
        ),
        (
            ("check", "--section", "健康課"),
            "no unit belongs to a section '健康課'",
            "did you mean '健康増進課'?",
        ),
        (
            ("export", "budget", "--section", "tax"),
            "no unit belongs to a section 'tax'",
            "known here: 市民課, 選挙管理委員会, 税務課, 学校教育課, 健康増進課,"
            " 子どもみらい課, 社会福祉課, 長寿・障害福祉課, 保険年金課",
        ),
        (
            ("explain", "kojim"),
            "no system or rule is called 'kojim'",
            "did you mean 'kojin'?",
        ),
        (
            ("explain", "個人住民課税"),
            "no system or rule is called '個人住民課税'",
            "did you mean '個人住民税'?",
        ),
        (
            ("explain", "Individual tax"),
            "no system or rule is called 'Individual tax'",
            "did you mean 'Individual resident tax'?",
        ),
        (
            ("explain", "contract-end-before-cutover"),
            "no system or rule is called 'contract-end-before-cutover'",
            "did you mean 'contract-ends-before-cutover'?",
        ),
        (
            ("explain", "kojin", "budge"),
            "Individual resident tax has no work item 'budge'",
            "did you mean 'budget-request'?",
        ),
        (
            ("explain", "kojin", "データ移項"),
            "Individual resident tax has no work item 'データ移項'",
            "did you mean 'データ移行'?",
        ),
        (
            ("explain", "inkan", "Budget reqest"),
            "Seal registration has no work item 'Budget reqest'",
            "did you mean 'Budget request'?",
        ),
        (
            ("check", "--select", "STD210"),
            "no rule has the code or name STD210",
            "did you mean 'STD310'?",
        ),
        (
            ("check", "--ignore", "system-mising,STD9"),
            "no rule has the code or name system-mising, STD9",
            "did you mean 'system-missing'?",
        ),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_unknown_word_names_the_nearest(
    command: tuple[str, ...], message: str, hint: str
) -> None:
    """Who mistypes a section, system, item or rule is told the nearest one."""
    result = call(*command, "--sample")
    assert result.code == 2
    assert result.stdout == b""
    lines = result.err.splitlines()
    assert lines[0] == f"error: {message}"
    assert f"  {hint}" in lines


def test_item_that_drops_out_is_told_with_its_reason() -> None:
    """印鑑登録 needs no assessment, so item 12 is known but none of its own."""
    result = call("explain", "inkan", "12", "--sample")
    assert result.code == 2
    assert result.err == (
        "error: Seal registration does without item 12 Specific personal information"
        " protection assessment (PIA): no assessment is needed\n"
    )


def test_word_that_resembles_nothing_is_told_what_is_known() -> None:
    """A wild guess would only mislead; the systems or work items are no guess."""
    result = call("explain", "xyzzy", "--sample")
    assert result.code == 2
    first, second = result.err.splitlines()
    assert first == "error: no system or rule is called 'xyzzy'"
    assert second.startswith("  known here: juki, inkan, koseki, fuhyo, senkyo, kojin,")
    result = call("explain", "inkan", "xyzzy", "--sample")
    assert result.code == 2
    assert result.err.splitlines() == [
        "error: Seal registration has no work item 'xyzzy'",
        "  known here: 1, 2, 3, 14c, 4, 5, 6, 7, 8, 9, 10, 11, 16, 17, 13, 14, 15",
    ]


def test_empty_words_of_a_job_select_everything() -> None:
    """An unset variable of a CI job neither selects nor ignores anything."""
    everything = call("check", "--sample").out
    assert call("check", "--sample", "--select", "", "--ignore", "").out == everything
    assert call("check", "--sample", "--ignore", " , ").out == everything


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (("--select", "STD2"), {"STD201", "STD203"}),
        (("--select", "std201"), {"STD201"}),
        (("--select", "STD201,STD102"), {"STD201", "STD102"}),
        (("--select", " STD201 , STD102 "), {"STD201", "STD102"}),
        (("--select", "STD201", "--select", "STD102"), {"STD201", "STD102"}),
        (("--select", "contract-ends-before-cutover"), {"STD201"}),
        (("--ignore", "STD2,STD3"), {"STD102", "STD105"}),
        (("--select", "STD2", "--ignore", "STD201"), {"STD203"}),
        (("--select", "STD2", "--ignore", "STD2"), set()),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_rules_are_chosen_by_code_beginning_or_name(
    options: tuple[str, ...], codes: set[str]
) -> None:
    """Codes, beginnings and names choose rules, one by one or with commas."""
    lines = call("check", "--sample", *options).out.splitlines()
    assert {line.partition("[")[2].partition("]")[0] for line in lines} == codes


def test_workspace_that_is_a_file_is_named_as_one(tmp_path: Path) -> None:
    """Who names systems.yaml itself is told that the folder is wanted."""
    file = tmp_path / "systems.yaml"
    file.write_text(MINIMAL, encoding="utf-8")
    result = call("plan", "-w", file)
    assert result.code == 2
    assert result.err.splitlines() == [
        f"{file.as_posix()}:1:1: error[STD015] this is a file, not a folder",
        "  --workspace takes the folder that holds systems.yaml",
        "1 error, 0 warnings, 0 notes",
    ]


def test_file_that_is_a_folder_cannot_be_read(tmp_path: Path) -> None:
    """A folder called systems.yaml is no workspace, and no crash."""
    file = tmp_path / "systems.yaml"
    file.mkdir()
    result = call("plan", "-w", tmp_path)
    assert result.code == 2
    assert result.err.splitlines()[0] == (
        f"{file.as_posix()}:1:1: error[STD001] cannot be read: it is a folder"
    )


def test_folder_that_does_not_exist_is_named() -> None:
    """A mistyped folder is told from a folder without files."""
    result = call("check", "-w", "nowhere", "--lang", "en")
    assert result.code == 2
    assert result.out == (
        "nowhere/systems.yaml:1:1: error[STD015] there is no such folder\n"
    )
    # The findings go to stdout; what to do about them stands beside it.
    assert result.err.splitlines() == [
        "  begin one with stdmig init, name the workspace with --workspace DIR, or"
        " look at the sample city with --sample",
        "1 error, 0 warnings, 0 notes",
    ]


def test_newline_in_a_folder_name_is_no_crash() -> None:
    """Whatever the shell hands over, the faults are told."""
    result = call("plan", "-w", "no\nwhere")
    assert result.code == 2
    assert "there is no such folder" in result.err


def test_path_that_is_too_long_is_told() -> None:
    """A path that no disk can hold is refused like any other."""
    result = call("plan", "-w", "x" * 5000)
    assert result.code == 2
    assert "cannot be read: its name is too long" in result.err


def test_data_folder_below_is_the_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without ``--workspace`` it is the current folder, else its ``data``."""
    monkeypatch.chdir(tmp_path)
    below = tmp_path / "data"
    below.mkdir()
    (below / "systems.yaml").write_text(MINIMAL, encoding="utf-8")
    options = ("--as-of", "2021-10-01", "--fail-on", "never")
    assert call("check", *options).out.startswith("data/systems.yaml:")
    (tmp_path / "systems.yaml").write_text(MINIMAL, encoding="utf-8")
    assert call("check", *options).out.startswith("systems.yaml:")


def test_next_step_opens_the_same_workspace(tmp_path: Path) -> None:
    """The commands that a page proposes can be typed as they stand."""
    folder = tmp_path / "our town"
    folder.mkdir()
    (folder / "systems.yaml").write_text(MINIMAL, encoding="utf-8")
    page = call("plan", "-w", folder, "--as-of", "2021-10-01").out
    joined = "".join(page.partition("Next: stdmig check")[2].split())
    assert joined.startswith(f"-w'{folder}',stdmigexplainjuki".replace(" ", ""))


@pytest.mark.parametrize("command", ALL, ids=" ".join)
def test_run_says_what_the_workspace_does_not(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    """A packaged file and today's date are told: on the page, or beside the result."""
    (tmp_path / "systems.yaml").write_text(
        MINIMAL.replace("juki", "kojin"), encoding="utf-8"
    )
    result = call(*command, "-w", tmp_path)
    told = result.out if command in {("plan",), ("risk",)} else result.err
    for file in ("procedures.yaml", "schedule_template.yaml"):
        assert f"{file}: the packaged file is used\n" in told
    assert "(today)" in told
    dated = call(*command, "-w", tmp_path, "--as-of", "R3.10.1")
    assert "(today)" not in dated.out + dated.err
