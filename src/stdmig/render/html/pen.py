"""Words and days as they stand on the page (紙面の文字)."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup, escape

from stdmig.dates import shown
from stdmig.render.one_line import one_line
from stdmig.words import Style, in_style


class Pen:
    """
    Writes for a reader of one style; nothing of it can become markup.

    Parameters
    ----------
    style
        Language and calendar of the reader.
    """

    def __init__(self, style: Style) -> None:
        self.style = style
        self._days: dict[date, Markup] = {}

    def __call__(self, words: object) -> Markup:
        """Return anything readable as character data and attribute value alike."""
        return escape(one_line(in_style(words, self.style)))

    def day(self, day: date) -> Markup:
        """Return a day in short."""
        known = self._days.get(day)
        if known is None:
            known = self._days[day] = escape(shown(day).into(self.style))
        return known

    def time(self, day: date) -> Markup:
        """Return a day that programs understand too."""
        told = self.day(day)
        return Markup(f'<time datetime="{day.isoformat()}">{told}</time>')
