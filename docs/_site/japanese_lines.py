"""
Join the lines of a Japanese paragraph without a space (日本語の改行).

A browser shows the end of a line as a space, which Japanese does not have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def join_lines(app: Sphinx, doctree: nodes.document) -> None:
    """Take out the ends of lines beside a character that is not of ASCII."""
    for end in list(doctree.findall(nodes.Text)):
        if end != "\n" or end.parent is None:
            continue
        place = end.parent.index(end)
        around = end.parent[max(place - 1, 0) : place + 2]
        before, after = around[0].astext(), around[-1].astext()
        if not (before[-1:] + after[:1]).isascii():
            end.parent.remove(end)


def setup(app: Sphinx) -> dict[str, bool]:
    """Join the lines of every page that is read in Japanese."""
    if app.config.language == "ja":
        app.connect("doctree-read", join_lines)
    return {"parallel_read_safe": True}
