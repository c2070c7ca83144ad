"""Bytes go into a file whole, or not at all (書出し)."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from stdmig.words import Style
from stdmig.workspace import refusal, write_whole


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
