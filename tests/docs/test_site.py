"""The pages as a site that opens from a folder, without a network (文書のサイト)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts import docs_site
from stdmig.words import LANGUAGES, Language
from tests.docs.page import PAGES, language_of, title

pytestmark = pytest.mark.outside("sphinx")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built site."""
    folder = tmp_path_factory.mktemp("site")
    assert docs_site.build_all(folder) == 0
    return folder


def _files(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_every_page_is_in_the_site(site: Path) -> None:
    """Sphinx finds no fault, and no page is forgotten."""
    for page in PAGES:
        if page.startswith("docs/"):
            name = f"{title(page).removesuffix('.md')}.html"
            assert (site / language_of(page) / name).is_file()


def test_same_pages_make_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """A site that is built again is the same, file by file."""
    docs_site.build_all(tmp_path)
    assert _files(tmp_path) == _files(site)


def test_site_names_no_day_of_its_build(site: Path) -> None:
    """Neither a year of copyright nor the time of the build stands on a page."""
    for name, content in _files(site).items():
        if name.endswith(".html"):
            assert b"Last updated" not in content
            assert b"Copyright" not in content


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    """No page asks a network for a script, a style, a font or a picture."""
    loads = re.compile(rb"<(?:script|link|img|iframe)[^>]+(?:src|href)=\"(\w+:)?//")
    for name, content in _files(site).items():
        if name.endswith(".html"):
            assert not loads.search(content), name
        if name.endswith(".css"):
            assert not re.search(rb"url\(['\"]?(?:https?:)?//", content), name


def test_links_lead_to_files(site: Path) -> None:
    """Every relative link of every page leads to a file of the site."""
    link = re.compile(r"(?:href|src)=\"([^\"#?:]+)[\"#?]")
    for page in site.rglob("*.html"):
        for target in link.findall(page.read_text(encoding="utf-8")):
            assert (page.parent / target).is_file(), f"{page.name}: {target}"


WORDS: dict[Language, list[tuple[str, str]]] = {
    "en": [("cutover", "method"), ("STD201", "rules")],
    "ja": [
        ("稼働開始日", "method.ja"),
        ("申入れの期限", "method.ja"),
        ("契約", "rules.ja"),
        ("事実上の期限", "method.ja"),
        ("STD201", "rules.ja"),
    ],
}
"""What readers look for, and a page that has it."""


@pytest.mark.outside("chromium")
@pytest.mark.parametrize("language", LANGUAGES)
def test_site_works_offline(site: Path, language: Language) -> None:
    """A browser without a network reads pages, searches, and reports no fault."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        context = browser.new_context(offline=True)
        page = context.new_page()
        faults: list[str] = []
        requests: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda told: faults.append(told.text))
        page.on("request", lambda request: requests.append(request.url))
        page.goto((site / "index.html").as_uri())
        page.click(f"a[href^='{language}/']")
        for word, found in WORDS[language]:
            page.fill("input[name=q]", word)
            page.press("input[name=q]", "Enter")
            page.wait_for_selector("#search-results .search li a")
            links = page.locator("#search-results .search li a")
            hrefs = [link.get_attribute("href") or "" for link in links.all()]
            assert any(href.startswith(f"{found}.html") for href in hrefs), word
        browser.close()
    assert faults == []
    assert {request.split(":")[0] for request in requests} <= {"file", "data"}
