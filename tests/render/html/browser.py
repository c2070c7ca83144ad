"""Pages opened in Chromium, without a net (ブラウザーでの表示)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page


class Opened(NamedTuple):
    """
    A page in the browser.

    Attributes
    ----------
    asked
        Addresses that the page has asked for, itself among them.
    told
        What the browser complained about.
    """

    page: Page
    asked: list[str]
    told: list[str]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run Debian's browser for as long as it is needed."""
    from playwright.sync_api import sync_playwright

    switches = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path="/usr/bin/chromium", args=switches
        )
        yield browser
        browser.close()


@contextmanager
def opened(
    browser: Browser, file: Path, *, at: str = "", width: int = 1440, **context: Any
) -> Iterator[Opened]:
    """
    Open a file by its address, as a double click does.

    Parameters
    ----------
    at
        What follows the file's name in the address.
    context
        Colour scheme, whether scripts run, and the like.
    """
    room = browser.new_context(
        viewport={"width": width, "height": 1000}, offline=True, **context
    )
    page = room.new_page()
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("dialog", lambda dialog: told.append(dialog.message))
    page.goto(file.as_uri() + at)
    yield Opened(page, asked, told)
    room.close()


def wait_for_words(locator: Locator, words: str) -> None:
    """Wait until an element has just these words; the page's policy forbids eval."""
    from playwright.sync_api import expect

    expect(locator).to_have_text(words)
