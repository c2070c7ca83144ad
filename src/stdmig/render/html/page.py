"""The page, from the plan to the text of one HTML file (計画書の組立て)."""

from __future__ import annotations

from stdmig.render.dossier import Dossier
from stdmig.render.html.contents import contents
from stdmig.render.html.whole_page import whole_page
from stdmig.words import Style


def html_page(dossier: Dossier, style: Style) -> str:
    """
    Return the plan as one HTML file.

    It asks for nothing: style, script and pictures are inside, and its own policy
    lets nothing else in. The same plan gives the same bytes.

    Parameters
    ----------
    dossier
        The plan with its findings, its budget request and its load.
    style
        Language and calendar of the reader.
    """
    return whole_page("page.html", style, contents(dossier, style), scripts=["page.js"])
