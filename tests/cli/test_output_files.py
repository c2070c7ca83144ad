"""Outputs in files: whole or not at all, and nothing overwritten unasked (出力)."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from stdmig.workspace.papers import PAPERS
from tests.command import call, run

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("plan", "--sample"),
    ("plan", "--sample", "--format", "json"),
    ("plan", "--sample", "--format", "csv"),
    ("check", "--sample", "--fail-on", "never"),
    ("check", "--sample", "--fail-on", "never", "--format", "json"),
    ("check", "--sample", "--fail-on", "never", "--format", "csv"),
    ("check", "--sample", "--fail-on", "never", "--format", "sarif"),
    ("check", "--sample", "--fail-on", "never", "--format", "github"),
    ("check", "--sample", "--fail-on", "never", "--format", "gitlab"),
    ("check", "--sample", "--fail-on", "never", "--format", "junit"),
    ("explain", "kojin", "--sample"),
    ("explain", "kojin", "--sample", "--format", "json"),
    ("explain", "STD201"),
    ("level", "--sample", "--time-limit", "0"),
    ("risk", "--sample", "--samples", "500"),
    ("graph", "--sample"),
    ("graph", "--sample", "--format", "mermaid"),
    ("graph", "--sample", "--format", "dot"),
    ("graph", "--sample", "--format", "graphml"),
    ("export", "budget", "--sample"),
    *(("export", paper.name, "--sample") for paper in PAPERS if paper.needs is None),
)
UNIX = pytest.mark.skipif(os.name == "nt", reason="links and permissions of Unix")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_file_holds_what_would_be_printed(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    """``--output`` changes where a result goes, not a byte of it."""
    target = tmp_path / "結果.txt"
    result = call(*command, "--output", target)
    assert result.code == 0, result.err
    assert result.stdout == b""
    assert f"written: {target.as_posix()}\n" in result.err
    assert target.read_bytes() == call(*command).stdout
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_existing_file_is_not_overwritten(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    """A file that a person may have edited stays, until ``--force`` is given."""
    target = tmp_path / "out"
    target.write_bytes(b"mine")
    result = call(*command, "-o", target)
    assert result.code == 2
    assert result.err.endswith(
        f"error: {target.as_posix()} exists already; --force replaces it\n"
    )
    assert target.read_bytes() == b"mine"
    assert call(*command, "-o", target, "--force").code == 0
    assert target.read_bytes() == call(*command).stdout


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("plan", "-w", "nowhere"), 2),
        (("plan", "--sample", "--section", "無"), 2),
        (("explain", "nobody", "--sample"), 2),
        (("check", "--sample", "--select", "STD9"), 2),
        (("export", "budget", "-w", "nowhere"), 2),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_failing_command_leaves_the_file_untouched(
    options: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    """Even with ``--force`` nothing is written when there is no result."""
    target = tmp_path / "out"
    target.write_bytes(b"mine")
    assert call(*options, "-o", target, "--force").code == code
    assert target.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [target]


def test_failing_write_leaves_the_file_untouched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk fails halfway, the old file is whole and no new one is left."""

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    target = tmp_path / "out"
    target.write_bytes(b"mine")
    result = call("plan", "--sample", "-o", target, "--force")
    assert result.code == 2
    assert result.err == (
        f"error: {target.as_posix()} cannot be written: the disk is full\n"
        "  make room there, or name another place\n"
    )
    assert target.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [target]


