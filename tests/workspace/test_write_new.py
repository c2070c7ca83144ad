"""New files are all there or none, and never over another (新規作成)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stdmig.workspace import write_new as module
from stdmig.workspace.drafts import Draft
from stdmig.workspace.write_folder import make_folder
from stdmig.workspace.write_new import write_new

FILES = {"a": b"1", "b": b"2", "c": b"3"}


def _read(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


@pytest.mark.parametrize("is_there", [False, True])
def test_all_are_written(is_there: bool, tmp_path: Path) -> None:
    """A new folder and one that is there hold the files and nothing else."""
    folder = tmp_path / "new"
    if is_there:
        folder.mkdir()
    write_new(folder, FILES)
    assert _read(folder) == FILES
    assert [each.name for each in tmp_path.iterdir()] == ["new"]


def test_file_that_comes_in_between_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What somebody else puts there after the look is theirs; ours are taken back."""
    put = module.put

    def slow(made: Draft) -> None:
        if made.target.name == "b":
            made.target.write_bytes(b"theirs")
        put(made)

    monkeypatch.setattr(module, "put", slow)
    with pytest.raises(FileExistsError) as raised:
        write_new(tmp_path, FILES)
    assert raised.value.filename == str(tmp_path / "b")
    assert _read(tmp_path) == {"b": b"theirs"}


def test_folder_that_comes_in_between_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two that begin the same folder the slower is told which file is there."""
    folder = tmp_path / "new"
    make = make_folder

    def slow(where: Path, files: dict[str, bytes]) -> None:
        make(where, {"b": b"theirs"})
        make(where, files)

    monkeypatch.setattr(module, "make_folder", slow)
    with pytest.raises(FileExistsError) as raised:
        write_new(folder, FILES)
    assert raised.value.filename == str(folder / "b")
    assert _read(folder) == {"b": b"theirs"}
    assert [each.name for each in tmp_path.iterdir()] == ["new"]


@pytest.mark.parametrize("links", [True, False])
def test_interrupted_between_two_files_leaves_none(
    links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C after a file took its place takes it back, noted down or not."""
    put = module.put

    def stopped(made: Draft) -> None:
        put(made)
        if links and made.target.name == "b":
            raise KeyboardInterrupt

    def no_links(*_: object) -> None:
        raise OSError

    def no_room(made: Draft) -> None:
        if made.target.name == "c":
            raise KeyboardInterrupt
        put_bytes(made)

    put_bytes = module.put_bytes
    monkeypatch.setattr(module, "put", stopped)
    if not links:
        monkeypatch.setattr(os, "link", no_links)
        monkeypatch.setattr(module, "put_bytes", no_room)
    with pytest.raises(KeyboardInterrupt):
        write_new(tmp_path, FILES)
    assert _read(tmp_path) == {}
