"""Words as Markdown that shows them as they are (Markdownの文字)."""

from __future__ import annotations

import re
from collections.abc import Iterable

# What is markup in Markdown, of GitHub too; then what begins an address.
_MARKUP = re.compile(r"[\\`*_~<>|\[\]&#$]|:(?=//)|(?<=www)\.", re.IGNORECASE)

# What a comment on GitHub or GitLab turns into a person, an issue or a picture even
# where a backslash stands before it: a comment of nothing parts it from what follows.
_CALLS = re.compile(r"(\\?[@#!$%~&]|:)(?=\w)|(?<=[Gg][Hh])-(?=[0-9])")


def plain(words: str) -> str:
    """Return words as Markdown that shows them as they are."""
    return _MARKUP.sub(r"\\\g<0>", words)


def comment_text(words: str) -> str:
    """Return words for a comment, where nobody is called and nothing is linked."""
    return _CALLS.sub(r"\g<0><!-- -->", plain(words))


def table_row(cells: Iterable[str]) -> str:
    """Return cells, already Markdown, as a row of a table."""
    return f"| {' | '.join(cells)} |"
