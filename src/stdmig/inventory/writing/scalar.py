"""One value as YAML that every reader takes for the same value (値の書き方)."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Literal

from stdmig.inventory.draft import Value
from stdmig.inventory.source import control_character
from stdmig.words import Text

Quote = Literal['"', "'"]
"""The quotation marks that YAML knows."""

# A person would take some of these for plain text, and YAML does not: none begins one.
_SIGNS = frozenset("-?:,[]{}#&*!|>'\"%@`=~<.+")
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
_NOT_PLAIN = re.compile(r":(?:\s|$)|\s#|[\t\n\r]|^\s|\s$")
_NOT_IN_BRACKETS = re.compile(r"[,\[\]{}:?]")

# Numbers, base 60 and days of YAML 1.1 and 1.2.
_NUMBER = re.compile(
    r"[0-9][0-9_,]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?"
    r"|0[box][0-9a-f_]+"
    r"|[0-9][0-9_]*(?::[0-9]{1,2})+(?:\.[0-9_]*)?"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t\s].*)?",
    re.IGNORECASE,
)

# Seen by nobody, or turning the direction of what follows: the file shows their codes.
UNSEEN = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufff9-\ufffb]"
)
"""What is not seen in a text, or changes its direction."""


def unwritable(value: Value) -> Text | None:
    """Return why no file can hold a value (a control character), or None."""
    return control_character(value) if isinstance(value, str) else None


def scalar(value: Value, *, flow: bool = False, quote: Quote | None = None) -> str:
    """
    Return a value as a YAML scalar on one line, without quotes where none are needed.

    YAML 1.1 and 1.2 read it back as the same text, number, truth value or day.

    Parameters
    ----------
    value
        One that `unwritable` has nothing against.
    flow
        Whether it stands within brackets, where commas end it.
    quote
        The quotation marks to use for a text even where none are needed.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return f"{value.isoformat()}" if quote is None else f"{quote}{value}{quote}"
    if quote is None and _is_plain(value, flow=flow):
        return value
    if UNSEEN.search(value) or re.search(r"[\n\r\t]", value):
        return _escaped(value)
    if quote == "'" or (quote is None and re.search(r'["\\]', value)):
        return "'" + value.replace("'", "''") + "'"
    return _escaped(value)


def _is_plain(value: str, *, flow: bool) -> bool:
    if not value or value[0] in _SIGNS or value.lower() in _WORDS:
        return False
    if _NOT_PLAIN.search(value) or _NUMBER.fullmatch(value) or UNSEEN.search(value):
        return False
    return not (flow and _NOT_IN_BRACKETS.search(value))


def _escaped(value: str) -> str:
    """Return a text in double quotes; JSON's escapes are YAML's."""
    written = json.dumps(value, ensure_ascii=False)
    return UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
