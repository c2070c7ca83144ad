"""Names as text that Mermaid cannot take for its own words (Mermaidの文字列)."""

from __future__ import annotations

import re

from stdmig.render.one_line import one_line

MAX_CHARACTERS = 50_000
"""What Mermaid draws where its settings are left alone (``maxTextSize``); a page cannot
raise it from inside a chart, and code hosts do not."""

# ASCII that is markup somewhere in Mermaid; then what makes a Markdown list where a
# blank follows.
_MARKUP = re.compile(
    r"""["#$%&'*:;<=>?@\[\\\]^_`{|}~!]|[-+](?=\s|$)|(?<=\d)[.)](?=\s|$)"""
)


def escaped(words: str) -> str:
    """
    Return a text with every sign that Mermaid might read as its numeric code.

    The codes (``#58;`` for a colon) are Mermaid's own; every kind of chart turns them
    back into their characters when it is drawn.
    """
    return _MARKUP.sub(lambda sign: f"#{ord(sign.group())};", one_line(words))
