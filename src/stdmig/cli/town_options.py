"""Options that answer the questions of the first day beforehand (初めの質問の引数)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeVar

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.horizon import horizon
from stdmig.cli.known_beforehand import EVERY, Absent, Sections, Since, Told
from stdmig.cli.language import READER, said
from stdmig.cli.messages import complain
from stdmig.dates import Period
from stdmig.intake.typed.code import typed_code
from stdmig.intake.typed.some_systems import is_all, is_none
from stdmig.intake.typed.systems import typed_systems
from stdmig.intake.typed.town import proposed_reason
from stdmig.intake.typed.word import typed_word
from stdmig.words import Text, text

Answer = TypeVar("Answer")


def _checked(read: Callable[[str], str | Text]) -> Callable[[str], str]:
    def parse(written: str) -> str:
        answer = read(written)
        if isinstance(answer, Text):
            raise typer.BadParameter(said(answer))
        return answer

    return parse


NameOf = Annotated[
    str | None,
    typer.Option(
        "--name",
        metavar="NAME",
        parser=_checked(typed_word),
        help=said(text("Name of the municipality.")),
    ),
]
Code = Annotated[
    str | None,
    typer.Option(
        "--code",
        metavar="DIGITS",
        parser=_checked(typed_code),
        help=said(text("The 6-digit code of the municipality.")),
    ),
]
Lead = Annotated[
    str | None,
    typer.Option(
        "--lead-section",
        metavar="NAME",
        parser=_checked(typed_word),
        help=said(text("The section that leads the migration.")),
    ),
]
NotHere = Annotated[
    list[str] | None,
    typer.Option(
        "--not-here",
        metavar="ID[=REASON]",
        help=said(text("A system that the municipality has none of (seiho).")),
    ),
]
Owned = Annotated[
    list[str] | None,
    typer.Option(
        "--section",
        metavar="NAME=IDS",
        help=said(text("A section and its systems (NAME=kojin,hojin).")),
    ),
]
Live = Annotated[
    list[str] | None,
    typer.Option(
        "--live",
        metavar="ID[=DATE]",
        help=said(
            text("A system that is live already (juki=2026-01), or 'all', or 'none'.")
        ),
    ),
]
Designated = Annotated[
    list[str] | None,
    typer.Option(
        "--designated",
        metavar="ID",
        help=said(
            text("A designated system (kojin), or 'all' that are not live, or 'none'.")
        ),
    ),
]


def told_by(
    name: str | None,
    code: str | None,
    lead_section: str | None,
    not_here: list[str] | None,
    section: list[str] | None,
    live: list[str] | None = None,
    designated: list[str] | None = None,
) -> Told:
    """
    Return what the options settle.

    Raises
    ------
    typer.Exit
        With code 2 if one names no system or no section.
    """
    return Told(
        name,
        code,
        lead_section,
        _absences(not_here),
        _owners(section),
        _live(live),
        _designated(designated),
    )


def _absences(given: list[str] | None) -> Absent | None:
    if not given:
        return None
    reasons: dict[str, str] = {}
    for each in given:
        named, _, written = each.partition("=")
        for system in _systems(named, "--not-here"):
            reasons[system] = (
                _read(typed_word, written, "--not-here")
                if written.strip()
                else proposed_reason(system).into(READER)
            )
    return tuple(reasons.items())


_HOW_TO_OWN = text("write it as NAME=IDS, such as --section TAX=kojin,hojin")


def _owners(given: list[str] | None) -> Sections | None:
    if not given:
        return None
    owned: dict[str, tuple[str, ...]] = {}
    for each in given:
        name, _, named = each.rpartition("=")
        if not name.strip() or not named.strip():
            complain(
                text("{option}: {why}", option="--section", why=_HOW_TO_OWN),
            )
            raise typer.Exit(UNUSABLE)
        section = _read(typed_word, name, "--section")
        systems = _systems(named, "--section")
        owned[section] = tuple(dict.fromkeys((*owned.get(section, ()), *systems)))
    return tuple(owned.items())


def _live(given: list[str] | None) -> Since | None:
    if not given:
        return None
    since: dict[str, Period | None] = {}
    for each in given:
        named, dated, written = each.partition("=")
        day = _read(horizon().typed_since, written, "--live") if dated else None
        for system in _every_or_some(named, given, "--live"):
            since[system] = day
    return tuple(since.items())


def _designated(given: list[str] | None) -> tuple[str, ...] | None:
    if not given:
        return None
    return tuple(
        dict.fromkeys(
            system
            for each in given
            for system in _every_or_some(each, given, "--designated")
        )
    )


def _every_or_some(written: str, given: list[str], option: str) -> tuple[str, ...]:
    """Return the systems of one of the words that an option was given."""
    if is_none(written):
        if len(given) > 1:
            complain(text("{option}: none goes alone", option=option))
            raise typer.Exit(UNUSABLE)
        return ()
    return (EVERY,) if is_all(written) else _systems(written, option)


def _systems(written: str, option: str) -> tuple[str, ...]:
    return _read(_some_systems, written, option)


def _some_systems(written: str) -> tuple[str, ...] | Text:
    return typed_systems(written) or text("name a system, such as seiho")


def _read(read: Callable[[str], Answer | Text], written: str, option: str) -> Answer:
    answer = read(written)
    if isinstance(answer, Text):
        complain(text("{option}: {why}", option=option, why=answer))
        raise typer.Exit(UNUSABLE)
    return answer
