"""Folders and lists name the workspaces that are looked at (対象団体の特定)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stdmig.workspace.portfolio import Listed, list_places
from tests.helpers import ENGLISH
from tests.many_towns import write_town, write_towns


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with two towns, and one town beside them."""
    monkeypatch.chdir(tmp_path)
    write_towns(Path("towns"), 2)
    write_town(Path("beside"), 3)
    return tmp_path


def names(found: Listed) -> list[str]:
    """Return the places as people read them."""
    return [each.as_posix() for each in found.places]


def listed(*workspaces: str, file: str = "portfolio.yaml", more: str = "") -> Listed:
    """Return what a list names."""
    entries = "".join(f'\n  - "{each}"' for each in workspaces)
    Path(file).write_text(
        f"schema: stdmig.portfolio/1\nworkspaces:{entries}\n{more}", encoding="utf-8"
    )
    return list_places([Path(file)])


def faults(found: Listed) -> list[str]:
    """Return what is wrong, each with its place."""
    return [
        f"{fault.location}: {fault.message.into(ENGLISH)}"
        for broken in found.broken
        for fault in broken.faults
    ]


@pytest.mark.usefixtures("here")
def test_folder_is_a_workspace_or_holds_some() -> None:
    """One that holds workspaces stands for all of them, in the order of their names."""
    write_town(Path("towns/0000"), 9)
    assert names(list_places([Path("towns")])) == [
        "towns/0000",
        "towns/0001",
        "towns/0002",
    ]
    assert names(list_places([Path("beside"), Path("towns/0002")])) == [
        "beside",
        "towns/0002",
    ]


@pytest.mark.usefixtures("here")
def test_real_folder_is_named_once() -> None:
    """Another name for it, a link, or a second mention adds nothing."""
    Path("link").symlink_to("beside")
    named = ["link", "towns", "./towns/../towns/0001", "beside"]
    assert names(list_places(list(map(Path, named)))) == [
        "link",
        "towns/0001",
        "towns/0002",
    ]


@pytest.mark.usefixtures("here")
def test_links_that_lead_round_end() -> None:
    """A folder inside itself is looked at no deeper than it was named."""
    Path("towns/again").symlink_to("../towns")
    Path("towns/self").symlink_to("self")
    Path("towns/0001/up").symlink_to("..")
    assert names(list_places([Path("towns")])) == ["towns/0001", "towns/0002"]
    assert names(listed("*/*")) == ["towns/0001", "towns/0002"]
    assert names(listed("*/*/*/*")) == ["towns/0001/up/0001", "towns/0001/up/0002"]


@pytest.mark.usefixtures("here")
def test_what_should_be_a_workspace_is_not_passed_over() -> None:
    """A folder with other input files lacks its own; one with anything else is none."""
    for name, file in (("lacks", "progress.yaml"), ("notes", "a.txt"), (".git", "x")):
        Path("towns", name).mkdir()
        Path("towns", name, file).touch()
    Path("towns/empty").mkdir()
    Path("towns/file").touch()
    assert names(list_places([Path("towns")])) == [
        "towns/0001",
        "towns/0002",
        "towns/lacks",
    ]


