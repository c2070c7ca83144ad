"""``stdmig import inventory``: a list becomes a workspace, and changes one (取込み)."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import pytest

from stdmig.workspace import Request, open_workspace
from stdmig.workspace.begin import SCHEMAS
from tests.command import Result, call, run
from tests.helpers import BEGUN
from tests.hostile import ALL
from tests.terminal import END, STOP, converse

HEADINGS = ("業務名", "担当課", "システム名", "事業者", "契約開始日", "契約終了日")
RESIDENTS = ("住民記録", "市民課", "住民システム", "甲社", "R2.4.1", "R7.3.31")
TAX = ("固定資産税", "税務課", "税システム", "乙社", "R3.10.1", "令和8年9月30日")
NAMED = ("--name", "見本町")


def table(folder: Path, *rows: tuple[str, ...], name: str = "list.csv") -> Path:
    """Return a CSV with the headings above and these rows."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows((HEADINGS, *rows))
    file = folder / name
    file.write_bytes(stream.getvalue().encode("utf-8-sig"))
    return file


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Return a workspace that began with a list of two systems."""
    folder = tmp_path / "town"
    begun = _import(table(tmp_path, RESIDENTS, TAX), folder, *NAMED, "--yes")
    assert begun.code == 0, begun.err
    return folder


def _import(file: Path, folder: Path, *options: str | Path) -> Result:
    return call("import", "inventory", file, "-w", folder, *options)


def _files(folder: Path) -> dict[str, bytes]:
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file()
    }


def test_list_becomes_a_workspace(tmp_path: Path) -> None:
    """Where none is, all files are written, with what the list says."""
    folder = tmp_path / "new"
    result = _import(table(tmp_path, RESIDENTS, TAX), folder, *NAMED, "--yes")
    assert result.code == 0, result.err
    assert _files(folder).keys() == {*BEGUN, *SCHEMAS}
    inventory, faults = open_workspace(Request(folder))
    assert faults == []
    assert inventory is not None
    assert [
        (each.system.id, each.unit.section, each.unit.vendor)
        for each in inventory.installations
    ] == [("juki", "市民課", "甲社"), ("kotei", "税務課", "乙社")]
    assert [
        (str(each.contract.start), str(each.contract.end))
        for each in inventory.agreements
        if each.contract is not None
    ] == [("2020-04-01", "2025-03-31"), ("2021-10-01", "2026-09-30")]
    assert len(inventory.systems) == 20
    assert call("plan", "-w", folder, "--as-of", "R5.6.1").code == 0


def test_init_from_a_list_writes_the_same(tmp_path: Path, town: Path) -> None:
    """There is one way to begin, under two names."""
    other = tmp_path / "other"
    begun = call("init", other, "--from", tmp_path / "list.csv", *NAMED, "--yes")
    assert begun.code == 0, begun.err
    assert _files(other) == _files(town)


def test_every_column_is_shown_with_what_it_was_taken_for(tmp_path: Path) -> None:
    """The owner of the list sees how each heading was read, and how much came of it."""
    shown = _import(table(tmp_path, RESIDENTS), tmp_path / "t", *NAMED, "--yes").out
    lines = [line.split() for line in shown.splitlines()]
    assert ["A", "業務名", "System"] in lines
    assert ["F", "契約終了日", "Contract", "end"] in lines
    assert shown.splitlines()[0] == f"{(tmp_path / 'list.csv').as_posix()}: 1 row"
    assert "The list tells of 1 system, 1 installed unit and 1 contract." in shown


def test_same_list_changes_nothing(tmp_path: Path, town: Path) -> None:
    """What the file says already is not written again."""
    before = _files(town)
    result = _import(tmp_path / "list.csv", town, "--yes")
    assert result.code == 0, result.err
    assert "systems.yaml says all of this already." in result.out
    assert "written" not in result.err
    assert _files(town) == before


def test_only_what_changed_is_changed(tmp_path: Path, town: Path) -> None:
    """A new last day and a new system go in; remarks that somebody wrote stay."""
    file = town / "systems.yaml"
    file.write_bytes(b"# ours\n" + file.read_bytes())
    file.chmod(0o640)
    changed = (*RESIDENTS[:5], "令和8年3月31日")
    new = ("戸籍", "市民課", "戸籍システム", "丙社", "R4.4.1", "R9.3.31")
    result = _import(table(tmp_path, changed, TAX, new), town, "--yes")
    assert result.code == 0, result.err
    assert "    Contract end: 2025-03-31 -> 2026-03-31" in result.out.splitlines()
    assert "+ unit Family register" in result.out
    assert f"written: {file.as_posix()}" in result.err
    assert file.read_bytes().startswith(b"# ours\n")
    assert file.stat().st_mode & 0o777 == 0o640
    inventory, _ = open_workspace(Request(town))
    assert inventory is not None
    assert [each.system.id for each in inventory.installations] == [
        *("juki", "koseki", "kotei")
    ]


def test_dry_run_shows_and_writes_nothing(tmp_path: Path, town: Path) -> None:
    """What would change is shown, in a workspace and before there is one."""
    before = _files(town)
    changed = table(tmp_path, (*RESIDENTS[:5], "R8.3.31"), TAX)
    result = _import(changed, town, "--dry-run")
    assert result.code == 0, result.err
    assert "Contract end: 2025-03-31 -> 2026-03-31" in result.out
    assert "nothing was written (--dry-run)" in result.err
    assert _files(town) == before
    nowhere = tmp_path / "nowhere"
    assert _import(changed, nowhere, *NAMED, "--yes", "--dry-run").code == 0
    assert not nowhere.exists()


def test_writing_is_agreed_to(tmp_path: Path, town: Path) -> None:
    """Without a terminal and without ``--yes`` nobody agreed, so nothing is written."""
    before = _files(town)
    changed = table(tmp_path, (*RESIDENTS[:5], "R8.3.31"), TAX)
    result = _import(changed, town)
    assert result.code == 2
    assert "there is no terminal to ask at; nothing was written" in result.err
    assert _files(town) == before


@pytest.mark.parametrize(("answer", "left"), [("keep", 2), ("remove", 1)])
def test_unit_that_the_list_has_no_more(
    tmp_path: Path, town: Path, answer: str, left: int
) -> None:
    """It is asked for; what is proposed keeps it."""
    shorter = table(tmp_path, (*RESIDENTS[:5], "R8.3.31"))
    asked = _import(shorter, town)
    assert asked.code == 2
    assert (
        "systems.yaml has 1 unit that the list has not (Fixed asset tax, 税務課)."
        in " ".join(asked.err.split())
    )
    assert "  --answer gone=keep\n" in asked.err
    done = _import(shorter, town, "--answer", f"gone={answer}", "--yes")
    assert done.code == 0, done.err
    inventory, _ = open_workspace(Request(town))
    assert inventory is not None
    assert len(inventory.installations) == left
    again = _import(shorter, town, "--yes")
    assert "says all of this already" in again.out


def test_open_questions_are_listed_with_their_ids(tmp_path: Path) -> None:
    """A script is told what to answer, and how; then it can."""
    unknown = ("ふしぎ業務", *RESIDENTS[1:])
    file = table(tmp_path, RESIDENTS, unknown)
    folder = tmp_path / "new"
    asked = _import(file, folder, *NAMED)
    assert asked.code == 2
    assert "there is no terminal to ask" in asked.err
    assert not folder.exists()
    ids = [
        line.split()[1].split("=")[0].strip("'")
        for line in asked.err.splitlines()
        if line.startswith("  --answer ")
    ]
    assert ids
    wrong = _import(file, folder, *NAMED, "--answer", f"{ids[0]}=nonsense")
    assert wrong.code == 2
    assert f"--answer {ids[0]}: 'nonsense' is none of the systems" in wrong.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--answer", "nope=1", "--yes"), "no question has the id 'nope'"),
        (("--answer", "nope"), "--answer nope: write it as ID=KEY"),
        (("--sheet", "現況", "--yes"), "there is no worksheet '現況'"),
    ],
    ids=" ".join,
)
def test_wrong_options_write_nothing(
    tmp_path: Path, options: tuple[str, ...], told: str
) -> None:
    """What cannot be meant is refused before anything is written."""
    folder = tmp_path / "new"
    result = _import(table(tmp_path, RESIDENTS), folder, *NAMED, *options)
    assert result.code == 2
    assert told in result.err
    assert not folder.exists()


def test_name_is_for_a_new_workspace(tmp_path: Path, town: Path) -> None:
    """An option that would be ignored is refused."""
    result = _import(tmp_path / "list.csv", town, *NAMED)
    assert result.code == 2
    assert "--name is for a folder without systems.yaml" in result.err


@pytest.mark.parametrize("name", ["nowhere.xlsx", ".", "x" * 300, "no\nwhere.csv"])
def test_list_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    """A missing file, a folder and a hopeless name are no crash."""
    result = _import(tmp_path / name, tmp_path / "new", *NAMED, "--yes")
    assert result.code == 2
    assert "cannot be read" in result.err
    assert "Traceback" not in result.err
    assert not (tmp_path / "new").exists()


def test_faulty_workspace_is_not_touched(tmp_path: Path) -> None:
    """A file that cannot be read is not edited either."""
    broken = tmp_path / "systems.yaml"
    broken.write_text("schema: [", encoding="utf-8")
    result = _import(table(tmp_path, RESIDENTS), tmp_path, "--yes")
    assert result.code == 2
    assert "STD0" in result.err
    assert broken.read_text(encoding="utf-8") == "schema: ["


@pytest.mark.skipif(os.name == "nt", reason="permissions of Unix")
def test_file_that_changed_meanwhile_is_not_written(
    tmp_path: Path, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a colleague saved while the questions were asked is not lost."""
    from stdmig.cli import saving

    file = town / "systems.yaml"

    def colleague(*_: object) -> bool:
        file.write_bytes(file.read_bytes() + b"# theirs\n")
        return True

    monkeypatch.setattr(saving, "can_ask", lambda: True)
    monkeypatch.setattr(saving, "ask_yes", colleague)
    changed = table(tmp_path, (*RESIDENTS[:5], "R8.3.31"), TAX)
    result = _import(changed, town)
    assert result.code == 2
    assert "was changed by somebody else meanwhile; nothing was written" in result.err
    assert file.read_bytes().endswith(b"# theirs\n")
    assert b"R8.3.31" not in file.read_bytes()


