"""The pages of the docs as a reader goes through them: files, then commands (文書)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt

from stdmig.words import Language
from tests.helpers import ROOT

PAGES = (
    "README.md",
    "README.ja.md",
    *sorted(f"docs/{file.name}" for file in (ROOT / "docs").glob("*.md")),
)
"""Every page that tells people what to type, as paths from the project's folder."""

PROMPT = "$ "

_FILE = re.compile(r"<!-- file: (\S+) -->")
_PICTURE = re.compile(r"^<!-- written: (\S+) -->\n!\[.*?\]\((\S+)\)$", re.MULTILINE)


class Block(NamedTuple):
    """
    A fenced block of a page.

    Attributes
    ----------
    language
        The word behind the fence: ``console``, ``sh``, ``yaml``.
    first_line
        Number of its first line inside the fence, from 0.
    file
        The name of the file that it is, where a comment just before it says so.
    """

    language: str
    lines: tuple[str, ...]
    first_line: int
    file: str | None


class Command(NamedTuple):
    """A line that a reader types, and what the page says comes of it."""

    words: str
    expected: tuple[str, ...]
    first_line: int


def language_of(page: str) -> Language:
    """Return the language that a page is written in."""
    return "ja" if page.endswith(".ja.md") else "en"


@cache
def text_of(page: str) -> str:
    """Return a page as it is filed."""
    return (ROOT / page).read_text(encoding="utf-8")


@cache
def blocks(page: str) -> tuple[Block, ...]:
    """Return the fenced blocks of a page, in their order."""
    return tuple(_blocks(text_of(page)))


def _blocks(text: str) -> Iterator[Block]:
    file = None
    for token in MarkdownIt().parse(text):
        if token.type == "html_block":
            named = _FILE.fullmatch(token.content.strip())
            file = named[1] if named else None
        elif token.type == "fence" and token.map is not None:
            lines = tuple(token.content.splitlines())
            yield Block(token.info.strip(), lines, token.map[0] + 1, file)
            file = None
        elif token.nesting >= 0:
            file = None


def pictures(page: str) -> list[tuple[str, str]]:
    """Return the files that commands of a page write and the page shows as pictures."""
    return _PICTURE.findall(text_of(page))


def inline_code(page: str) -> list[str]:
    """Return what stands between back-quotes in the sentences and tables of a page."""
    parsed = MarkdownIt().enable("table").parse(text_of(page))
    children = (child for token in parsed for child in token.children or ())
    return [child.content for child in children if child.type == "code_inline"]


def commands(block: Block) -> Iterator[Command]:
    """Yield the commands of a ``console`` block with the output that follows each."""
    typed = [place for place, line in enumerate(block.lines) if line.startswith(PROMPT)]
    for place, following in zip(typed, [*typed[1:], len(block.lines)], strict=True):
        yield Command(
            block.lines[place].removeprefix(PROMPT),
            block.lines[place + 1 : following],
            block.first_line + place,
        )


def title(page: str) -> str:
    """Return how a page is called in the list of tests."""
    return Path(page).name
