"""Photograph the HTML page for the README, in Chromium as a reader sees it.

Run ``python scripts/page_picture.py`` when the page has changed; it needs Playwright
(``pip install -e '.[outside]'``) and Debian's Chromium. Fonts differ from machine to
machine, so that no check compares these pictures; the tests compare a smaller one.
"""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright

from stdmig.render.html.page import html_page
from stdmig.words import LANGUAGES, Style
from stdmig.workspace import Request, open_workspace, plan_workspace
from stdmig.workspace.dossier import dossier

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
WIDTH, HEIGHT = 1440, 1500


def main() -> None:
    """Write a picture per language."""
    inventory, faults = open_workspace(Request(sample=True))
    if inventory is None:
        raise SystemExit(f"the sample cannot be read: {faults}")
    whole = dossier(plan_workspace(inventory, None, date.max))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as programs:
        browser = programs.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        for language in LANGUAGES:
            file = Path(folder, f"{language}.html")
            file.write_text(html_page(whole, Style.of(language)), encoding="utf-8")
            seen = browser.new_context(
                viewport={"width": WIDTH, "height": HEIGHT}, offline=True
            )
            page = seen.new_page()
            page.goto(file.as_uri())
            page.screenshot(path=IMAGES / f"page-{language}.png")
        browser.close()


if __name__ == "__main__":
    main()
