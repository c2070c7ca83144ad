"""What the page looks like, held against a kept picture (画面の見た目)."""

from __future__ import annotations

from base64 import b64decode, b64encode
from pathlib import Path

import pytest

from tests.conftest import GOLDEN
from tests.render.html.browser import chromium, opened

pytestmark = pytest.mark.outside("chromium")

_SMALL = """async (png) => {
  const picture = new Image();
  picture.src = `data:image/png;base64,${png}`;
  await picture.decode();
  const small = document.createElement("canvas");
  small.width = picture.width / 4;
  small.height = picture.height / 4;
  const pen = small.getContext("2d");
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, small.width, small.height);
  return small.toDataURL("image/png").split(",")[1];
}"""

_APART = """async (both) => {
  const points = [];
  for (const png of both) {
    const picture = new Image();
    picture.src = `data:image/png;base64,${png}`;
    await picture.decode();
    const room = document.createElement("canvas");
    room.width = picture.width;
    room.height = picture.height;
    const pen = room.getContext("2d");
    pen.drawImage(picture, 0, 0);
    points.push(pen.getImageData(0, 0, room.width, room.height).data);
  }
  const [one, other] = points;
  if (one.length !== other.length) return [255, 1];
  let sum = 0, far = 0;
  for (let at = 0; at < one.length; at++) {
    const apart = Math.abs(one[at] - other[at]);
    sum += apart;
    far += apart > 48;
  }
  return [sum / one.length, far / one.length];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_looks_as_it_did(
    saved: Path, scheme: str, request: pytest.FixtureRequest
) -> None:
    """At a quarter of its size, so that another font's edges do not matter."""
    kept = GOLDEN / f"html_sample_en_{scheme}.png"
    with chromium() as browser, opened(browser, saved, color_scheme=scheme) as seen:
        seen.page.set_viewport_size({"width": 1440, "height": 1600})
        taken = b64encode(seen.page.screenshot()).decode()
        judge = browser.new_page()
        small = judge.evaluate(_SMALL, taken)
        if request.config.getoption("--update-golden"):
            kept.write_bytes(b64decode(small))
        assert kept.exists(), f"{kept.name} is missing: run pytest --update-golden"
        before = b64encode(kept.read_bytes()).decode()
        mean, far = judge.evaluate(_APART, [before, small])
    assert mean < 2.5, "the picture as a whole has changed"
    assert far < 0.01, "parts of the picture have changed"
