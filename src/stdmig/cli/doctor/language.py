"""In which language stdmig speaks here, and why (表示言語)."""

from __future__ import annotations

import os
from collections.abc import Mapping

from stdmig.cli.doctor.found import note, ok
from stdmig.cli.language import ASKED, READER
from stdmig.render.doctor.checkup import Check
from stdmig.words import LANGUAGES, Language, Text, listing, text

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def check_language() -> Check:
    """Return the language, and the option or variable that chose it."""
    return language_of(READER.language, ASKED, os.environ)


def language_of(
    language: Language, asked: Language | None, environ: Mapping[str, str]
) -> Check:
    """
    Return the language and what chose it.

    Parameters
    ----------
    language
        The one in use.
    asked
        What ``--lang`` names.
    environ
        The variables that were looked at.
    """
    named = environ.get("STDMIG_LANG")
    source = _source(asked, named, environ)
    says = text("{language}, by {source}", language=_NAMES[language], source=source)
    facts = {"language": language, "source": _plain(source)}
    if named and named not in LANGUAGES:
        odd = text("STDMIG_LANG is '{value}', which is not known", value=named)
        help = text("{what}; write one of {known}", what=odd, known=listing(LANGUAGES))
        return note(says, help, **facts)
    return ok(says, **facts)


def _source(
    asked: Language | None, named: str | None, environ: Mapping[str, str]
) -> Text | str:
    if asked:
        return "--lang"
    if named in LANGUAGES:
        return f"STDMIG_LANG={named}"
    for variable in _LOCALE:
        if value := environ.get(variable):
            return f"{variable}={value}"
    return text("the system's own setting")


def _plain(source: Text | str) -> str:
    return source if isinstance(source, str) else "system"


_NAMES: dict[Language, Text] = {"ja": text("Japanese"), "en": text("English")}
