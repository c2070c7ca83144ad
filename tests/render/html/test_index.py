"""The page that leads to the papers: on a phone, by night, on A4 (目次)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from stdmig.render.dossier import Dossier
from stdmig.render.html.index import index_html
from stdmig.words import Language, Style, text
from tests.helpers import ENGLISH
from tests.outside import NODE_MODULES
from tests.render.html.browser import chromium, opened
from tests.render.html.tree import read

FILES = (
    ("plan.html", text("All about the plan as one page"), 272_334),
    ("plan.xlsx", text("A workbook"), 95_909),
    ("overview.svg", text("One page for the mayor"), 28_853),
)


def test_sample_says_that_it_is_one(sample: Dossier) -> None:
    """Nobody takes the sample city's papers for a real plan."""
    page = read(index_html(sample.page, FILES, ENGLISH))
    assert "The sample city: no real plan of a town hall" in page.text
    rows = [row.text for row in page.all("tr")][1:]
    assert rows[0] == "plan.html All about the plan as one page web page 273 kB"


@pytest.mark.outside("chromium")
@pytest.mark.parametrize("which", ["sample", "hostile"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_index_fits_a_phone_and_one_sheet_of_a4(
    tmp_path: Path, request: pytest.FixtureRequest, which: str, language: Language
) -> None:
    """Nothing is wider than a phone, no word is broken there; A4 takes all of it."""
    dossier: Dossier = request.getfixturevalue(which)
    file = tmp_path / "index.html"
    html = index_html(dossier.page, FILES, Style.of(language))
    file.write_text(html, encoding="utf-8")
    with chromium() as browser, opened(browser, file, width=390) as seen:
        page = seen.page
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert page.locator(".files td:nth-child(3)").first.is_hidden()
        assert page.locator(".files a").all_inner_texts() == [
            file for file, *_ in FILES
        ]
        pdf = page.pdf(prefer_css_page_size=True)
        assert seen.told == []
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 1
    assert re.search(rb"/MediaBox \[0 0 59[45]\.\d+ 84[12]\.\d+\]", pdf)


@pytest.mark.outside("chromium", "node")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(
    tmp_path: Path, sample: Dossier, scheme: str
) -> None:
    """Neither critical nor serious, by day and by night."""
    file = tmp_path / "index.html"
    html = index_html(sample.page, FILES, Style("ja"))
    file.write_text(html, encoding="utf-8")
    with (
        chromium() as browser,
        opened(browser, file, color_scheme=scheme, bypass_csp=True) as seen,
    ):
        seen.page.add_script_tag(path=NODE_MODULES / "axe-core" / "axe.min.js")
        found = seen.page.evaluate("axe.run({resultTypes: ['violations']})")
    grave = [
        (each["id"], each["nodes"][0]["html"][:200])
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
    ]
    assert grave == []
