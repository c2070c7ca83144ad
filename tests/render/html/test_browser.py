"""The page in a real browser: offline, by hand, by keyboard, by night."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from stdmig.render.dossier import Dossier
from stdmig.render.html.page import html_page
from stdmig.words import Style
from tests.outside import NODE_MODULES
from tests.render.html.browser import chromium, opened, wait_for_words

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.outside("chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return one browser for all tests."""
    with chromium() as running:
        yield running


@pytest.mark.parametrize("script", [True, False])
def test_page_opens_offline(browser: Browser, saved: Path, *, script: bool) -> None:
    """One request, no complaint, with scripts and without."""
    with opened(browser, saved, java_script_enabled=script) as seen:
        assert seen.asked == [saved.as_uri()]
        assert seen.told == []
        assert seen.page.title() == "Aira City (sample): migration plan"


def test_hostile_page_runs_nothing(
    browser: Browser, tmp_path: Path, hostile_page: str
) -> None:
    """No dialogue, no complaint, one request; a name of 300 characters is held."""
    file = tmp_path / "hostile.html"
    file.write_text(hostile_page, encoding="utf-8")
    with opened(browser, file) as seen:
        assert (seen.asked, seen.told) == ([file.as_uri()], [])
        assert seen.page.evaluate("document.scripts.length") == 1
        assert seen.page.evaluate("document.images.length") == 0
        wide = seen.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 1440


def test_without_scripts_everything_is_there(browser: Browser, saved: Path) -> None:
    """The filter is away, the rows are there, and so are the lines on demand."""
    with opened(browser, saved, java_script_enabled=False) as seen:
        page = seen.page
        assert page.locator("#filter").is_hidden()
        assert page.locator("#items tbody tr[id]:visible").count() == 21
        lines = page.locator("#items .links g").first
        assert lines.is_hidden()
        page.locator("#links").check()
        assert lines.evaluate("line => getComputedStyle(line).display") == "inline"


def test_filter_leaves_no_holes(browser: Browser, saved: Path) -> None:
    """Rows of others go, the rest close up, tables follow, the address remembers."""
    with opened(browser, saved) as seen:
        page = seen.page
        page.select_option("select[name=system]", label="Seal registration")
        assert page.locator("output").inner_text() == "17 / 224 shown"
        tops = page.locator("#items tbody tr[id]:visible").evaluate_all(
            "rows => rows.map(row => row.offsetTop)"
        )
        assert {below - above for above, below in pairwise(tops)} == {24}
        assert page.locator(".fold:visible .name").all_inner_texts() == [
            "Seal registration"
        ]
        assert page.locator("#held tbody tr[id]:visible").count() == 0
        assert page.url.endswith("#system=Seal+registration")
        assert page.locator("#tasks summary").inner_text() == "17 / 224 tasks"
        page.locator("button[type=reset]").click()
        wait_for_words(page.locator("output"), "")
        assert page.locator("#held tbody tr[id]:visible").count() == 4
    with opened(browser, saved, at="#system=Seal+registration") as seen:
        assert seen.page.locator("output").inner_text() == "17 / 224 shown"


def test_section_and_vendor_narrow_together(browser: Browser, saved: Path) -> None:
    """A unit must have both; lines go with the rows that they join."""
    with opened(browser, saved) as seen:
        page = seen.page
        page.select_option("select[name=section]", label="健康増進課")
        held = page.locator("#held tbody tr[id]:visible th")
        assert held.all_inner_texts() == ["健康管理システム"]
        page.select_option("select[name=vendor]", index=1)
        assert held.count() == 0
        assert page.locator("#contracts .nothing").is_visible()
        assert page.locator("#money .whole").first.is_visible()


def test_counts_follow_the_choice(browser: Browser, saved: Path) -> None:
    """Pills, rules and lists count what is shown; sums of the whole plan say so."""
    with opened(browser, saved) as seen:
        page = seen.page
        pills = page.locator("nav .pill")
        rules = page.locator("#found .num")
        whole = page.locator(".summary .whole")
        assert pills.all_inner_texts() == ["error 3", "warning 20"]
        assert whole.is_hidden()
        page.select_option("select[name=section]", label="健康増進課")
        told = [
            page.locator(f"#found > .{tone} > ul > li:visible").count()
            for tone in ("error", "warning")
        ]
        assert told == [1, 4]
        assert pills.all_inner_texts() == ["error 1 / 3", "warning 4 / 20"]
        assert (
            page.locator(".tally").inner_text() == "error 1 / 3 warning 4 / 20 note 0"
        )
        assert rules.first.inner_text() == "1 / 3"
        assert page.locator("nav a[href='#contracts'] + .num").inner_text() == "1 / 4"
        assert whole.is_visible()
        assert page.locator("#chart p.whole").is_visible()
        page.locator("button[type=reset]").click()
        wait_for_words(page.locator("output"), "")
        assert pills.all_inner_texts() == ["error 3", "warning 20"]
        assert rules.first.inner_text() == "3"
        assert whole.is_hidden()


