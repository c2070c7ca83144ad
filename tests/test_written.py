"""Scripts that write files from the product, or hold the filed ones against it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import written


def test_check_names_what_is_out_of_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``--check`` names files that are missing or differ, and writes none of them."""
    monkeypatch.setattr(written, "ROOT", tmp_path)
    monkeypatch.setattr("sys.argv", ["script", "--check"])
    same, other, missing = (tmp_path / name for name in ("same", "other", "missing"))
    same.write_text("1\n", encoding="utf-8")
    other.write_text("2\n", encoding="utf-8")
    files = {same: "1\n", other: "1\n", missing: "1\n"}
    assert written.write_or_check(None, files) == 1
    assert capsys.readouterr().err == "out of date: other missing\n"
    assert other.read_text(encoding="utf-8") == "2\n"
    assert not missing.exists()


def test_files_are_written_alike_everywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without ``--check`` the files are written, with line feeds on every machine."""
    monkeypatch.setattr("sys.argv", ["script"])
    file = tmp_path / "page.md"
    assert written.write_or_check(None, {file: "契約\n満了\n"}) == 0
    assert file.read_bytes() == "契約\n満了\n".encode()
