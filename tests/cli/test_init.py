"""``stdmig init`` without a terminal: its files, all or none (初めのファイル)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from stdmig.words import LANGUAGES, Language
from stdmig.workspace import Request, open_workspace
from stdmig.workspace.begin import SCHEMAS
from tests.command import call, run
from tests.helpers import BEGUN
from tests.hostile import ALL


def _names(folder: Path) -> set[str]:
    return {
        each.relative_to(folder).as_posix()
        for each in folder.rglob("*")
        if not each.is_dir()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_new_workspace_can_be_checked_and_planned(
    tmp_path: Path, language: Language
) -> None:
    """With nothing but a name the files read, plan and say what is missing."""
    town = tmp_path / "our town"
    begun = run("init", town, "--name", "見本町", lang=language)
    assert begun.code == 0, begun.err
    assert _names(town) == {*BEGUN, *SCHEMAS}
    told = " ".join(begun.err.split())
    assert all(name in told for name in (*BEGUN, str(town), "schemas/"))
    assert len(begun.err.splitlines()) <= 6
    found = run("check", "-w", town, "--select", "STD1", lang="en")
    assert "STD101" not in found.out
    assert found.out.count("[STD102]") == 20
    assert "the packaged file is used" not in found.err
    assert run("plan", "-w", town, lang=language).code == 0


def test_options_answer_the_questions(tmp_path: Path) -> None:
    """Name, code, lead section, missing systems and sections stand in the file."""
    options = (
        *("--name", "見本町", "--code", "４６２２５０", "--lead-section", "総務課"),
        *("--not-here", "seiho=県が行う", "--not-here", "児童扶養手当"),
        *("--section", "税務課=kojin,hojin,介護保険", "--section", "福祉課=kaigo"),
    )
    assert call("init", tmp_path, *options).code == 0
    inventory, faults = open_workspace(Request(tmp_path))
    assert faults == []
    assert inventory is not None
    town = inventory.municipality
    assert (town.name, town.code, town.lead_section) == ("見本町", "462250", "総務課")
    assert {
        system.id: system.reason
        for system in inventory.file.systems
        if not system.applies
    } == {"seiho": "県が行う", "jifu": "there is no welfare office here"}
    assert [(each.id, each.unit.section) for each in inventory.installations] == [
        ("kojin", "税務課"),
        ("hojin", "税務課"),
        ("kaigo-1", "税務課"),
        ("kaigo-2", "福祉課"),
    ]
    assert len(inventory.file.links) == 35


def test_next_steps_can_be_typed(tmp_path: Path) -> None:
    """The commands that are proposed name the folder, quoted where that is needed."""
    town = tmp_path / "our town"
    steps = call("init", town, "--name", "x").out.splitlines()
    assert steps[0] == "Next:"
    for command in ("import inventory FILE", "check", "plan"):
        assert f"      stdmig {command} -w '{town}'" in steps


def test_control_characters_of_the_folder_are_not_obeyed(tmp_path: Path) -> None:
    """A terminal is shown where they are, in what is written and what comes next."""
    done = run("init", "a\x01b\x1b[31m  c\u202e", "--name", "x", cwd=tmp_path)
    assert done.code == 0
    (folder,) = tmp_path.iterdir()
    assert folder.name == "a\x01b\x1b[31m  c\u202e"
    assert (
        "      stdmig check -w 'a\ufffdb\ufffd[31m  c\ufffd'" in done.out.splitlines()
    )
    assert "written to a\ufffdb\ufffd[31m  c\ufffd: systems.yaml" in done.err
    plan = run("plan", "--as-of", "2024-01-01", "-w", folder.name, cwd=tmp_path)
    assert "Next: stdmig check -w 'a\ufffdb\ufffd[31m  c\ufffd'" in plan.out
    for each in (done, plan):
        assert not {*"\x01\x1b\u202e"} & {*each.out, *each.err}


def test_current_folder_needs_no_option(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a folder it is the current one, and no command needs to name it."""
    monkeypatch.chdir(tmp_path)
    begun = call("init", "--name", "x")
    assert begun.code == 0
    assert "      stdmig check\n" in begun.out
    assert " ".join(begun.err.split()).endswith(
        "written: systems.yaml, procedures.yaml, schedule_template.yaml; schemas/ (for"
        " editors) 35 links between systems are in systems.yaml too (16 of them"
        " assumed)."
    )


@pytest.mark.parametrize(
    "name",
    [
        *BEGUN,
        *("progress.yaml", "capacity.yaml", "starts.yaml", "scenarios.yaml"),
        SCHEMAS[0],
    ],
)
def test_nothing_is_overwritten(tmp_path: Path, name: str) -> None:
    """One file that is there already is reason enough to write none."""
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("mine", encoding="utf-8")
    result = call("init", tmp_path, "--name", "x")
    assert result.code == 2
    assert f"error: {(tmp_path / name).as_posix()} exists already" in result.err
    assert _names(tmp_path) == {name}
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"
    assert ("stdmig import inventory FILE" in result.err) == (name == "systems.yaml")


@pytest.mark.parametrize("language", LANGUAGES)
def test_new_workspace_points_to_capacities(tmp_path: Path, language: Language) -> None:
    """One remark names capacity.yaml, which is not made."""
    assert run("init", tmp_path, "--name", "x", lang=language).code == 0
    template = (tmp_path / "schedule_template.yaml").read_text(encoding="utf-8")
    (remark,) = (line for line in template.splitlines() if "capacity.yaml" in line)
    assert remark.startswith("# ")
    assert not (tmp_path / "capacity.yaml").exists()


