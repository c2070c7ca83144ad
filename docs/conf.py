"""Settings of the site; ``scripts/docs_site.py`` builds it once per language."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pygments.lexers.special import TextLexer

if TYPE_CHECKING:
    from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parent / "_site"))

language = os.environ.get("STDMIG_DOCS_LANGUAGE", "en")
project = "stdmig"
extensions = ["myst_parser", "japanese_search", "japanese_lines", "japanese_words"]

# The pages of both languages stand side by side: `plan.md` and `plan.ja.md`.
if language == "ja":
    root_doc = "index.ja"
    include_patterns = ["*.ja.md"]
else:
    root_doc = "index"
    exclude_patterns = ["**.ja.md"]

myst_heading_anchors = 3

# Nothing of the day or the machine of the build, and nothing from a network.
smartquotes = False
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
html_use_index = False
# Summaries are fetched, which a browser forbids for files.
html_show_search_summary = False

html_theme = "furo"
html_title = "stdmig"
templates_path = ["_site/templates"]
html_static_path = ["_site/static"]
html_css_files = ["site.css"]
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/language.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}

ORDER = (
    *("tutorial", "commands", "method", "files", "editor", "rules", "ci"),
    *("offline", "compare", "contributing"),
)
"""The pages as a reader would take them; others come after."""

_OTHER_LANGUAGE = re.compile(r"^\[(?:English|日本語)\]\([\w.-]+\.md\)\n", re.MULTILINE)
_OUTSIDE = re.compile(r"\[([^\]]*)\]\(\.\./[^)]*\)")
_ANCHOR = re.compile(r'^<a id="([\w-]+)"></a>$', re.MULTILINE)


def _pages() -> list[str]:
    """Return the pages of this language but for the index, in their order."""
    end = ".ja" if language == "ja" else ""
    files = Path(__file__).parent.glob(f"*{end}.md")
    found = {file.stem.removesuffix(".ja") for file in files} - {"index"}
    known = [page for page in ORDER if page in found]
    return [f"{page}{end}" for page in (*known, *sorted(found - set(known)))]


def _from_github(app: Sphinx, page: str, content: list[str]) -> None:
    """Turn what is written for GitHub into what Sphinx and its theme expect."""
    text = _OTHER_LANGUAGE.sub("", content[0], count=1)
    text = _ANCHOR.sub(r"(\1)=", text)
    # The rest of the repository is no part of the site.
    text = _OUTSIDE.sub(r"\1", text)
    if page == root_doc:
        text += "\n".join(["", "```{toctree}", ":hidden:", "", *_pages(), "```", ""])
    content[0] = text


def _switch(
    app: Sphinx, page: str, template: str, context: dict[str, object], doctree: object
) -> None:
    """Tell the sidebar where the page stands in the other language."""
    named = page.removesuffix(".ja")
    other = f"{named}.ja" if language == "en" else named
    if not (Path(app.srcdir) / f"{other}.md").exists():
        other = "index" if language == "ja" else "index.ja"
    folder = "en" if language == "ja" else "ja"
    context["other_language"] = f"{context['content_root']}../{folder}/{other}.html"


def setup(app: Sphinx) -> None:
    """Join what is done to each page."""
    app.connect("source-read", _from_github)
    app.connect("html-page-context", _switch)
    # Pygments knows no CSV; GitHub does.
    app.add_lexer("csv", TextLexer)
