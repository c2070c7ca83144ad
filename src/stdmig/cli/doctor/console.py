"""What the console shows: encoding, width, colours, characters (端末)."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from stdmig.cli.doctor.found import note, ok
from stdmig.cli.screen import screen
from stdmig.render.doctor.checkup import Check, Fact
from stdmig.words import Text, listing, text

_ORDINARY, _EXTENDED, _BEYOND = "市民課税あア", "髙﨑①㈱", "𠮷葛\U000e0100"
"""Everyday characters; those that CP932 adds; those that only Unicode has."""


def check_console() -> Check:
    """Return how the result of a command is shown here."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    shown = screen()
    terminal = bool(getattr(sys.stdout, "isatty", bool)())
    shows = {
        name: _holds(encoding, characters)
        for name, characters in (
            ("japanese", _ORDINARY),
            ("extended", _EXTENDED),
            ("beyond_cp932", _BEYOND),
        )
    }
    facts: dict[str, Fact] = {
        "encoding": encoding.lower(),
        "terminal": terminal,
        "width": shown.width,
        "colour": shown.colour,
        **shows,
    }
    says = listing(_said(encoding, shown.width, terminal, shown.colour))
    if not shows["japanese"]:
        help = text(
            "Japanese is written as codes here; take a Japanese or UTF-8 console, or"
            " write into a file with --output"
        )
        return note(says, help, **facts)
    if not shows["beyond_cp932"]:
        rare = text(
            "{says}; characters beyond JIS (U+20BB7 and others) are written as codes,"
            " in files they are whole",
            says=says,
        )
        return ok(rare, **facts)
    return ok(says, **facts)


def _said(encoding: str, width: int, terminal: bool, colour: bool) -> Iterator[Text]:
    yield text("{encoding}", encoding=encoding)
    yield text("{n} columns", n=width)
    if terminal:
        yield text("with colours") if colour else text("without colours")
    else:
        yield text("no terminal: a file or another program reads")


def _holds(encoding: str, characters: str) -> bool:
    try:
        characters.encode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True
