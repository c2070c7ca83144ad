"""Draw the pictures of the README from what the program really writes.

Run ``python scripts/picture.py``; ``--check`` fails where a picture is out of date.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

from stdmig.render.chart.overview import overview_svg
from stdmig.render.plan.text import plan_text
from stdmig.render.screen import Screen
from stdmig.words import LANGUAGES, Language
from stdmig.words import Style as ReaderStyle
from stdmig.workspace import Planned, Request, open_workspace, plan_workspace
from stdmig.workspace.dossier import dossier
from stdmig.workspace.plan_page import plan_page

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.written import ROOT, write_or_check

IMAGES = ROOT / "docs" / "images"
WIDTH = 100

CELL, LINE, MARGIN = 9.0, 21.0, 18.0
FONTS = "'Noto Sans Mono CJK JP', 'MS Gothic', 'Osaka-Mono', Menlo, Consolas, monospace"
GROUND, INK = "#10151c", "#dce0e6"
INKS = {1: "#ff6b6b", 2: "#69ca80", 3: "#f0c45a", 5: "#d68cff", 6: "#5acddc"}
"""The terminal's red, green, yellow, magenta and cyan."""


@cache
def sample() -> Planned:
    """Return the plan of the sample city."""
    inventory, faults = open_workspace(Request(sample=True))
    if inventory is None:
        raise SystemExit(f"the sample cannot be read: {faults}")
    return plan_workspace(inventory, None, date.max)


def screen(language: Language) -> str:
    """Return the plan of the sample city as a colour terminal shows it."""
    page = plan_page(sample())
    return plan_text(page, Screen(ReaderStyle.of(language), WIDTH, colour=True))


def overview(language: Language) -> str:
    """Return the one page for the mayor."""
    return overview_svg(dossier(sample()), ReaderStyle.of(language))


def picture(language: Language) -> str:
    """
    Return the screen as an SVG that needs nothing from elsewhere.

    Every run of equally wide characters is placed and sized by its cells, so that
    columns stay columns whatever font the viewer has.
    """
    console = Console(width=WIDTH, file=io.StringIO())
    shown = Text.from_ansi(f"$ stdmig plan --sample\n{screen(language)}")
    rows = shown.split("\n")
    drawn = [
        _run(words, style, column, row)
        for row, line in enumerate(rows)
        for words, style, column in _runs(line, console)
    ]
    size = WIDTH * CELL + 2 * MARGIN, len(rows) * LINE + 2 * MARGIN
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0]:g}'
            f' {size[1]:g}" role="img" font-family="{FONTS}" font-size="15"'
            f' fill="{INK}" xml:space="preserve">',
            "<title>stdmig plan --sample</title>",
            f'<rect width="100%" height="100%" rx="8" fill="{GROUND}"/>',
            *drawn,
            "</svg>\n",
        ]
    )


def _runs(line: Text, console: Console) -> Iterator[tuple[str, Style, int]]:
    """Yield pieces of one style whose characters are equally wide, with columns."""
    column = 0
    for segment in line.render(console):
        for _, group in groupby(
            segment.text, key=lambda each: (cell_len(each), each == " ")
        ):
            words = "".join(group)
            if words.strip():
                yield words, segment.style or Style.null(), column
            column += cell_len(words)


def _run(words: str, style: Style, column: int, row: int) -> str:
    x, y = MARGIN + column * CELL, MARGIN + (row + 0.75) * LINE
    ink = INKS.get(style.color.number or 0) if style.color else None
    paint = f' fill="{ink}"' if ink else ""
    weight = ' font-weight="bold"' if style.bold else ""
    fade = ' opacity="0.6"' if style.dim else ""
    return (
        f'<text x="{x:g}" y="{y:g}" textLength="{cell_len(words) * CELL:g}"'
        f' lengthAdjust="spacingAndGlyphs"{paint}{weight}{fade}>{escape(words)}</text>'
    )


def main() -> int:
    """Write the pictures, or say which are out of date."""
    drawings = {
        IMAGES / f"{name}-{language}.svg": draw(language)
        for language in LANGUAGES
        for name, draw in (("plan", picture), ("overview", overview))
    }
    return write_or_check(__doc__, drawings)


if __name__ == "__main__":
    sys.exit(main())