def test_cp932_refusal_writes_nothing(tmp_path: Path) -> None:
    """A character that CP932 lacks is named with row, column and heading."""
    (tmp_path / "systems.yaml").write_text(
        "schema: stdmig.systems/1\n"
        "municipality: {name: 見本市}\n"
        "systems:\n"
        "  - {id: juki, units: [{section: 𠮷野課, vendor: 甲社〜}]}\n",
        encoding="utf-8",
    )
    target = tmp_path / "out.csv"
    options = ("-w", tmp_path, "--as-of", "2021-10-01", "--lang", "en")
    command = ("plan", "--format", "csv", "--encoding", "cp932", *options)
    result = call(*command, "-o", target)
    assert result.code == 2
    assert not target.exists()
    lines = result.err.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("error: "))
    # 1 and 14c of the municipality, 16 of the procurement or the system: every task
    # names section and vendor.
    assert lines[start] == "error: CP932 cannot hold 36 cells; nothing was written"
    assert lines[start + 1].startswith("  row 2, column ")
    assert lines[start + 1].endswith("(Sections): 𠮷 (U+20BB7)")
    assert lines[start + 2].endswith("(Present vendors): 〜 (U+301C)")
    assert lines[-1] == "  use --encoding utf-8, which Excel reads as well"
    assert call(*command[:3], *options).code == 0


@pytest.mark.parametrize(
    ("name", "why", "remedy"),
    [
        (
            "nowhere/out",
            "there is no such file or folder",
            "check how its name is written, and whether its folder is there",
        ),
        (
            "file/out",
            "a part of its path is not a folder",
            "check how its name is written, and whether its folder is there",
        ),
        ("folder", "it is a folder", "name a file instead"),
        ("x" * 300, "its name is too long", "give it a shorter one"),
    ],
)
def test_target_that_cannot_be_written_is_told(
    name: str, why: str, remedy: str, tmp_path: Path
) -> None:
    """A target that cannot be written ends with 2, says why and what to do."""
    (tmp_path / "file").write_bytes(b"mine")
    (tmp_path / "folder").mkdir()
    before = sorted(tmp_path.iterdir())
    target = tmp_path / name
    for force in ((), ("--force",)):
        result = call("plan", "--sample", "-o", target, *force)
        assert result.code == 2
        assert result.err == (
            f"error: {target.as_posix()} cannot be written: {why}\n  {remedy}\n"
        )
    assert sorted(tmp_path.iterdir()) == before


@UNIX
def test_link_stays_and_its_target_is_replaced(tmp_path: Path) -> None:
    """A link is followed: its target holds the result, in its own folder."""
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    target, link = shelf / "target", tmp_path / "link"
    target.write_bytes(b"mine")
    link.symlink_to(target)
    assert call("explain", "STD201", "-o", link).code == 2
    assert target.read_bytes() == b"mine"
    assert call("explain", "STD201", "-o", link, "--force").code == 0
    assert link.is_symlink()
    assert target.read_bytes() == call("explain", "STD201").stdout
    assert list(shelf.iterdir()) == [target]


@UNIX
def test_dangling_link_gets_its_target(tmp_path: Path) -> None:
    """A link to a file that is not there yet creates that file."""
    target, link = tmp_path / "target", tmp_path / "link"
    link.symlink_to(target)
    assert call("explain", "STD201", "-o", link).code == 0
    assert link.is_symlink()
    assert target.read_bytes() == call("explain", "STD201").stdout


@UNIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_permissions_are_kept(mode: int, tmp_path: Path) -> None:
    """Who could read the old file can read the new one, and nobody else."""
    target = tmp_path / "out"
    target.write_bytes(b"mine")
    target.chmod(mode)
    assert call("explain", "STD201", "-o", target, "--force").code == 0
    assert stat.S_IMODE(target.stat().st_mode) == mode


@UNIX
def test_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    """A new file is as open as the user's mask allows, not as a temporary one."""
    before = os.umask(0o027)
    try:
        target = tmp_path / "out"
        assert call("explain", "STD201", "-o", target).code == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@UNIX
def test_devices_are_written_to_and_stay() -> None:
    """``/dev/null`` needs no force and is a device afterwards, not a file."""
    assert call("plan", "--sample", "-o", "/dev/null").code == 0
    assert call("plan", "--sample", "-o", "/dev/null", "--force").code == 0
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@UNIX
@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="needs /dev/stdout")
def test_stdout_can_be_named_as_a_file() -> None:
    """``-o /dev/stdout`` into a pipe gives the result itself."""
    result = run("plan", "--sample", "--format", "json", "-o", "/dev/stdout")
    assert result.code == 0, result.err
    assert result.stdout == call("plan", "--sample", "--format", "json").stdout
