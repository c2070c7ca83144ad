"""Programs are those of the computer, never those of a folder (外部プログラム)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stdmig.workspace.program import program_of


def _program(folder: Path, name: str) -> str:
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text("#!/bin/sh\n", encoding="utf-8")
    file.chmod(0o755)
    return str(file)


@pytest.mark.parametrize("system", ["linux", "win32"])
def test_program_of_the_current_folder_is_not_taken(
    system: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither an empty nor a relative entry of the path leads to a folder's own git."""
    monkeypatch.chdir(tmp_path)
    ending, between = {"linux": ("", ":"), "win32": (".exe", ";")}[system]
    for name in ("git", "git.exe", "git.bat"):
        _program(tmp_path, name)
        _program(tmp_path / "bin", name)
    path = between.join(["", ".", "bin"])
    assert program_of("git", {"PATH": path}, system) is None
    own = _program(tmp_path / "usr", f"git{ending}")
    path = between.join([path, str(tmp_path / "none"), str(tmp_path / "usr")])
    assert program_of("git", {"PATH": path}, system) == own


def test_first_folder_of_the_path_counts(tmp_path: Path) -> None:
    """What is no program, as a folder or a text is none, is passed over."""
    (tmp_path / "a" / "git").mkdir(parents=True)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "git").write_text("no program", encoding="utf-8")
    first, _ = (_program(tmp_path / name, "git") for name in "cd")
    path = ":".join(str(tmp_path / name) for name in "abcd")
    assert program_of("git", {"PATH": path}, "linux") == first
    assert program_of("git", {"PATH": ""}, "linux") is None
    assert program_of("sh", {}, "linux") == next(
        f"{folder}/sh" for folder in os.defpath.split(":") if folder.startswith("/")
    )


def test_batch_files_are_no_programs(tmp_path: Path) -> None:
    """The cmd of Windows takes parts of their arguments for commands."""
    _program(tmp_path, "git.bat")
    _program(tmp_path, "git.cmd")
    assert program_of("git", {"PATH": str(tmp_path)}, "win32") is None
