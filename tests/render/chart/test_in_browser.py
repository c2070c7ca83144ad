"""The pictures in a browser: nothing leaves the sheet, nothing is fetched (表示)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from stdmig.render.chart.full import full_svg
from stdmig.render.chart.overview import overview_svg
from stdmig.words import Language, Style
from tests.render.chart.towns import designated_town, hostile_town, sample

pytestmark = pytest.mark.outside("chromium")

# What stands off the sheet's margins, told with its words.
_OUTSIDE = """() => {
  const sheet = document.documentElement, box = sheet.viewBox.baseVal, found = [];
  const back = sheet.getScreenCTM().inverse();
  for (const each of sheet.querySelectorAll("text, path:not(.pp)")) {
    if (each.closest("defs")) continue;
    const seen = each.getBoundingClientRect();
    if (!seen.width && !seen.height) continue;
    const from = new DOMPoint(seen.left, seen.top).matrixTransform(back);
    const to = new DOMPoint(seen.right, seen.bottom).matrixTransform(back);
    const inside = from.x >= 40 && to.x <= box.width - 40
      && from.y >= 0 && to.y <= box.height;
    if (!inside) found.push(`${each.className.baseVal} ${each.textContent}`);
  }
  return found;
}"""

# Pairs of figures and names left of the bars that overlap.
_TOUCHING = """() => {
  const found = [], seen = [...document.querySelectorAll("text")]
    .map(each => [each.getBoundingClientRect(), each.textContent])
    .filter(([box, told]) => box.right < 640 && told);
  for (const [one, told] of seen) for (const [other, name] of seen) {
    const beside = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const over = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    if (one !== other && beside > 1.5 && over > 7) found.push(`${told} | ${name}`);
  }
  return found;
}"""

_DRAWN = [
    (draw, town, language)
    for draw in (overview_svg, full_svg)
    for town in (sample, designated_town, hostile_town)
    for language in ("ja", "en")
]


@pytest.fixture(scope="module")
def page() -> Iterator[object]:
    """Return a page of a browser without a network."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        context = browser.new_context(offline=True)
        yield context.new_page()
        browser.close()


@pytest.mark.parametrize(("draw", "town", "language"), _DRAWN)
def test_everything_stands_on_the_sheet(
    page: object, tmp_path: Path, draw: object, town: object, language: Language
) -> None:
    """No word and no bar leaves the margins; names and figures do not overlap."""
    file = tmp_path / "chart.svg"
    svg = draw(town(), Style.of(language))  # type: ignore[operator]
    file.write_text(svg, encoding="utf-8")
    page.goto(file.as_uri())  # type: ignore[attr-defined]
    assert page.evaluate(_OUTSIDE) == []  # type: ignore[attr-defined]
    assert page.evaluate(_TOUCHING) == []  # type: ignore[attr-defined]
