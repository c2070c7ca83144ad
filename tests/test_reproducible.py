"""Two clones of one commit give the same archives to the byte (再現性)."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from scripts.build import SUMS
from tests.helpers import ROOT

IDENTITY = ("-c", "user.name=t", "-c", "user.email=t@example.invalid")


def _git(*words: str | Path, cwd: Path) -> None:
    quiet = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    subprocess.run(["git", *words], cwd=cwd, env=quiet, check=True, capture_output=True)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with one commit: the files of this tree as they are."""
    if find_spec("hatchling") is None:
        pytest.skip("hatchling is not installed, and tests fetch nothing from the net")
    if not (ROOT / ".git").exists():
        pytest.skip("this is no clone")
    kept = tmp_path_factory.mktemp("repository")
    _git("init", "--quiet", "--bare", kept, cwd=kept)
    there = (f"--git-dir={kept}", f"--work-tree={ROOT}", *IDENTITY)
    _git(*there, "add", "--all", cwd=ROOT)
    _git(*there, "commit", "--quiet", "--message", "x", cwd=ROOT)
    return kept


def _built(folder: Path, **environment: str) -> str:
    """Return the checksums of what a clone or an unpacked archive gives."""
    done = subprocess.run(
        [sys.executable, "scripts/build.py", "--output", "made"],
        cwd=folder,
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
        timeout=300,
    )
    sums = (folder / "made" / SUMS).read_text("ascii")
    assert done.stdout.decode() == sums
    return sums


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no umask")
def test_place_clock_language_and_rights_leave_no_trace(
    repository: Path, tmp_path: Path
) -> None:
    """Neither does a variable that dates files, nor what an earlier build left."""
    one, other = tmp_path / "one", tmp_path / "別の 場所" / "other"
    _git("clone", "--quiet", repository, one, cwd=tmp_path)
    mask = os.umask(0o077)
    try:
        _git(
            "clone",
            "--quiet",
            "-c",
            "core.autocrlf=true",
            repository,
            other,
            cwd=tmp_path,
        )
        for file in other.rglob("*.py"):
            os.utime(file, (10**9, 10**9))
        (other / "src" / "stdmig" / "__pycache__").mkdir()
        (other / "src" / "stdmig" / "__pycache__" / "x.pyc").touch()
        set_ = {"SOURCE_DATE_EPOCH": "1700000000", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
        later = _built(other, **set_, PYTHONHASHSEED="7")
        assert _built(other, **set_, PYTHONHASHSEED="8") == later
    finally:
        os.umask(mask)
    sums = _built(one, LC_ALL="C.UTF-8", TZ="UTC")
    assert sums == later
    assert [line.split("  ")[1] for line in sums.splitlines()] == [
        "stdmig-0.1.0-py3-none-any.whl",
        "stdmig-0.1.0.tar.gz",
    ]
    # Who has the source archive alone builds the same wheel from it.
    with tarfile.open(one / "made" / "stdmig-0.1.0.tar.gz") as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
        archive.extractall(tmp_path / "unpacked", filter="data")
    assert {"SECURITY.md", "LICENSE", ".ci/run", "tests/test_reproducible.py"} <= names
    from_source = _built(tmp_path / "unpacked" / "stdmig-0.1.0")
    assert from_source.splitlines()[0] == sums.splitlines()[0]
