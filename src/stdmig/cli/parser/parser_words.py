"""
The parser's English sentences as texts of ours (解析器の文の言い換え).

The parser tells some faults as a sentence alone, which came from click and, since it
reads values with pydantic, from there. One that no pattern knows is shown as it is.
"""

from __future__ import annotations

import re
from ast import literal_eval
from collections.abc import Callable
from re import Match

from stdmig.cli.nearest import nearest
from stdmig.render.one_line import one_line
from stdmig.words import Text, listing, text

Reworded = tuple[Text, list[Text]]


def reworded(sentence: str) -> Reworded:
    """Return what a sentence of the parser says, and hints where there are some."""
    sentence = sentence.removeprefix("Value error, ").strip()
    for pattern, rephrase in _SENTENCES:
        if found := re.fullmatch(pattern, sentence, re.DOTALL):
            return rephrase(found)
    return text("{name}", name=one_line(sentence)), []


def _choice(found: Match[str]) -> Reworded:
    value = _unquoted(found["value"])
    choices = [_unquoted(each) for each in re.findall(_QUOTED, found["choices"])]
    fault = text(
        "'{value}' is not one of {choices}", value=value, choices=listing(choices)
    )
    return fault, nearest(value, choices)


def _path(found: Match[str]) -> Reworded:
    name = _unquoted(found["name"])
    match found["fault"]:
        case "does not exist":
            return text("'{name}' does not exist", name=name), []
        case "is a file":
            return text("'{name}' is a file", name=name), []
        case "is a directory":
            return text("'{name}' is a folder", name=name), []
        case "is not writable":
            return text("'{name}' cannot be written", name=name), []
    return text("'{name}' cannot be read", name=name), []


def _unquoted(written: str) -> str:
    """Return a value without its quotes, on one line."""
    try:
        return one_line(str(literal_eval(written)))
    except (SyntaxError, ValueError):
        return one_line(written)


_QUOTED = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\""
_RANGES = {
    "greater than or equal to": ">=",
    "less than or equal to": "<=",
    "greater than": ">",
    "less than": "<",
}
_SENTENCES: tuple[tuple[str, Callable[[Match[str]], Reworded]], ...] = (
    (
        r"Option '(?P<name>.+)' requires an argument\.",
        lambda found: (text("{name} needs a value", name=found["name"]), []),
    ),
    (
        r"Option '(?P<name>.+)' does not take a value\.",
        lambda found: (text("{name} takes no value", name=found["name"]), []),
    ),
    (
        r"Got unexpected extra arguments?(?:\(s\))? \((?P<words>.*)\)",
        lambda found: (
            text("too many words: {words}", words=one_line(found["words"])),
            [],
        ),
    ),
    (r"Missing command\.", lambda _: (text("a command is missing"), [])),
    (rf"(?P<value>{_QUOTED}) is not one of (?P<choices>.+?)\.?", _choice),
    (
        r"(?P<value>.+) is not a valid (?:integer|int)\.",
        lambda _: (text("a whole number is wanted here"), []),
    ),
    (
        r"Input should be a valid integer.*",
        lambda _: (text("a whole number is wanted here"), []),
    ),
    (
        r"(?P<value>.+) is not a valid float\.|Input should be a valid number.*",
        lambda _: (text("a number is wanted here"), []),
    ),
    (
        r"\S+ is not in the range (?P<range>.+?)\.",
        lambda found: (
            text("the number must be in the range {range}", range=found["range"]),
            [],
        ),
    ),
    (
        rf"Input should be (?P<than>{'|'.join(_RANGES)}) (?P<limit>\S+)",
        lambda found: (
            text(
                "the number must be in the range {range}",
                range=f"x{_RANGES[found['than']]}{found['limit']}",
            ),
            [],
        ),
    ),
    (
        rf"(?i:path|file|dir|directory) (?P<name>{_QUOTED})"
        r" (?P<fault>does not exist|is a file|is a directory|is not \w+)\.",
        _path,
    ),
)
"""Patterns of the whole sentence, of every version that is supported."""
