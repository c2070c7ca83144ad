"""A page as a tree, read the way a browser reads it but forgiving nothing (構文木)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "input", "br", "col"}


@dataclass
class Node:
    """An element with its attributes, its text and its children, in their order."""

    tag: str
    attributes: dict[str, str]
    parent: Node | None = None
    parts: list[Node | str] = field(default_factory=list)

    def all(self, tag: str | None = None) -> Iterator[Node]:
        """Yield the elements below, in the order of the page."""
        for part in self.parts:
            if isinstance(part, Node):
                if tag is None or part.tag == tag:
                    yield part
                yield from part.all(tag)

    def with_class(self, name: str) -> Iterator[Node]:
        """Yield the elements below that have a class."""
        for node in self.all():
            if name in node.attributes.get("class", "").split():
                yield node

    def by_id(self, name: str) -> Node:
        """Return the element of an id."""
        (found,) = (node for node in self.all() if node.attributes.get("id") == name)
        return found

    @property
    def text(self) -> str:
        """Return its words, blanks as the browser folds them."""
        return " ".join("".join(self.texts()).split())

    @property
    def source(self) -> str:
        """Return its own text as it stands: a script, a style."""
        return "".join(part for part in self.parts if isinstance(part, str))

    def texts(self) -> Iterator[str]:
        """Yield its words piece by piece, with a blank where a box ends."""
        for part in self.parts:
            if isinstance(part, str):
                yield part
            elif part.tag not in ("script", "style"):
                yield from part.texts()
                if part.tag not in ("b", "small", "span", "time", "i", "text"):
                    yield " "


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.at = Node("#", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, names)
        held = {name: value or "" for name, value in attrs}
        node = Node(tag, held, self.at)
        self.at.parts.append(node)
        if tag not in VOID:
            self.at = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.at.parts.append(Node(tag, {k: v or "" for k, v in attrs}, self.at))

    def handle_endtag(self, tag: str) -> None:
        assert self.at.tag == tag, f"</{tag}> closes <{self.at.tag}>"
        assert self.at.parent is not None
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.parts.append(data)


def read(page: str) -> Node:
    """Return a page as a tree; every element must be closed where it should be."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.at is reader.root, f"<{reader.at.tag}> is not closed"
    return reader.root
