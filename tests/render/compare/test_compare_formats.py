"""A comparison in every format (比較の形式)."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest
from markdown_it import MarkdownIt

from stdmig.render.cells import width
from stdmig.render.compare.csv import compare_csv
from stdmig.render.compare.json import compare_json
from stdmig.render.compare.markdown import LONGEST, compare_markdown
from stdmig.render.compare.page import ComparePage
from stdmig.render.compare.text import compare_text
from stdmig.render.html.compare import compare_html
from stdmig.render.screen import Screen
from stdmig.words import LANGUAGES, Language, Style
from stdmig.workspace import Planned, plan_workspace
from stdmig.workspace.compare import Side, compare_page
from stdmig.workspace.dossier import dossier
from tests.compared import page_of, town
from tests.helpers import ENGLISH, ROOT, sound
from tests.hostile import NAMES, TURNED, hostile_workspace
from tests.page_reader import PageReader
from tests.schema_check import undescribed
from tests.screens import sample_city

Golden = Callable[[str, str | bytes], None]


@cache
def _sides() -> tuple[Planned, Planned]:
    before = town("2025-10-01", "2025-10-01")
    after = town("2026-01-05", "2025-07-01")
    return before, after


@cache
def _page() -> ComparePage:
    return page_of(*_sides())


@cache
def _hostile() -> tuple[ComparePage, Planned]:
    """Return a workspace of hostile names against itself with other cutovers."""
    sources = hostile_workspace()
    later = sources.systems.data.replace(b"cutover: 2025-10-01", b"cutover: 2026-01-05")
    systems = sources.systems._replace(data=later)
    day = date(2021, 10, 1)
    before = plan_workspace(sound(sources), day, day)
    after = plan_workspace(sound(sources._replace(systems=systems)), day, day)
    title = before.inventory.municipality.title
    sides = Side(title, before.inventory), Side(title, after.inventory)
    return compare_page(*sides, (before, after)), after


@pytest.mark.parametrize("cells", [80, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_screen_keeps_to_its_width(language: Language, cells: int) -> None:
    """No line is wider than the screen, of hostile names as well."""
    shown_on = Screen(Style.of(language), cells)
    for page in (_page(), _hostile()[0]._replace(full=True)):
        lines = compare_text(page, shown_on).splitlines()
        assert [line for line in lines if width(line) > cells] == []


@pytest.mark.parametrize("cells", [80, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_screen_is_as_filed(language: Language, cells: int, golden: Golden) -> None:
    """A moved cutover that opens a gap, and one that closes one."""
    told = compare_text(_page(), Screen(Style.of(language), cells))
    golden(f"compare_{language}_{cells}.txt", told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_is_as_filed(language: Language, golden: Golden) -> None:
    """The same for a pull request."""
    told = compare_markdown(_page(), Style.of(language))
    golden(f"compare_{language}.md", told)


def test_table_is_as_filed(golden: Golden) -> None:
    """The same for a spreadsheet, one row per change."""
    data, refused = compare_csv(_page().comparison, ENGLISH, "utf-8")
    assert refused == []
    golden("compare_en.csv", data)


def test_equal_plans_say_so() -> None:
    """One sentence, and no table."""
    before, _ = _sides()
    page = page_of(before, before)
    told = "The two do not differ: same dates, contracts, findings, budget."
    assert f" 1 {told}\n" in compare_text(page, Screen(ENGLISH))
    assert f"**{told}**" in compare_markdown(page, ENGLISH)
    assert "|" not in compare_markdown(page, ENGLISH)
    document = json.loads(compare_json(page, ENGLISH))
    assert document["different"] is False
    assert document["summary"] == [told]
    rows, _ = compare_csv(page.comparison, ENGLISH, "utf-8")
    assert len(rows.decode("utf-8-sig").splitlines()) == 1


@pytest.mark.parametrize("page", ["town", "hostile", "gone"])
def test_document_has_its_schema(page: str) -> None:
    """Every field is described, whatever changed."""
    empty = _sides()[0]
    pages: dict[str, Callable[[], ComparePage]] = {
        "town": _page,
        "hostile": lambda: _hostile()[0],
        "gone": lambda: page_of(sample_city(), _at(empty)),
    }
    document = json.loads(compare_json(pages[page](), ENGLISH))
    assert undescribed(document) == []
    assert document["different"] is True


def _at(planned: Planned) -> Planned:
    day = sample_city().plan.as_of
    return plan_workspace(planned.inventory, day, day)


def test_json_holds_every_name() -> None:
    """Each message gives each name back to the character."""
    document = json.loads(compare_json(_hostile()[0], ENGLISH))
    told = "\n".join(
        [*(f["message"] for f in document["findings"])]
        + [line["title"] for line in document["budget"]["lines"]]
    )
    assert [name for name in (*NAMES, TURNED) if name not in told] == []


def test_table_holds_every_name_and_no_formula() -> None:
    """A spreadsheet opens each name as text."""
    data, _ = compare_csv(_hostile()[0].comparison, ENGLISH, "utf-8")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    cells = [cell for row in rows for cell in row]
    assert {len(row) for row in rows} == {12}
    assert [cell for cell in cells if re.match(r"[=+@]|-(?!\d+$)", cell)] == []
    told = "\n".join(cells)
    assert [name for name in NAMES if name not in told] == []


def _plain(words: str) -> str:
    return re.sub(r"\s+", "", words)


def test_html_holds_every_name_as_a_name() -> None:
    """A browser reads each name, and runs none; the page asks for nothing."""
    page, after = _hostile()
    written = compare_html(page, dossier(after), ENGLISH)
    seen = PageReader(written)
    assert not {"img", "script", "link", "iframe"} & seen.names
    assert seen.handlers == []
    told = _plain("".join(seen.words))
    assert [name for name in NAMES if _plain(name) not in told] == []
    assert "default-src 'none'" in written


def test_html_draws_the_plan_before_as_ghosts() -> None:
    """Where a bar moved, a dashed one stands where it was, and so does the cutover."""
    before, after = _sides()
    page = compare_html(_page(), dossier(after), ENGLISH)
    assert page.count('class="gk"') == 2
    assert '<path class="gh"' in page
    assert "before: 2024-10-01 - 2025-09-30" in page
    same = compare_html(page_of(before, before), dossier(before), ENGLISH)
    assert 'class="gk"' not in same
    assert same.count('class="gh"') == 1  # The legend.


def test_html_shows_what_is_gone() -> None:
    """Tasks and systems of the plan before alone have rows, crossed out."""
    after = _at(_sides()[0])
    page = compare_html(page_of(sample_city(), after), dossier(after), ENGLISH)
    assert '<tr class="gone">' in page
    assert "Electoral roll" in page


def _rendered(markdown: str) -> str:
    return str(MarkdownIt("gfm-like", {"linkify": False}).render(markdown))


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_makes_nothing_of_names(language: Language) -> None:
    """No name becomes an element, a link, a cell or a call to somebody."""
    page, _ = _hostile()
    markdown = compare_markdown(page, Style.of(language))
    seen = PageReader(_rendered(markdown))
    assert not {"img", "script", "a", "code", "em", "svg", "style"} & seen.names
    assert seen.handlers == []
    for line in markdown.splitlines():
        if line.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) == 6, line
    assert re.search(r"(?<!\\)@\w", markdown) is None
    assert re.search(r"@\w", markdown) is None
    assert len(markdown) <= LONGEST


def test_markdown_folds_details() -> None:
    """Details are between tags that a pull request folds."""
    markdown = compare_markdown(_page(), ENGLISH)
    assert markdown.count("<details>") == markdown.count("</details>") > 0


def test_markdown_keeps_to_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that have no room are left out of every table alike, and counted."""
    monkeypatch.setattr("stdmig.render.compare.markdown.LONGEST", 9_000)
    page, _ = _hostile()
    markdown = compare_markdown(page, ENGLISH)
    assert len(markdown) <= 9_000
    assert "more changes have no room here." in markdown


def test_same_plans_same_bytes() -> None:
    """Nothing depends on the run: a second process writes the same page."""
    code = (
        "from tests.render.compare import test_compare_formats as t;"
        "from stdmig.render.compare.json import compare_json as j;"
        "import hashlib; p = t._page();"
        "print(hashlib.sha256(j(p, t.ENGLISH).encode()).hexdigest())"
    )
    seen = set()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        )
        seen.add(done.stdout)
    assert len(seen) == 1


def test_section_sees_its_own_part() -> None:
    """The tax section reads of its own system and contract alone."""
    page = page_of(*_sides(), "税務課")
    assert [each.system.id for each in page.comparison.cutovers] == ["kojin"]
    assert [each.kind for each in page.comparison.contracts] == ["opened"]
    assert "(税務課)" in compare_text(page, Screen(ENGLISH))
