"""The page about many municipalities in Chromium: found, sorted, opened (操作)."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from stdmig.render.portfolio.page import portfolio_page
from stdmig.words import Style
from tests import portfolios
from tests.render.html.browser import Opened, chromium, opened, wait_for_words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.outside("chromium")

ENGLISH = Style.of("en")
MANY = 300


@cache
def _page(which: str) -> str:
    made = portfolios.nation(MANY) if which == "many" else portfolios.hostile()
    return portfolio_page(made, ENGLISH)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Run the browser once for all tests."""
    with chromium() as running:
        yield running


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Return the page of many municipalities as a file."""
    file = tmp_path / "many.html"
    file.write_text(_page("many"), encoding="utf-8")
    return file


@pytest.fixture
def seen(browser: Browser, many: Path) -> Iterator[Opened]:
    """Open that page."""
    with opened(browser, many) as told:
        yield told
        assert told.asked == [many.as_uri()]
        assert told.told == []


def _names(page: Page) -> list[str]:
    return page.locator("#grid tbody th.t button").all_text_contents()


def _column(page: Page, name: str) -> list[str]:
    return page.locator(f"#grid tbody td.{name}").all_text_contents()


def _count(page: Page, told: str) -> None:
    wait_for_words(page.locator("#find output"), told)


def test_only_what_is_seen_is_drawn(seen: Opened) -> None:
    """All rows are counted and can be reached; a screenful of them exists."""
    _count(seen.page, "300 of 300 municipalities")
    table = seen.page.locator("#grid table")
    assert table.get_attribute("aria-rowcount") == "301"
    rows = seen.page.locator("#grid tbody tr:not(.space)")
    assert 20 < rows.count() < 60
    assert rows.first.get_attribute("aria-rowindex") == "2"
    seen.page.locator("#grid").evaluate("grid => { grid.scrollTop = 1e6; }")
    last = seen.page.locator("#grid tbody tr[aria-rowindex='301']")
    last.wait_for()
    assert rows.count() < 60


def test_headings_sort_and_turn_around(seen: Opened) -> None:
    """The first choice shows the worst first; the second turns the order."""
    page = seen.page
    head = page.locator("#grid th[data-key=gap]")
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    gaps = [int(each) for each in _column(page, "n:nth-last-child(4)")[:20]]
    assert gaps == sorted(gaps, reverse=True)
    assert gaps[0] > 300
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert _column(page, "n:nth-last-child(4)")[0] == ""
    page.locator("#grid th[data-key=name] button").click()
    names = _names(page)[:3]
    assert names == ["第1団体", "第2団体", "第3団体"]
    assert page.locator("#grid th[aria-sort]").count() == 1
    page.locator("#grid th[data-key='0'] button").click()
    assert page.locator("#grid tbody tr td:nth-child(4)").first.text_content() == "!"


def test_search_and_choices_narrow_the_rows(seen: Opened) -> None:
    """Words are sought in names, codes and vendors; choices add up."""
    page = seen.page
    page.fill("#find [name=search]", "第77団体")
    _count(page, "1 of 300 municipalities")
    assert _names(page) == ["第77団体"]
    page.fill("#find [name=search]", "第２９９団体 299")
    assert _names(page) == ["第299団体"]
    page.fill("#find [name=search]", "nobody at all")
    _count(page, "0 of 300 municipalities")
    assert page.locator("#nothing").text_content() == "No municipality is like that."
    page.click("#find [type=reset]")
    _count(page, "300 of 300 municipalities")
    page.select_option("#find [name=prefecture]", label="Hokkaido")
    assert set(_column(page, "p")) == {"Hokkaido"}
    page.select_option("#find [name=state]", "1")
    page.select_option("#find [name=vendor]", "事業者08")
    for row in page.locator("#grid tbody tr[data-index]").all():
        assert row.locator(".s1").count()
    page.click("#find [type=reset]")
    page.select_option("#find [name=designated]", "no")
    assert page.locator("#grid tbody .named").count() == 0


def test_rows_are_grouped_by_prefecture(seen: Opened) -> None:
    """Each prefecture has a row of its own with its figures."""
    page = seen.page
    page.check("#find [name=group]")
    told = page.locator("#grid tbody tr.group").first.text_content()
    assert told is not None
    assert told.startswith("Hokkaido: 31 municipalities, ")


def test_address_remembers_the_choice(browser: Browser, many: Path) -> None:
    """Whoever gets the address sees the same rows in the same order."""
    with opened(browser, many, at="#search=第2&sort=-name") as seen:
        assert seen.page.input_value("#find [name=search]") == "第2"
        assert _names(seen.page)[0] == "第299団体"
        seen.page.fill("#find [name=search]", "第3")
        assert "search=%E7%AC%AC3&sort=-name" in seen.page.url


def test_keyboard_goes_from_row_to_row(seen: Opened) -> None:
    """One stop of the tab key; arrows, Page and End move; Enter opens, Esc closes."""
    page = seen.page
    first, second = _names(page)[:2]
    assert page.locator("#grid tbody [tabindex='0']").count() == 1
    page.locator("#grid tbody button").first.focus()
    page.keyboard.press("ArrowDown")
    assert _focused(page) == second
    page.keyboard.press("End")
    assert _focused(page).startswith("第")
    at = "document.activeElement.closest('tr').getAttribute('aria-rowindex')"
    assert _asked(page, at) == "301"
    page.keyboard.press("Home")
    assert _focused(page) == first
    page.keyboard.press("Enter")
    dialog = page.locator("dialog#town")
    assert dialog.is_visible()
    assert (dialog.locator("h2").text_content() or "").startswith(first)
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert _focused(page) == first


def _focused(page: Page) -> str:
    return str(page.locator(":focus").text_content())


def _asked(page: Page, expression: str) -> Any:
    return page.locator("body").evaluate(f"() => {expression}")


def test_row_that_leaves_does_not_take_the_keyboard_along(seen: Opened) -> None:
    """The table keeps it, so that the next arrow goes on from there."""
    page = seen.page
    page.locator("#grid tbody button").first.focus()
    page.locator("#grid").evaluate("grid => { grid.scrollTop = 5000; }")
    page.locator("#grid tbody tr[aria-rowindex='185']").wait_for()
    assert _asked(page, "document.activeElement.id") == "grid"
    page.keyboard.press("ArrowDown")
    at = "document.activeElement.closest('tr').getAttribute('aria-rowindex')"
    assert _asked(page, at) == "3"


def test_details_tell_all_about_a_town(seen: Opened) -> None:
    """Cutover, deadline, float, gap, designation, steps, vendor, system by system."""
    page = seen.page
    page.locator("#grid tbody button").first.click()
    dialog = page.locator("dialog#town")
    heads = dialog.locator("thead th").all_text_contents()
    assert heads == [
        "System",
        "State",
        "Cutover day",
        "Deadline",
        "Float",
        "Gap",
        "Designated",
        "Steps done",
        "Vendor",
    ]
    assert dialog.locator("tbody tr").count() == 20
    cells = dialog.locator("tbody tr").first.locator("td").all_text_contents()
    assert cells[0].startswith("×cannot be kept")
    assert cells[2] == "2031-03-31"
    assert cells[5].startswith("yes, reason 4, until 2031-03-31")
    dialog.locator(".close").click()
    assert not dialog.is_visible()


def test_pointer_is_told_what_a_cell_means(seen: Opened) -> None:
    """State, day, float and gap, in words."""
    page = seen.page
    page.locator("#grid tbody td.s1").first.hover()
    told = page.locator("#tip").text_content() or ""
    assert ": cannot be kept, Cutover day 20" in told
    assert "Float -" in told


def test_prefecture_link_narrows_the_table(seen: Opened) -> None:
    """A tile of the map, or a name in the list, leads to its municipalities."""
    page = seen.page
    page.locator("#prefectures td, #prefectures th a", has_text="Kagoshima").click()
    assert page.input_value("#find [name=prefecture]") == "46"
    page.locator("#grid tbody td.p", has_text="Kagoshima").first.wait_for()
    assert set(_column(page, "p")) == {"Kagoshima"}


def test_paper_has_every_row_that_was_found(seen: Opened) -> None:
    """A virtual table would otherwise print a screenful."""
    page = seen.page
    rows = page.locator("#grid tbody tr[data-index]")
    page.locator("body").evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert rows.count() == MANY
    page.locator("body").evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert rows.count() < 60


def test_without_script_all_rows_stand_there(browser: Browser, many: Path) -> None:
    """A plain table, complete; nothing that does not work is shown."""
    with opened(browser, many, java_script_enabled=False) as seen:
        assert seen.page.locator(".plain-grid tbody tr").count() == MANY
        assert not seen.page.locator("#find").is_visible()
        assert not seen.page.locator("#grid").is_visible()


@pytest.mark.parametrize("width", [390, 1400])
def test_page_is_no_wider_than_the_window(
    browser: Browser, many: Path, width: int
) -> None:
    """Wide tables scroll in themselves."""
    with opened(browser, many, width=width) as seen:
        wide = _asked(seen.page, "document.documentElement.scrollWidth")
    assert wide <= width


def test_hostile_names_stay_names(browser: Browser, tmp_path: Path) -> None:
    """In the rows, the details and the choices; nothing runs, nothing is asked for."""
    file = tmp_path / "hostile.html"
    file.write_text(_page("hostile"), encoding="utf-8")
    with opened(browser, file) as seen:
        buttons = seen.page.locator("#grid tbody th.t button")
        assert buttons.count() == 24
        assert buttons.nth(4).text_content() == "</script><img src=x onerror=alert(1)>"
        for place in range(0, 24, 5):
            buttons.nth(place).click()
            seen.page.keyboard.press("Escape")
        assert seen.page.locator("#towns img, dialog img").count() == 0
        wide = _asked(seen.page, "document.documentElement.scrollWidth")
        assert wide <= 1440
        assert seen.told == []
        assert seen.asked == [file.as_uri()]


def test_headings_stand_on_every_printed_page(seen: Opened, tmp_path: Path) -> None:
    """The repeated row of a table on several pages is not blank."""
    file = tmp_path / "many.pdf"
    seen.page.pdf(path=file, prefer_css_page_size=True)
    command = ["pdftotext", "-layout", str(file), "-"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    pages = [page for page in told.split("\f") if page.count("×") > 40]
    assert len(pages) > 1
    assert all("Municipality name" in page for page in pages)


def test_heading_of_the_rank_is_not_broken_on_a_telephone(
    browser: Browser, many: Path
) -> None:
    """The word stands in one line."""
    lines = """() => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector("#grid .r button").firstChild);
        return range.getClientRects().length;
    }"""
    with opened(browser, many, width=390) as seen:
        assert seen.page.locator("#grid .r button").first.inner_text() == "Rank"
        assert _asked(seen.page, f"({lines})()") == 1
