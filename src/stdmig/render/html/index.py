"""The page that leads to the papers of a folder (目次)."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from stdmig.render.html.heading import heading
from stdmig.render.html.labels import LABELS
from stdmig.render.html.pen import Pen
from stdmig.render.html.whole_page import whole_page
from stdmig.render.plan.page import PlanPage
from stdmig.words import Style, Text, text

_KINDS: dict[str, Text] = {
    "csv": text("CSV table"),
    "html": text("web page"),
    "ics": text("calendar"),
    "mmd": text("Mermaid"),
    "pdf": text("PDF"),
    "svg": text("picture"),
    "xlsx": text("Excel workbook"),
    "xml": text("MS Project"),
}


class _Entry(NamedTuple):
    """A file as the index shows it."""

    file: Markup
    about: Markup
    kind: Markup
    size: str


def index_html(
    page: PlanPage, files: tuple[tuple[str, Text, int], ...], style: Style
) -> str:
    """
    Return a page with what matters about a plan and a link to each file beside it.

    Parameters
    ----------
    page
        The plan.
    files
        Name, purpose and size in bytes of each file.
    style
        Of the reader.
    """
    pen = Pen(style)
    contents = {
        "head": heading(page, pen),
        "sample": page.plan.inventory.sample,
        "files": [_entry(*each, pen) for each in files],
        "t": {name: pen(words) for name, words in _LABELS.items()},
    }
    return whole_page("index.html", style, contents, css=["index.css"])


def _entry(name: str, about: Text, size: int, pen: Pen) -> _Entry:
    kind = _KINDS[name.rsplit(".")[-1]]
    return _Entry(pen(name), pen(about), pen(kind), f"{-(-size // 1000):,} kB")


_LABELS: dict[str, Text] = {
    "eyebrow": text("Papers about the migration plan"),
    **{name: LABELS[name] for name in ("sample", "sample_note", "section_note")},
    "summary": text("What matters"),
    "files": text("Files in this folder"),
    "file": text("File"),
    "about": text("What it is for"),
    "kind": text("Kind"),
    "size": text("Size"),
}