@pytest.mark.parametrize("name", ALL)
def test_hostile_name_passes_through(tmp_path: Path, name: str) -> None:
    """A name of the list stands in the file as it is, and on the screen harmless."""
    row = ("住民記録", name, "住民システム", "甲社", "R2.4.1", "R7.3.31")
    folder = tmp_path / "new"
    options = ("--answer", f"section={name}", "--yes")
    result = _import(table(tmp_path, row, TAX), folder, *NAMED, "--yes")
    if result.code:
        result = _import(table(tmp_path, row, TAX), folder, *NAMED, *options)
    assert "Traceback" not in result.err
    assert result.code == 0, result.err
    inventory, _ = open_workspace(Request(folder))
    assert inventory is not None
    section = inventory.installations[0].unit.section
    assert section.split() == name.split()


def test_person_at_a_terminal_is_asked(tmp_path: Path, town: Path) -> None:
    """A question, an answer, the changes, a yes: then it is written."""
    shorter = table(tmp_path, (*RESIDENTS[:5], "R8.3.31"))
    command = ("import", "inventory", shorter, "-w", town)
    code, shown = converse(*command, answers=("nonsense", "", "no"), cwd=tmp_path)
    assert code == 0
    assert "answer with one of: 1, 2" in shown
    assert shown.count("Ctrl+C stops; nothing is then written.") == 1
    assert "Contract end: 2025-03-31 -> 2026-03-31" in shown
    assert shown.endswith("> no\nnothing was written\n")
    code, shown = converse(*command, answers=("２", "はい"), cwd=tmp_path)
    assert code == 0
    assert "written:" in shown
    inventory, _ = open_workspace(Request(town))
    assert inventory is not None
    assert [each.system.id for each in inventory.installations] == ["juki"]