def test_dangling_link_is_in_the_way_too(tmp_path: Path) -> None:
    """Somebody meant something by it."""
    (tmp_path / "systems.yaml").symlink_to(tmp_path / "nowhere")
    result = call("init", tmp_path, "--name", "x")
    assert result.code == 2
    assert "exists already" in result.err


def test_workspace_below_is_not_shadowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What ``data`` holds is this folder's workspace; a second one would hide it."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "systems.yaml").write_text("mine", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = call("init", "--name", "x")
    assert result.code == 2
    assert "error: data/systems.yaml exists already" in result.err
    assert _names(tmp_path) == {"data/systems.yaml"}


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "the name of the municipality is missing"),
        (("--yes",), "--name NAME"),
        (("--name", " "), "this is empty"),
        (("--name", "x", "--code", "123456"), "its last digit does not fit"),
        (("--name", "x", "--lead-section", "a\x07"), "the control character U+0007"),
        (("--name", "x", "--not-here", "nope"), "--not-here: 'nope' is none of the"),
        (("--name", "x", "--not-here", "=why"), "--not-here: name a system"),
        (
            ("--name", "x", "--section", "=juki"),
            "--section: write it as NAME=IDS",
        ),
        (("--name", "x", "--live", "juki=soon"), "--live: 'soon' is not a date"),
        (("--name", "x", "--live", "juki=2099-01"), "is still to come; live is what"),
        (("--name", "x", "--live", "none", "--live", "juki"), "none goes alone"),
        (
            ("--name", "x", "--live", "seiho", "--not-here", "seiho"),
            "--live: the municipality has no Public assistance",
        ),
        (
            ("--name", "x", "--live", "juki", "--designated", "juki"),
            "--designated: Basic resident register is live already",
        ),
        (("--name", "x", "--section", "市民課"), "--section: "),
        (("--name", "x", "--section", "市民課="), "--section: write it as NAME=IDS"),
        (("--from", "nowhere.xlsx"), "there is no such file or folder"),
        (("--from", "."), "it is a folder"),
        (("--name", "x", "--answer", "key"), "--answer key: write it as ID=KEY"),
    ],
    ids=" ".join,
)
def test_wrong_options_write_nothing(
    tmp_path: Path, options: tuple[str, ...], told: str
) -> None:
    """What is wrong is said in words; the folder is not even made."""
    result = call("init", tmp_path / "new", *options)
    assert result.code == 2, result
    assert told in " ".join(result.err.split())
    assert "Traceback" not in result.err
    assert _names(tmp_path) == set()


def test_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    """A file is no folder to begin in."""
    (tmp_path / "town").write_text("", encoding="utf-8")
    result = call("init", tmp_path / "town", "--name", "x")
    assert result.code == 2
    assert "is a file, not a folder" in result.err


@pytest.mark.parametrize("folder", ["/proc/nowhere", "x" * 300])
def test_folder_that_cannot_be_made_is_told(folder: str, tmp_path: Path) -> None:
    """The system's reason is passed on, and nothing half made is left."""
    result = call("init", tmp_path / folder, "--name", "x")
    assert result.code == 2, result.err
    assert _names(tmp_path) == set()


def test_name_of_the_folder_must_be_given() -> None:
    """An unset variable of a script does not mean the current folder."""
    result = call("init", "", "--name", "x")
    assert result.code == 2
    assert "the folder has no name" in result.err


@pytest.mark.parametrize("name", ALL)
def test_hostile_name_stays_data(tmp_path: Path, name: str) -> None:
    """Whatever the town and its sections are called, the file says just that."""
    options = (
        *("--name", name, "--lead-section", name, "--section", f"{name}=juki"),
        *("--designated", "none"),
    )
    begun = call("init", tmp_path, *options)
    assert begun.code == 0, begun.err
    data = yaml.safe_load((tmp_path / "systems.yaml").read_bytes())
    assert data["municipality"] == {"name": name, "lead_section": name}
    assert data["systems"][0]["units"] == [{"section": name}]
    assert data["systems"][1] == {"id": "inkan", "name": "印鑑登録", "units": None}


def test_same_answers_give_the_same_bytes(tmp_path: Path) -> None:
    """No clock and no chance is in the files."""
    for folder in ("a", "b"):
        assert call("init", tmp_path / folder, "--name", "x").code == 0
    for name in (*BEGUN, *SCHEMAS):
        first, second = (tmp_path / each / name for each in ("a", "b"))
        assert first.read_bytes() == second.read_bytes()


def test_missing_workspace_names_the_command(tmp_path: Path) -> None:
    """Who has no workspace yet is told how to begin one."""
    result = call("plan", "-w", tmp_path)
    assert result.code == 2
    assert "begin one with stdmig init" in result.err


def test_all_live_are_all_that_are_not_designated(tmp_path: Path) -> None:
    """Two short options say where a whole town stands."""
    done = call(
        *("init", tmp_path / "t", "--name", "x", "--not-here", "生保"),
        *("--live", "all=R8.1", "--designated", "kojin,固定"),
    )
    assert done.code == 0, done.err
    inventory, _ = open_workspace(Request(tmp_path / "t"))
    assert inventory is not None
    assert inventory.progress is not None
    assert len(inventory.progress.live) == 17
    designated = [each.id for each in inventory.file.systems if each.designated]
    assert designated == ["kojin", "kotei"]
