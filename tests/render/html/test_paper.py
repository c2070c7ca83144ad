"""The page on paper: A3, short, and nothing parted from its heading (印刷)."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from stdmig.render.dossier import Dossier
from stdmig.render.html.page import html_page
from tests.helpers import ENGLISH
from tests.render.html.browser import chromium, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.outside("chromium")

A3 = b"/MediaBox [0 0 1191"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return one browser for all tests."""
    with chromium() as running:
        yield running


@pytest.mark.parametrize("script", [True, False])
def test_paper_is_a3_and_short(browser: Browser, saved: Path, *, script: bool) -> None:
    """What is folded on the screen is folded on paper, and the paper says so."""
    with opened(browser, saved, java_script_enabled=script) as seen:
        pages = _sheets(seen.page)
        seen.page.emulate_media(media="print")
        assert seen.page.locator(".folded").is_visible()
        assert seen.page.locator("#tasks table").is_hidden()
    # A line more or less, where another font is installed, may turn a page.
    assert abs(pages - PAGES) <= 1


PAGES = 7


def test_all_is_printed_once_all_is_open(browser: Browser, saved: Path) -> None:
    """A button opens every fold, for the paper too, and folds it again."""
    with opened(browser, saved) as seen:
        page, button = seen.page, seen.page.locator("#unfold")
        folded = "document.querySelectorAll('details:not([open])').length"
        before = page.evaluate(folded)
        button.click()
        assert button.get_attribute("aria-pressed") == "true"
        assert page.evaluate(folded) == 0
        assert _sheets(page) > PAGES + 5
        page.emulate_media(media="print")
        assert page.locator(".folded").is_hidden()
        assert page.locator("#tasks table").is_visible()
        page.emulate_media(media="screen")
        button.click()
        assert page.evaluate(folded) == before
    with opened(browser, saved, java_script_enabled=False) as seen:
        assert seen.page.locator("#unfold").is_hidden()


def _sheets(page: Page) -> int:
    """Return how many sheets the page takes; all of them are A3 landscape."""
    pdf = page.pdf(prefer_css_page_size=True)
    pages = len(re.findall(rb"/Type /Page\b", pdf))
    assert pdf.count(A3) == pages
    return pages


def test_headings_stay_with_their_tables(
    browser: Browser, tmp_path: Path, town: Dossier
) -> None:
    """On no sheet is a heading left behind by the first two rows of its table."""
    file = tmp_path / "town.html"
    file.write_text(html_page(town, ENGLISH), encoding="utf-8")
    printed = tmp_path / "town.pdf"
    with opened(browser, file) as seen:
        printed.write_bytes(seen.page.pdf(prefer_css_page_size=True))
    told = subprocess.run(
        ["pdftotext", "-layout", printed, "-"], capture_output=True, check=True
    ).stdout.decode()
    sheets = [
        [line.strip() for line in sheet.splitlines() if line.strip()]
        for sheet in told.split("\f")
    ]
    for heading in ("Milestones", "Contracts", "Budget by fiscal year", "Assumptions"):
        places = [
            len(lines) - lines.index(heading) for lines in sheets if heading in lines
        ]
        assert places, heading
        assert min(places) > 4, heading