@pytest.mark.parametrize("key", [END, STOP], ids=["Ctrl-D", "Ctrl-C"])
def test_person_may_stop(tmp_path: Path, town: Path, key: str) -> None:
    """Whoever stops has changed nothing, and the code says so."""
    before = _files(town)
    changed = table(tmp_path, (*RESIDENTS[:5], "R8.3.31"), TAX)
    command = ("import", "inventory", changed, "-w", town)
    code, shown = converse(*command, answers=(key,), cwd=tmp_path)
    assert code == 130
    assert shown.endswith("\ninterrupted; nothing was written\n")
    assert _files(town) == before


def test_list_on_a_cp932_console(tmp_path: Path) -> None:
    """A Japanese console shows the whole of it, what it lacks as code points."""
    row = ("住民記録", "𠮷野課", "住民システム", "甲社", "R2.4.1", "R7.3.31")
    env = {"PYTHONIOENCODING": "cp932", "PYTHONUTF8": "0"}
    command = ("import", "inventory", table(tmp_path, row), "-w", tmp_path / "t")
    done = run(*command, *NAMED, "--yes", lang="ja", env=env)
    assert done.code == 0, done.stderr
    assert "業務名" in done.stdout.decode("cp932")
    assert "𠮷野課".encode() in (tmp_path / "t" / "systems.yaml").read_bytes()


def test_question_without_a_proposal_shows_no_answer_as_an_example(
    tmp_path: Path,
) -> None:
    """What may be chosen is listed; nothing arbitrary looks like a suggestion."""
    broad = ("税総合", "税務課", "税システム", "乙社", "R3.10.1", "R8.9.30")
    result = _import(table(tmp_path, RESIDENTS, broad), tmp_path / "new", *NAMED)

    assert result.code == 2
    assert "  --answer system.A3=...\n" in result.err
    assert "instead of ...: kojin, hojin, kotei, keiji, none, other" in result.err
    assert not (tmp_path / "new").exists()


def test_list_without_a_system_writes_nothing(tmp_path: Path) -> None:
    """Headings alone make no workspace, whatever is agreed to."""
    other = ("財務会計", "総務課", "会計システム", "丙社", "R3.10.1", "R8.9.30")
    result = _import(table(tmp_path, other), tmp_path / "new", *NAMED, "--yes")

    assert result.code == 2
    assert "STD022" in result.out + result.err
    assert not (tmp_path / "new").exists()
