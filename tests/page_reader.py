"""A page as tags and words, as a browser takes it apart (ページの読取り)."""

from __future__ import annotations

from html.parser import HTMLParser


class PageReader(HTMLParser):
    """Tags with their attributes, and all words, in order."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    @property
    def names(self) -> set[str]:
        """Return the names of the elements."""
        return {name for name, _ in self.tags}

    @property
    def values(self) -> list[str]:
        """Return what stands in attributes."""
        return [each or "" for _, held in self.tags for each in held.values()]

    @property
    def handlers(self) -> list[str]:
        """Return the attributes that would run something."""
        held = (name for _, attributes in self.tags for name in attributes)
        return [name for name in held if name.startswith("on")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag and its attributes."""
        self.tags.append((tag, dict(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep one that closes itself in the same way."""
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        """Keep words between tags."""
        self.words.append(data)


def assert_inert(read: PageReader) -> None:
    """Hold that a page asks for nothing and runs nothing: it has its style alone."""
    assert not read.names & {"script", "img", "link", "iframe", "object", "a"}
    assert not read.handlers
    for _, attributes in read.tags:
        assert not {"href", "src", "style"} & set(attributes)
    (policy,) = (
        attributes["content"]
        for _, attributes in read.tags
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "script-src" not in policy
