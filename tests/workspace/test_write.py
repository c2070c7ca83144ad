"""Bytes go into a file whole, or not at all (書出し)."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from stdmig.words import Style
from stdmig.workspace import refusal, write_whole
from stdmig.workspace.write_folder import write_folder


def test_file_is_replaced_at_one_stroke(tmp_path: Path) -> None:
    """The new content is there in full, and nothing lies beside it."""
    target = tmp_path / "計画.csv"
    write_whole(target, b"old")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_interruption_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C in the middle of writing costs nothing but the new content."""

    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    target = tmp_path / "out"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("number", "english", "japanese"),
    [
        (errno.EACCES, "permission is denied", "アクセス権がありません"),
        (errno.ENOSPC, "the disk is full", "ディスクの空きがありません"),
        (errno.EISDIR, "it is a folder", "フォルダーです"),
    ],
)
def test_refusal_is_told_in_the_reader_s_language(
    number: int, english: str, japanese: str
) -> None:
    """What the system says in English alone is said in both languages."""
    why = refusal(OSError(number, os.strerror(number)))
    assert not isinstance(why, str)
    assert why.into(Style.of("en")) == english
    assert why.into(Style.of("ja")) == japanese


def test_rare_refusal_is_told_as_the_system_words_it() -> None:
    """A reason that has no words of its own is not hidden."""
    assert refusal(OSError(errno.EDOM, "a rare reason")) == "a rare reason"
    assert refusal(OSError("no number at all")) == "no number at all"


@pytest.mark.parametrize("is_there", [False, True], ids=["new", "there"])
def test_folder_below_comes_and_goes_with_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_there: bool
) -> None:
    """Files of a folder below are written with the others, or nothing is."""
    town = tmp_path / "town"
    if is_there:
        town.mkdir()
    files = {"a": b"1", "below/b": b"2", "below/c": b"3"}
    written: list[int] = []

    def full(_: int) -> None:
        written.append(1)
        if len(written) == 3:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            write_folder(town, files)
    assert list(tmp_path.rglob("*")) == ([town] if is_there else [])
    write_folder(town, files)
    assert (town / "below" / "c").read_bytes() == b"3"
    assert sorted(each.name for each in town.rglob("*")) == ["a", "b", "below", "c"]
