"""The subject of a finding as an acceptance writes it, ready to paste (了承の対象)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

# What no reader of YAML takes for anything but a word, with colons amid it at most.
_PLAIN = re.compile(
    r"(?:[^\W\d_]|\d+[a-z]?@)[\w./@+・（）-]*(?:(?::| )[\w./@+・（）-]+)*"
)
_SPOKEN_FOR = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
_FIGURES = re.compile(r"\d[\d-]*[a-z]?", re.ASCII)
_OF_FIGURES = frozenset(("item", "assessment", "fiscal_year", "cutover"))
_LISTS = frozenset(("first_systems", "second_systems"))
_LISTS_OF_FIGURES = frozenset(("items",))

# What a file may not hold as it is, ends a line, or turns the direction of reading.
_UNSEEN = re.compile(
    r"[\x7f-\x9f\ufeff\ufffe\uffff\u061c\u200b\u200e\u200f\u2028\u2029"
    r"\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]"
)


def subject_yaml(subject: Mapping[str, str]) -> str:
    """
    Return a subject as keys and values of ``accept``, in one line.

    A value that YAML would read as something else stands in quotation marks.
    """
    return ", ".join(f"{kind}: {_value(kind, name)}" for kind, name in subject.items())


def _value(kind: str, name: str) -> str:
    if kind in _LISTS:
        return f"[{', '.join(map(_scalar, name.split(',')))}]"
    if kind in _LISTS_OF_FIGURES:
        return f"[{', '.join(_value('item', each) for each in name.split(','))}]"
    if kind in _OF_FIGURES and _FIGURES.fullmatch(name):
        return name
    return _scalar(name)


def _scalar(name: str) -> str:
    if _PLAIN.fullmatch(name) and name.lower() not in _SPOKEN_FOR:
        return name
    return _UNSEEN.sub(
        lambda found: f"\\u{ord(found[0]):04x}", json.dumps(name, ensure_ascii=False)
    )
