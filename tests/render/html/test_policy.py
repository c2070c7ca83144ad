"""The page asks for nothing, and lets nothing in (通信しないこと)."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from stdmig.render.dossier import Dossier
from stdmig.render.html.page import html_page
from stdmig.render.one_line import one_line
from stdmig.words import Style
from tests.helpers import ENGLISH
from tests.hostile import ACTING, NAMES
from tests.render.html.tree import Node, read


def _policy(page: Node) -> dict[str, str]:
    (told,) = (
        node.attributes["content"]
        for node in page.all("meta")
        if node.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    rules = (rule.split(maxsplit=1) for rule in told.split("; "))
    return {name: value for name, value in rules}


def _hash(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def test_policy_names_the_one_script_and_the_one_style(tree: Node) -> None:
    """By their hashes: whatever else got onto the page would not run."""
    (script,), (style,) = tree.all("script"), tree.all("style")
    assert _policy(tree) == {
        "default-src": "'none'",
        "style-src": _hash(style.source),
        "script-src": _hash(script.source),
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_policy_stands_before_all_that_it_rules(sample_page: str) -> None:
    """What comes before a policy is not under it."""
    policy = sample_page.index("Content-Security-Policy")
    assert policy < sample_page.index("<style>") < sample_page.index("<script>")


@pytest.mark.parametrize("which", ["sample_page", "sample_page_ja", "hostile_page"])
def test_nothing_on_the_page_leads_elsewhere(
    which: str, request: pytest.FixtureRequest
) -> None:
    """No address, no handler, no style attribute; links stay on the page."""
    page = read(request.getfixturevalue(which))
    for node in page.all():
        for name, value in node.attributes.items():
            assert not name.startswith("on"), (node.tag, name)
            assert name not in ("src", "srcset", "style", "action", "background")
            if name in ("href", "xlink:href"):
                assert value.startswith("#"), value
    (style,), (script,) = page.all("style"), page.all("script")
    for source in (style.source, script.source):
        assert not re.search(r"https?:|//|@import|url\((?!#)", source)


def test_script_is_small(tree: Node) -> None:
    """All of it stays below 6.5 kB."""
    (script,) = tree.all("script")
    assert len(script.source.encode()) < 6_500


def test_hostile_names_become_no_markup(harmless_page: str, hostile_page: str) -> None:
    """They bring no element and no attribute that harmless names would not."""

    def shapes(page: str) -> set[tuple[str, tuple[str, ...]]]:
        return {(node.tag, tuple(node.attributes)) for node in read(page).all()}

    assert shapes(hostile_page) <= shapes(harmless_page)
    assert len(list(read(hostile_page).all("script"))) == 1


@pytest.mark.parametrize("name", NAMES)
def test_hostile_names_are_shown_whole(name: str, hostile_page: str) -> None:
    """As choice, as system and as section; what turns words around is seen."""
    page = read(hostile_page)
    told = " ".join(one_line(name).split())
    assert {option.text for option in page.all("option")} >= {told}
    assert told in page.by_id("tasks").text
    assert told in page.by_id("contracts").text


def test_unseen_directions_become_visible(hostile_page: str) -> None:
    """An explicit direction would turn around what follows it."""
    assert not ACTING.search(hostile_page.replace("\n", ""))
    assert "逆\ufffdさ\ufffdの\ufffd印" in hostile_page


def test_ids_are_unique_and_lines_join_rows(tree: Node) -> None:
    """Every line between tasks names two rows that are there."""
    ids = [node.attributes["id"] for node in tree.all() if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    ends = [
        node.attributes["data-l"].split()
        for node in tree.all()
        if "data-l" in node.attributes
    ]
    assert len(ends) > 100
    assert {end for pair in ends for end in pair} <= set(ids)


def test_same_plan_same_bytes(sample: Dossier, sample_page: str) -> None:
    """Nothing of the clock or of chance is in it."""
    assert html_page(sample, ENGLISH) == sample_page


def test_pages_stay_small(
    sample_page: str, sample_page_ja: str, large: Dossier
) -> None:
    """The sample takes less than 300 kB, 400 systems less than 5 MB."""
    assert len(sample_page.encode()) < 300_000
    assert len(sample_page_ja.encode()) < 300_000
    assert len(html_page(large, Style("ja")).encode()) < 5_000_000


def test_tables_can_be_read_aloud(tree: Node) -> None:
    """Each has a caption; each heading cell says what it heads; pictures have names."""
    for table in tree.all("table"):
        assert next(table.all("caption")).text
        assert all("scope" in cell.attributes for cell in table.all("th"))
    for svg in tree.all("svg"):
        named = svg.attributes.get("aria-label") or next(svg.all("title"), None)
        hidden = svg.attributes.get("aria-hidden") == "true"
        within_hidden = (
            svg.parent
            and svg.parent.parent
            and (svg.parent.parent.attributes.get("aria-hidden") == "true")
        )
        assert named or hidden or within_hidden, svg.attributes