@pytest.mark.usefixtures("here")
def test_folder_that_cannot_be_read_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody knows what it is, so it is named with its fault."""
    scandir = os.scandir

    def refusing(path: str) -> object:
        if str(path).endswith("0001"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr("os.scandir", refusing)
    Path("towns/0001/systems.yaml").unlink()
    assert names(list_places([Path("towns")])) == ["towns/0001", "towns/0002"]


@pytest.mark.usefixtures("here")
def test_folder_without_any_is_named_itself() -> None:
    """What was asked for and is no workspace is read, and its fault told."""
    Path("empty").mkdir()
    assert names(list_places([Path("empty"), Path("none")])) == ["empty", "none"]


@pytest.mark.usefixtures("here")
def test_list_counts_from_its_own_folder() -> None:
    """Names and patterns lead from the file on, wherever the run is started."""
    Path("lists").mkdir()
    found = listed("../beside", "../towns/*", file="lists/県.yaml", more="name: 県\n")
    assert names(found) == ["beside", "towns/0001", "towns/0002"]
    assert found.broken == ()
    assert found.file is not None
    assert found.file.name == "県"


@pytest.mark.usefixtures("here")
def test_folder_with_a_list_alone_stands_for_it() -> None:
    """Its ``portfolio.yaml`` is read; beside a ``systems.yaml`` only if it is named."""
    found = listed("beside")
    assert names(list_places([Path()])) == names(found) == ["beside"]
    write_town(Path(), 4)
    assert names(list_places([Path()])) == ["."]
    assert names(listed(".", "beside")) == [".", "beside"]


@pytest.mark.usefixtures("here")
def test_star_stands_for_a_part_of_one_name() -> None:
    """Other signs of patterns mean themselves, and hidden folders are not meant."""
    write_town(Path("towns/.hidden"), 5)
    write_town(Path("towns/[0]?"), 6)
    Path("towns/docs").mkdir()
    assert names(listed("towns/*")) == ["towns/0001", "towns/0002", "towns/[0]?"]
    assert names(listed("towns/*1", "t*s/[0]?")) == ["towns/0001", "towns/[0]?"]
    assert names(listed("**/0002")) == ["towns/0002"]
    assert names(listed("towns/.h*")) == ["towns/.hidden"]
    assert names(listed("do*", "to*")) == ["towns/0001", "towns/0002", "towns/[0]?"]


@pytest.mark.usefixtures("here")
def test_pattern_without_any_is_told_with_its_place() -> None:
    """The line of the list is named, and what the other lines name is there."""
    found = listed("towns/*", "gone/*", "missing")
    assert names(found) == ["towns/0001", "towns/0002", "missing"]
    assert faults(found) == [
        "portfolio.yaml:4:5: no workspace has a name like 'gone/*'"
    ]


@pytest.mark.usefixtures("here")
def test_faults_of_a_list_are_told_with_their_places() -> None:
    """Every fault of the file is named, and other lists still count."""
    Path("bad.yaml").write_text(
        "schema: stdmig.portfolio/1\nworkspace: [x]\nvendors:\n  - {vendor: A}\n",
        encoding="utf-8",
    )
    Path("good.yaml").write_text(
        "schema: stdmig.portfolio/1\nworkspaces: beside\n", encoding="utf-8"
    )
    found = list_places([Path("bad.yaml"), Path("good.yaml"), Path("towns")])
    assert names(found) == ["beside", "towns/0001", "towns/0002"]
    (broken,) = found.broken
    assert broken.place == "bad.yaml"
    places = [str(fault.location) for fault in broken.faults]
    assert places == sorted(places)
    assert {"STD005", "STD006"} == {fault.code for fault in broken.faults}
    assert found.file is not None
    assert found.file.workspaces == ("beside",)


@pytest.mark.usefixtures("here")
def test_other_input_files_are_no_lists() -> None:
    """Naming ``systems.yaml`` instead of its folder is a fault, not nothing."""
    found = list_places([Path("beside/systems.yaml")])
    assert found.places == ()
    assert found.broken[0].place == "beside/systems.yaml"
    assert "STD013" in {fault.code for fault in found.broken[0].faults}


@pytest.mark.usefixtures("here")
def test_two_lists_are_both_read() -> None:
    """There is then no one list whose name would stand for all."""
    listed("beside", file="a.yaml")
    listed("towns/*", "beside", file="b.yaml")
    found = list_places([Path("a.yaml"), Path("b.yaml")])
    assert names(found) == ["beside", "towns/0001", "towns/0002"]
    assert len(found.files) == 2
    assert found.file is None


@pytest.mark.usefixtures("here")
def test_hostile_patterns_end_at_once() -> None:
    """Many stars, ways up and links that lead back cost no more than their length."""
    write_town(Path("towns", "a" * 250), 7)
    Path("towns/one").symlink_to(".")
    Path("towns/two").symlink_to(".")
    stars, up, round_ = "*a" * 40, "*/../" * 30, "*/" * 100
    found = listed(f"towns/{stars}b", f"towns/{up}0002", f"towns/{round_}*", "beside")
    assert names(found) == ["towns/0002", "beside"]
    assert faults(found) == [
        f"portfolio.yaml:3:5: no workspace has a name like 'towns/{stars}b'",
        f"portfolio.yaml:5:5: no workspace has a name like 'towns/{round_}*'",
    ]
    assert names(listed(f"towns/{stars}")) == ["towns/" + "a" * 250]


@pytest.mark.usefixtures("here")
def test_name_that_stands_twice_is_looked_up_once() -> None:
    """A list that repeats itself means no more, and is told its fault once."""
    found = listed(*["towns/*", "gone/*"] * 2000)
    assert names(found) == ["towns/0001", "towns/0002"]
    assert faults(found) == [
        "portfolio.yaml:4:5: no workspace has a name like 'gone/*'"
    ]


def test_vendors_of_the_list_are_looked_at(tmp_path: Path) -> None:
    """An entry without a limit, or said twice, is told at its place."""
    (tmp_path / "portfolio.yaml").write_text(
        "schema: stdmig.portfolio/1\nworkspaces: [a]\nvendors:\n"
        "  - {vendor: 甲社, items: [14]}\n"
        "  - {vendor: 乙社, items: [14], capacity: 1, busy:"
        " {months: 3, capacity: 2, name: 年度末}}\n"
        "  - {vendor: 乙社, items: [15, 14], capacity: 1}\n",
        encoding="utf-8",
    )
    listed = list_places([tmp_path / "portfolio.yaml"])
    told = [
        (each.code, each.location.line, each.location.column)
        for broken in listed.broken
        for each in broken.faults
    ]
    assert told == [("STD006", 4, 5), ("STD007", 5, 72), ("STD011", 6, 30)]