def test_no_capitals_in_names_of_files(
    browser: Browser, tmp_path: Path, sample_page_ja: str, saved: Path
) -> None:
    """Help that begins with a file's name stays as it is; Japanese altogether."""
    file = tmp_path / "ja.html"
    file.write_text(sample_page_ja, encoding="utf-8")
    changed = """() => [...document.querySelectorAll("#findings *")].filter(each =>
      ["", "::first-letter"].some(part => getComputedStyle(each, part || null)
        .textTransform !== "none")).map(each => each.className)"""
    with opened(browser, file) as seen:
        assert seen.page.evaluate(changed) == []
    with opened(browser, saved) as seen:
        assert set(seen.page.evaluate(changed)) == {"cap"}
        assert seen.page.locator(".advice .cap").count() == 0


def test_lines_follow_their_rows(browser: Browser, saved: Path) -> None:
    """After rows went, a line still begins in the middle of its row."""
    with opened(browser, saved) as seen:
        page = seen.page
        page.select_option("select[name=section]", label="健康増進課")
        off = page.evaluate(
            """() => [...document.querySelectorAll("#items .links g:not([hidden])")]
            .map((line) => {
              const row = document.getElementById(line.dataset.l.split(" ")[0]);
              const top = document.querySelector("#items .over").offsetTop;
              const y = line.children[0].getAttribute("d").match(/^M\\S+ (\\S+)H/)[1];
              return Math.abs(y - (row.offsetTop - top + 12));
            })"""
        )
        assert len(off) > 10
        assert max(off) < 0.1


def test_keyboard_walks_through_the_chart(browser: Browser, saved: Path) -> None:
    """The skip link comes first; arrows go from row to row and tell what it is."""
    with opened(browser, saved) as seen:
        page = seen.page
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.locator("#items tr[tabindex='0']").focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.id") == "i1"
        assert page.locator("#tip").inner_text().startswith("2 Survey of the present")
        assert page.locator("#items .links g.on").count() > 1
        page.keyboard.press("Escape")
        assert page.locator("#tip").is_hidden()


def test_pointer_is_told_what_a_bar_is(browser: Browser, saved: Path) -> None:
    """A tip shows the gap; the browser's own does not show besides."""
    with opened(browser, saved) as seen:
        page = seen.page
        page.locator("#c0 path.g").hover(force=True)
        tip = page.locator("#tip").inner_text()
        assert tip == "gap of 365 days (2024-10-01 - 2025-09-30)"
        assert page.locator("#c0 path.g title").count() == 0


def test_night_is_dark_and_paper_is_white(browser: Browser, saved: Path) -> None:
    """The reader's choice holds on the screen, never on paper."""
    ground = "getComputedStyle(document.body).backgroundColor"
    ink = "getComputedStyle(document.body).color"
    with opened(browser, saved, color_scheme="dark") as seen:
        assert seen.page.evaluate(ground) == "rgb(14, 18, 22)"
        seen.page.emulate_media(media="print")
        assert seen.page.evaluate(ground) == "rgba(0, 0, 0, 0)"
        assert seen.page.evaluate(ink) == "rgb(31, 41, 51)"
    with opened(browser, saved, color_scheme="light") as seen:
        assert seen.page.evaluate(ground) == "rgb(246, 247, 249)"


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_nothing_overflows_the_window(
    browser: Browser, saved: Path, width: int
) -> None:
    """Wide tables scroll by themselves, the page never sideways."""
    with opened(browser, saved, width=width) as seen:
        page = seen.page
        page.evaluate(
            "document.querySelectorAll('details').forEach(d => d.open = true)"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("which", ["sample", "town"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.outside("node")
def test_axe_finds_nothing_serious(
    browser: Browser,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    which: str,
    scheme: str,
) -> None:
    """Neither critical nor serious, by day and by night, folded parts open."""
    dossier: Dossier = request.getfixturevalue(which)
    file = tmp_path / "plan.html"
    file.write_text(html_page(dossier, Style("ja")), encoding="utf-8")
    with opened(browser, file, color_scheme=scheme, bypass_csp=True) as seen:
        page = seen.page
        page.evaluate(
            "document.querySelectorAll('details').forEach(d => d.open = true)"
        )
        page.add_script_tag(path=NODE_MODULES / "axe-core" / "axe.min.js")
        found = page.evaluate("axe.run({resultTypes: ['violations']})")
    grave = [
        (each["id"], each["impact"], each["nodes"][0]["html"][:200])
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
    ]
    assert grave == []
