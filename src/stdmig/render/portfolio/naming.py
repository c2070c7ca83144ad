"""What municipalities, prefectures and systems are called (名称)."""

from __future__ import annotations

from collections.abc import Mapping

from stdmig.inventory import STATUTORY
from stdmig.inventory.prefectures import PREFECTURES, prefecture_of
from stdmig.outlook.portfolio.portfolio import Portfolio
from stdmig.outlook.portfolio.town import Town
from stdmig.words import Name, Text, text


def whose(portfolio: Portfolio) -> Text:
    """Return who looks at them; where nobody says so, the one prefecture or nobody."""
    if portfolio.name is not None:
        return text("{name}", name=Name(portfolio.name, portfolio.name_en))
    codes = {prefecture_of(row.town.code) for row in portfolio.towns}
    if len(codes) == 1 and (only := codes.pop()) is not None:
        return text("{name}", name=PREFECTURES[only])
    return text("Municipalities")


def town_name(town: Town) -> Name:
    """Return what a municipality is called."""
    return Name(town.name, town.name_en)


def names_by_place(portfolio: Portfolio) -> Mapping[str, Name]:
    """Return the municipalities' names by the places of their workspaces."""
    return {row.town.place: town_name(row.town) for row in portfolio.towns}


def columns(portfolio: Portfolio) -> tuple[str, ...]:
    """Return the ids of the law's systems that the matrix shows, in their order."""
    chosen = frozenset(portfolio.chosen)
    return tuple(id_ for id_ in STATUTORY if not chosen or id_ in chosen)
