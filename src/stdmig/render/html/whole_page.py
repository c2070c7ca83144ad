"""Where pages are put together: templates, style, script, policy (紙面の組立て)."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from stdmig import __version__
from stdmig.render.html.colours import colours_css
from stdmig.words import Style


class _Inline(NamedTuple):
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


def whole_page(
    template: str,
    style: Style,
    contents: Mapping[str, Any],
    *,
    css: Sequence[str] = (),
    scripts: Sequence[str] = (),
) -> str:
    """
    Return a page as one file that asks for nothing; its policy lets nothing else in.

    Parameters
    ----------
    template, contents
        The page's template, and what it is given.
    style
        Language of the reader.
    css, scripts
        Files of the templates that the page has beside the style of all pages.
    """
    looks = _inline("page.css", *css, before=colours_css())
    runs = _inline(*scripts) if scripts else None
    return (
        templates()
        .get_template(template)
        .render(
            contents,
            lang=style.language,
            version=__version__,
            css=looks.source,
            css_hash=looks.hash,
            script=runs.source if runs else None,
            script_hash=runs.hash if runs else None,
        )
    )


@cache
def templates() -> Environment:
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


def _inline(*names: str, before: str = "") -> _Inline:
    """Return files of the templates as one style or script, after what is computed."""
    source = before + "".join(_tight(_file(name)) for name in names)
    digest = b64encode(sha256(source.encode()).digest()).decode()
    return _Inline(Markup(source), f"sha256-{digest}")


def _file(name: str) -> str:
    loader = templates().loader
    assert loader is not None
    return loader.get_source(templates(), name)[0]


def _tight(source: str) -> str:
    """Return a style or a script without what only its authors read."""
    lines = (line.strip() for line in source.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))
