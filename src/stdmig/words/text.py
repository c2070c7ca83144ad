"""A sentence, put into words once its reader's language is known (文言)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from stdmig.words.catalogue import translations
from stdmig.words.style import Style


@runtime_checkable
class Readable(Protocol):
    """Anything that is written differently for different readers."""

    def into(self, style: Style) -> str:
        """Return the words for a reader of `style`."""


@dataclass(frozen=True, slots=True)
class Text:
    """
    An English message with named placeholders, translated when it is shown.

    Attributes
    ----------
    message
        The English sentence, which is also the key of the catalogue.
    params
        Values of the placeholders; those that are themselves readable (dates,
        names, other texts) follow the reader's style.
    plural
        English plural form, where the sentence counts something.
    number
        What `plural` counts.
    """

    message: str
    params: tuple[tuple[str, object], ...] = ()
    plural: str | None = None
    number: int = 1

    def into(self, style: Style) -> str:
        """Return the sentence in the language of `style`."""
        catalogue = translations(style.language)
        if self.plural is None:
            pattern = catalogue.gettext(self.message)
        else:
            pattern = catalogue.ngettext(self.message, self.plural, self.number)
        values = {name: in_style(value, style) for name, value in self.params}
        return pattern.format_map(values)


def text(message: str, /, **params: object) -> Text:
    """Return a lazy sentence; `message` is extracted into the catalogues."""
    return Text(message, tuple(params.items()))


def count(singular: str, plural: str, n: int, /, **params: object) -> Text:
    """Return a lazy sentence about `n` things; ``{n}`` stands for the number."""
    return Text(singular, (("n", n), *params.items()), plural, n)


def listing(parts: Iterable[object]) -> Text:
    """Return names or texts as an enumeration, with the comma of the language."""
    return _listed(list(parts))


def few(parts: Iterable[object], most: int) -> Text:
    """Return the first of many as an enumeration, and how many more there are."""
    named = list(parts)
    left = len(named) - most
    if left <= 0:
        return listing(named)
    return listing((*named[:most], count("{n} more", "{n} more", left)))


def _listed(parts: list[object]) -> Text:
    # Halves of halves: name by name, hundreds of them would be too deep to show.
    if len(parts) < 2:
        (only,) = parts
        return text("{name}", name=only)
    middle = len(parts) // 2
    first, last = _listed(parts[:middle]), _listed(parts[middle:])
    return text("{names}, {name}", names=first, name=last)


def in_style(value: object, style: Style) -> str:
    """Return any value as a reader of `style` sees it."""
    if isinstance(value, Text) or hasattr(value, "into"):
        return str(value.into(style))
    return str(value)
