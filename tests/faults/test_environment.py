"""A computer that gives less than others do: limits, homes, folders (実行環境)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import environment, run
from tests.faults.jobs import furnish
from tests.faults.snapshot import changed, content

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the system is Unix")
TOGETHER = ("portfolio", "town", "--as-of", "2026-10-01")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Return a furnished folder."""
    furnish(tmp_path)
    return tmp_path


def test_no_file_may_grow(here: Path) -> None:
    """Where a limit ends every file after 4 KiB, the old one stays whole."""
    before = content(here)
    line = ("export", "html", "--sample", "-o", "old", "--force")
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, *line],
        cwd=here,
        env=environment(extra={"PYTHONDONTWRITEBYTECODE": "1"}),
        capture_output=True,
        timeout=60,
        check=False,
    )
    told = b"error: old cannot be written: it would be larger than this system allows"
    assert done.returncode == 2
    assert told in done.stderr
    assert changed(before, content(here)) == set()


_LIMITED = """\
import resource
from stdmig.__main__ import start
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
start()
"""


@pytest.mark.parametrize("output", ["out.xlsx", "out.html"])
def test_no_folder_for_drafts_is_needed(output: str, here: Path) -> None:
    """Without the system's folder for temporary files everything is written."""
    name = output.partition(".")[2]
    result = run(
        *("export", name, "--sample", "-o", output),
        cwd=here,
        env={"TMPDIR": "/nowhere", "TMP": "/nowhere", "TEMP": "/nowhere"},
    )
    assert (result.code, result.err) == (0, f"written: {output}\n")


@pytest.mark.parametrize(
    ("places", "why"),
    [
        ({"HOME": "", "XDG_CACHE_HOME": ""}, None),
        ({"HOME": "/dev/null", "XDG_CACHE_HOME": ""}, "a part of its path is not a"),
        ({"XDG_CACHE_HOME": "/dev/null"}, "a part of its path is not a folder"),
    ],
    ids=str,
)
def test_nowhere_to_keep_anything(
    places: dict[str, str], why: str | None, here: Path
) -> None:
    """The answer is the same; that nothing is kept is told where a place was named."""
    usual = run(*TOGETHER, "--no-cache", cwd=here)
    result = run(*TOGETHER, cwd=here, env=places)
    assert (result.code, result.stdout) == (0, usual.stdout)
    told = "nothing is kept for the next run"
    if why is None:
        assert told not in result.err
    else:
        assert f"{told}: {why}" in result.err


@pytest.fixture
def read_only(here: Path) -> Iterator[Path]:
    """Mount a workspace once more, so that it cannot be written to."""
    place = here / "shown"
    place.mkdir()
    lines = (
        ("mount", "--bind", here / "town", place),
        ("mount", "-o", "remount,ro,bind", place),
    )
    for line in lines:
        if (
            shutil.which("mount") is None
            or subprocess.run(line, capture_output=True, check=False).returncode
        ):
            subprocess.run(("umount", place), capture_output=True, check=False)
            pytest.skip("a folder can be mounted by root alone")
    yield place
    subprocess.run(("umount", place), check=True)


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (("progress", "set", "1", "done", "-w", "shown"), "shown/progress.yaml"),
        (("plan", "--sample", "-o", "shown/out"), "shown/out"),
        (("schema", "all", "shown", "--force"), "shown/stdmig.systems-1.schema.json"),
    ],
)
def test_read_only_folder(words: tuple[str, ...], file: str, read_only: Path) -> None:
    """What cannot be written there is named, with the reason."""
    result = run(*words, cwd=read_only.parent)
    assert result.code == 2
    assert f"error: {file} cannot be written: the disk is read-only" in result.err
