"""The page, from the plan to the text of one HTML file (計画書の組立て)."""

from __future__ import annotations

from stdmig.render.dossier import Dossier
from stdmig.render.html.colours import colours_css
from stdmig.render.html.contents import contents
from stdmig.render.html.room import inline, room
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
    css = inline("page.css", before=colours_css())
    script = inline("page.js")
    return (
        room()
        .get_template("page.html")
        .render(
            contents(dossier, style),
            css=css.source,
            css_hash=css.hash,
            script=script.source,
            script_hash=script.hash,
        )
    )
