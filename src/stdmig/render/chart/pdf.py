"""The sheets as a PDF in A3 landscape, set by typst (印刷用PDF)."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator

import typst

from stdmig.render.chart.build import chart_of
from stdmig.render.chart.full import full_pages
from stdmig.render.chart.heading import title
from stdmig.render.chart.overview import overview_parts
from stdmig.render.chart.sheet import document, foot
from stdmig.render.chart.stylesheet import FONTS
from stdmig.render.dossier import Dossier
from stdmig.render.unprintable import UnprintableError
from stdmig.words import Style, listing, text

_JAPANESE = (
    *FONTS,
    "Noto Sans JP",
    "Hiragino Sans",
    "BIZ UDGothic",
    "MS Gothic",
    "IPAGothic",
    "TakaoGothic",
    "VL Gothic",
)
"""Families with Japanese characters, in the order in which they are taken."""

_SOURCE = """\
#set document(date: none, title: sys.inputs.title)
#set text(lang: sys.inputs.lang)
#set page(width: 420mm, height: 297mm, margin: 0mm)
#for name in json(bytes(sys.inputs.pages)) {
  page(image(
    bytes(sys.inputs.at(name)), format: "svg", width: 420mm, height: 297mm,
    alt: sys.inputs.title,
  ))
}
"""


def chart_pdf(dossier: Dossier, style: Style) -> bytes:
    """
    Return the mayor's page and the full chart as one PDF.

    Raises
    ------
    UnprintableError
        If no font here has Japanese characters, which would all be empty boxes.
    """
    fonts = typst.Fonts(include_embedded_fonts=False)
    family = _japanese(fonts.families())
    told = title(dossier.page).into(style)
    pages = {
        f"p{place}": page for place, page in enumerate(_pages(dossier, style, family))
    }
    compiler = typst.Compiler(
        input=_SOURCE.encode(),
        font_paths=fonts,
        sys_inputs={
            "title": told,
            "lang": style.language,
            "pages": json.dumps(list(pages)),
            **pages,
        },
    )
    found = compiler.compile(format="pdf")
    assert isinstance(found, bytes)
    return found


def _japanese(families: Collection[str]) -> str:
    """Return the first family with Japanese characters that is installed."""
    for name in _JAPANESE:
        if name in families:
            return name
    raise UnprintableError(
        text("no Japanese font is installed, so that the PDF would be unreadable"),
        text(
            "install one of these and try again: {fonts} (Debian: apt install"
            " fonts-noto-cjk); or print the page of stdmig export svg from a browser",
            fonts=listing(FONTS),
        ),
    )


def _pages(dossier: Dossier, style: Style, family: str) -> Iterator[str]:
    """Yield every page as a picture; all but the first say which of how many."""
    chart = chart_of(dossier, style)
    pages = [overview_parts(dossier, chart, style), *full_pages(dossier, chart, style)]
    told = title(dossier.page).into(style)
    for place, parts in enumerate(pages):
        ending = []
        if place:
            number = f"{place + 1} / {len(pages)}"
            ending.append(foot(parts, style, number))
        yield document([*parts, *ending], style, told, fonts=(family,))
