"""Whatever line Ctrl-C comes at, files are whole and nothing else is left (中断)."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from stdmig.workspace.write import write_whole
from stdmig.workspace.write_change import write_change
from stdmig.workspace.write_folder import write_folder
from stdmig.workspace.write_new import write_new
from tests.faults.moments import Stopwatch

FILES = {"a": b"new a", "b": b"new b", "below/c": b"new c"}


def _none(folder: Path) -> None:
    """Furnish nothing."""


def _older(folder: Path) -> None:
    (folder / "to").mkdir()
    (folder / "to" / "a").write_bytes(b"old a")
    (folder / "to" / "mine").write_bytes(b"mine")


def _other(folder: Path) -> None:
    (folder / "to").mkdir()
    (folder / "to" / "mine").write_bytes(b"mine")


def _linked(folder: Path) -> None:
    _older(folder)
    (folder / "to" / "link").symlink_to("a")


WAYS: dict[str, tuple[Callable[[Path], None], Callable[[Path], object], bool]] = {
    "new file": (_other, lambda at: write_whole(at / "to" / "b", b"new b"), True),
    "old file": (_older, lambda at: write_whole(at / "to" / "a", b"new a"), True),
    "link": (_linked, lambda at: write_whole(at / "to" / "link", b"new a"), True),
    "new folder": (_none, lambda at: write_folder(at / "x" / "to", FILES), True),
    "old folder": (_older, lambda at: write_folder(at / "to", FILES), False),
    "new files": (_other, lambda at: write_new(at / "to", FILES), True),
    "new files in a new folder": (_none, lambda at: write_new(at / "to", FILES), True),
    "change": (
        _older,
        lambda at: write_change(at / "to" / "a", b"old a", b"new a"),
        True,
    ),
}
"""What is there, what is written, and whether it is all or none."""


def _content(folder: Path) -> dict[str, bytes | None]:
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        if each.is_file()
        else None
        for each in sorted(folder.rglob("*"))
    }


def _no_links(*_: object, **__: object) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


# A stream that is interrupted while it is opened is closed when nobody has it.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("links", [True, False], ids=["", "disk without links"])
@pytest.mark.parametrize("way", WAYS)
def test_interrupted_at_any_line(
    way: str, links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each file is the old or the new one, and no draft, lock or folder is left."""
    if not links:
        monkeypatch.setattr(os, "link", _no_links)
    furnish, work, all_or_none = WAYS[way]
    # The disk under it is well: waiting for it thousands of times tells nothing.
    monkeypatch.setattr(os, "fsync", lambda handle: None)
    folder = tmp_path / "folder"

    def interrupted(at: int) -> Stopwatch:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        furnish(folder)
        watch = Stopwatch(at)
        if at:
            with pytest.raises(KeyboardInterrupt):
                watch.run(lambda: work(folder))
        else:
            watch.run(lambda: work(folder))
        return watch

    lines = interrupted(0).lines
    whole = _content(folder)
    assert any(b"new" in (each or b"") for each in whole.values())
    shutil.rmtree(folder)
    folder.mkdir()
    furnish(folder)
    before = _content(folder)
    for at in range(1, lines + 1):
        place = interrupted(at).place
        after = _content(folder)
        assert after.keys() <= before.keys() | whole.keys(), (place, after)
        for name, data in after.items():
            assert data in (before.get(name, b""), whole.get(name, b"")), place
        if all_or_none:
            assert after in (before, whole), (place, after)
