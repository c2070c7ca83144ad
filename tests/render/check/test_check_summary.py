"""The summary of a job as Markdown: a table in which names are only words (要約)."""

from __future__ import annotations

from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from stdmig.render.check.run import Run
from stdmig.render.check.summary import LONGEST, check_summary
from stdmig.render.one_line import one_line
from stdmig.words import Style
from tests.render.check.runs import (
    ACCEPTED,
    HOSTILE,
    entry,
    faulty_run,
    hostile_run,
    run_of,
    sample_run,
)

EN = Style.of("en")


def _tokens(markdown: str) -> list[Token]:
    """Return the pieces of a page as a reader of Markdown with tables sees them."""
    blocks = MarkdownIt("commonmark").enable("table").parse(markdown)
    return [
        *blocks,
        *(piece for block in blocks for piece in block.children or ()),
    ]


def _rows(run: Run) -> list[list[str]]:
    """Return the cells of the table, as they are read."""
    blocks = MarkdownIt("commonmark").enable("table").parse(check_summary(run, EN))
    rows: list[list[str]] = []
    for place, block in enumerate(blocks):
        if block.type == "tr_open":
            rows.append([])
        if block.type in ("td_open", "th_open"):
            inline = blocks[place + 1]
            rows[-1].append("".join(each.content for each in inline.children or ()))
    return rows


def test_page_names_town_day_and_counts() -> None:
    """The head says whose findings they are, as of when, and how many."""
    lines = check_summary(sample_run(), EN).splitlines()
    assert lines[:6] == [
        "## Aira City (sample): findings",
        "",
        "as of 2021-10-01",
        "",
        "**3 errors, 20 warnings, 0 notes**",
        "",
    ]


def test_table_lists_every_finding() -> None:
    """What the annotations leave out stands here."""
    rows = _rows(sample_run())
    assert rows[0] == ["Severity", "Code", "Finding", "File"]
    assert len(rows) == 1 + 23
    assert rows[1][:2] == ["error", "STD201"]
    assert rows[1][3] == "sample:systems.yaml:103"


def test_hostile_names_are_words() -> None:
    """No name is markup, leaves its cell or loses a character."""
    markdown = check_summary(hostile_run(), EN)
    kinds = {token.type for token in _tokens(markdown)}
    assert kinds.isdisjoint(
        {"html_inline", "html_block", "link_open", "image", "code_inline", "em_open"}
    )
    rows = _rows(hostile_run())
    assert len(rows) == 1 + len(HOSTILE) + 1
    assert [row[2] for row in rows[1:-1]] == [
        f"{one_line(name)}: 365 days" for name in HOSTILE
    ]
    assert {len(row) for row in rows} == {4}


def test_addresses_do_not_become_links() -> None:
    """GitHub makes links of bare addresses; these are broken up."""
    markdown = check_summary(run_of(entry("http://a.example www.b.example")), EN)
    assert r"http\://a.example www\.b.example" in markdown


def test_findings_that_do_not_count_are_no_rows() -> None:
    """The table lists what is open, as the annotations do."""
    run = run_of(entry("甲", suppression=ACCEPTED), entry("乙"))
    assert [row[2] for row in _rows(run)[1:]] == ["乙: 365 days"]


def test_nothing_found_has_no_table() -> None:
    """A clean check says so, in one line."""
    assert "**No findings.**" in check_summary(run_of(), EN)
    assert _rows(run_of()) == []


def test_page_is_never_larger_than_github_takes() -> None:
    """A summary of more than 1 MiB would be dropped; the rest is counted instead."""
    run = run_of(*(entry("長" * 300) for _ in range(2000)))
    markdown = check_summary(run, EN)
    assert LONGEST - 2000 < len(markdown.encode()) < LONGEST + 2000
    listed = len(_rows(run)) - 1
    assert f"\n{2000 - listed} more findings have no room here.\n" in markdown


def test_faults_have_a_page_too(tmp_path: Path) -> None:
    """Where nothing could be checked, the table lists why."""
    markdown = check_summary(faulty_run(tmp_path), EN)
    assert markdown.startswith("## stdmig check\n")
    assert "| STD004 |" in markdown
    assert "| systems.yaml:3 |" in markdown
