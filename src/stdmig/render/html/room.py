"""Where the pages are put together: templates, style, script, policy (紙面の型)."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup


class Inline(NamedTuple):
    """
    A style or a script that stands inside a page.

    Attributes
    ----------
    source
        What stands there.
    hash
        What a content security policy knows it by.
    """

    source: Markup
    hash: str


@cache
def room() -> Environment:
    """Return the templates; everything put into them is escaped, nothing may lack."""
    return Environment(
        loader=PackageLoader("stdmig.render.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def inline(*names: str, before: str = "") -> Inline:
    """Return files of the templates as one style or script, after what is computed."""
    source = before + "".join(_tight(_file(name)) for name in names)
    digest = b64encode(sha256(source.encode()).digest()).decode()
    return Inline(Markup(source), f"sha256-{digest}")


def _file(name: str) -> str:
    loader = room().loader
    assert loader is not None
    return loader.get_source(room(), name)[0]


def _tight(source: str) -> str:
    """Return a style or a script without what only its authors read."""
    lines = (line.strip() for line in source.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))
