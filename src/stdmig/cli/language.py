"""Which language the person at the keyboard reads (表示言語)."""

from __future__ import annotations

import locale
import os
import re
import sys
from collections.abc import Mapping, Sequence

from stdmig.words import LANGUAGES, Language, Style, Text


def spoken(argv: Sequence[str], environ: Mapping[str, str]) -> Language:
    """Return the language: ``--lang``, else ``STDMIG_LANG``, else the locale."""
    for named in (_option(argv), environ.get("STDMIG_LANG")):
        if language := _known(named):
            return language
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(variable):
            return _of_locale(value)
    return _of_locale(locale.getlocale()[0] or "")


def _option(argv: Sequence[str]) -> str | None:
    for place, word in enumerate(argv):
        if word == "--lang" and place + 1 < len(argv):
            return argv[place + 1]
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return None


def _known(named: str | None) -> Language | None:
    return next((language for language in LANGUAGES if language == named), None)


def _of_locale(name: str) -> Language:
    """Return the language of a locale's name, as Unix or as Windows writes it."""
    # ja_JP.UTF-8, ja-JP and Japanese_Japan.932, but not Javanese_Indonesia.1252.
    language = re.split(r"[_.@-]", name.lower())[0]
    return "ja" if language in ("ja", "japanese") else "en"


ASKED = _known(_option(sys.argv[1:]))
"""What ``--lang`` names, wherever it stands; None without it."""

# Help is built while the commands are imported, so its language is settled here.
READER = Style.of(spoken(sys.argv[1:], os.environ))
"""Style of the person who typed the command."""


def said(words: Text) -> str:
    """Return a text in the language of the person at the keyboard."""
    return words.into(READER)
