"""The PDF as other programs open it (印刷用PDF)."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from stdmig.render.dossier import Dossier
from stdmig.render.unprintable import UnprintableError
from stdmig.words import Style
from tests.command import call
from tests.render.chart.towns import designated_town, hostile_town, sample

pytestmark = pytest.mark.outside("typst")


def _pdf(dossier: Dossier, folder: Path) -> Path:
    from stdmig.render.chart.pdf import chart_pdf

    file = folder / "chart.pdf"
    file.write_bytes(chart_pdf(dossier, Style.of("ja")))
    return file


def _told(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def test_pages_are_a3_landscape(tmp_path: Path) -> None:
    """The sample takes the mayor's page and three more, all of them A3 landscape."""
    facts = _told("pdfinfo", "-l", "99", _pdf(sample(), tmp_path))
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+) pts", facts)
    assert sizes == [("1190.55", "841.89")] * 4
    assert "Title:           姶良市（見本） 標準化移行計画" in facts
    assert "CreationDate" not in facts


def test_text_is_selectable_and_fonts_are_embedded(tmp_path: Path) -> None:
    """Names can be searched for; no reader needs a font of its own."""
    file = _pdf(sample(), tmp_path)
    first = _told("pdftotext", "-l", "1", file, "-")
    assert "姶良市" in first
    assert "アクロシティ住民情報システム" in first
    fonts = _told("pdffonts", file).splitlines()[2:]
    assert fonts
    assert all(re.search(r" yes yes yes +\d+ +0$", line) for line in fonts)


def test_pages_are_numbered(tmp_path: Path) -> None:
    """Every page but the mayor's says which of how many it is."""
    file = _pdf(designated_town(), tmp_path)
    last = _told("pdftotext", "-f", "6", "-l", "6", file, "-")
    assert re.search(r"^6 ?/ ?6$", last, re.MULTILINE)


def test_hostile_names_are_words(tmp_path: Path) -> None:
    """Neither typst's markup nor XML's is found in a name."""
    told = _told("pdftotext", _pdf(hostile_town(), tmp_path), "-")
    assert "DROP TABLE" in told
    assert "]]></title>" in told


def test_same_plan_same_bytes(tmp_path: Path) -> None:
    """Two runs give the same file."""
    first = _pdf(sample(), tmp_path).read_bytes()
    assert _pdf(sample(), tmp_path).read_bytes() == first


def test_no_japanese_font_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a font the command ends with a sentence, not with empty boxes."""
    import typst

    bare = typst.Fonts(include_system_fonts=False)
    monkeypatch.setattr(typst, "Fonts", lambda **_: bare)
    with pytest.raises(UnprintableError):
        _pdf(sample(), tmp_path)
    file = tmp_path / "none.pdf"
    result = call("export", "pdf", "--sample", "--output", file)
    assert result.code == 2
    assert "no Japanese font is installed" in result.err
    assert not file.exists()
