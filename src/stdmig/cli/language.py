"""How the person at the keyboard is spoken to: language and dates (表示言語・日付)."""

from __future__ import annotations

import locale
import os
import re
import sys
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, get_args

from stdmig.words import LANGUAGES, Language, Style, Text, listing, text
from stdmig.words.shortened import shortened

Dates = Literal["era", "iso"]
"""Calendar of the days that people read: R7.10.1 or 2025-10-01."""

CALENDARS: tuple[Dates, ...] = get_args(Dates)


class Spoken(NamedTuple):
    """
    A language, and what chose it.

    Attributes
    ----------
    source
        An option or a variable with its value; None where it is the system's own
        setting.
    """

    language: Language
    source: str | None


def spoken(argv: Sequence[str], environ: Mapping[str, str]) -> Spoken:
    """Return the language: ``--lang``, else ``STDMIG_LANG``, else the locale."""
    if language := _language(_option("--lang", argv)):
        return Spoken(language, "--lang")
    if language := _language(environ.get("STDMIG_LANG")):
        return Spoken(language, f"STDMIG_LANG={language}")
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(variable):
            return _of_locale(value, environ) or Spoken(
                _of_name(value), f"{variable}={value}"
            )
    name = locale.getlocale()[0] or ""
    return _of_locale(name, environ) or Spoken(_of_name(name), None)


def styled(language: Language, dates: Dates | None) -> Style:
    """Return the style of a reader; None leaves the calendar to their language."""
    custom = Style.of(language)
    return custom if dates is None else custom._replace(era=dates == "era")


def written_for(lang: Language | None, told: Language | None) -> Style:
    """
    Return the style of what is written for others: never that of the environment.

    Parameters
    ----------
    lang
        What ``--lang`` says.
    told
        What the files say of their language.
    """
    return styled(lang or _ASKED_LANGUAGE or told or "ja", _ASKED_DATES)


def strange_variables(environ: Mapping[str, str]) -> list[Text]:
    """Return what to say of variables of ours whose values mean nothing."""
    known: dict[str, tuple[str, ...]] = {
        "STDMIG_LANG": LANGUAGES,
        "STDMIG_DATES": CALENDARS,
    }
    return [
        text(
            "{variable} is ignored: '{value}' is not one of {choices}",
            variable=variable,
            value=value,
            choices=listing(choices),
        )
        for variable, choices in known.items()
        if (value := environ.get(variable)) and value not in choices
    ]


def _option(name: str, argv: Sequence[str]) -> str | None:
    """Return the value of an option wherever it stands; of several, the last."""
    value = None
    for place, word in enumerate(argv):
        if word == "--":
            break
        if word == name and place + 1 < len(argv):
            value = argv[place + 1]
        elif word.startswith(f"{name}="):
            value = word.removeprefix(f"{name}=")
    return value


def _language(named: str | None) -> Language | None:
    return next((language for language in LANGUAGES if language == named), None)


def _dates(named: str | None) -> Dates | None:
    return next((dates for dates in CALENDARS if dates == named), None)


def _of_locale(name: str, environ: Mapping[str, str]) -> Spoken | None:
    """Return what GNU's ``LANGUAGE``, a list, says; nothing in no locale (C)."""
    listed = environ.get("LANGUAGE", "")
    if _stem(name) in ("c", "posix"):
        return None
    for wanted in map(_stem, listed.split(":")):
        if language := _language(wanted):
            return Spoken(language, f"LANGUAGE={listed}")
    return None


def _of_name(name: str) -> Language:
    """Return the language of a locale's name, as Unix or as Windows writes it."""
    # ja_JP.UTF-8, ja-JP and Japanese_Japan.932, but not Javanese_Indonesia.1252.
    return "ja" if _stem(name) in ("ja", "japanese") else "en"


def _stem(name: str) -> str:
    return re.split(r"[_.@-]", name.lower())[0]


# What the options name wherever they stand, before the command or after it.
_ASKED_LANGUAGE = _language(_option("--lang", sys.argv[1:]))
_ASKED_DATES = _dates(_option("--dates", sys.argv[1:]))

# Help is built while the commands are imported, so its language is settled here.
SPOKEN = spoken(sys.argv[1:], os.environ)
"""Language of the person who typed the command, and what chose it."""

READER = styled(
    SPOKEN.language,
    _ASKED_DATES or _dates(os.environ.get("STDMIG_DATES")),
)
"""Style of the person who typed the command."""


def said(words: Text) -> str:
    """Return a text in the language of the person at the keyboard."""
    return shortened(words).into(READER)
