"""Prefectures and systems that ``stdmig portfolio`` is asked for (絞込みの指定)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.messages import complain
from stdmig.cli.nearest import nearest
from stdmig.inventory.alike import meant
from stdmig.inventory.statutory import STATUTORY
from stdmig.words import text

if TYPE_CHECKING:
    from stdmig.outlook.portfolio.town import Town


def known_prefectures(words: list[str]) -> list[str]:
    """
    Return the codes of the prefectures that are asked for.

    Raises
    ------
    typer.Exit
        With code 2 if one is unknown.
    """
    if not words:
        return []
    from stdmig.inventory.prefectures import PREFECTURES, find_prefecture

    names = [each for name in PREFECTURES.values() for each in name if each]
    found = [find_prefecture(word) for word in words]
    for word, code in zip(words, found, strict=True):
        if code is None:
            complain(
                text("no prefecture is called '{name}'", name=word),
                *nearest(word, names),
            )
    if None in found:
        raise typer.Exit(UNUSABLE)
    return [code for code in found if code is not None]


def known_systems(towns: Sequence[Town], words: list[str]) -> list[str]:
    """
    Return the ids of the systems that are asked for.

    Raises
    ------
    typer.Exit
        With code 2 if one is unknown to the law and to every municipality.
    """
    names = {name.ja: id_ for id_, name in STATUTORY.items()}
    known = {*STATUTORY, *(each.id for town in towns for each in town.systems)}
    meanings = {each: each for each in known} | names
    found = [meant(word, meanings) or word for word in dict.fromkeys(words)]
    unknown = [word for word in found if word not in known]
    for word in unknown:
        complain(
            text("no system is called '{name}'", name=word),
            *nearest(word, [*sorted(known), *names]),
        )
    if unknown:
        raise typer.Exit(UNUSABLE)
    return found
