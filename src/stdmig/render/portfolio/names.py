"""What things of a roll-up are called, in every format (集計の名称)."""

from __future__ import annotations

from collections.abc import Mapping

from stdmig.inventory.prefectures import PREFECTURES, prefecture_of
from stdmig.outlook.portfolio.joint_procurement import JointFault
from stdmig.outlook.portfolio.portfolio import Portfolio
from stdmig.outlook.portfolio.town import Town
from stdmig.words import Name, Readable, Text, text

JOINT_FAULTS: dict[JointFault, Text] = {
    "alone": text("only one municipality takes part: is the name written alike?"),
    "dates": text("one part needs the contract before another begins"),
    "policies": text("the parts' policies differ"),
}
"""Why the parts of a joint procurement do not fit together."""

_ITEMS = {
    "13": text("13 setting up"),
    "14": text("14 data migration"),
    "14c": text("14c characters"),
    "15": text("15 tests, training"),
}


def item_name(ref: str) -> Text:
    """Return what a work item is called in a narrow column."""
    return _ITEMS.get(ref) or text("item {ref}", ref=ref)


def town_name(town: Town) -> Name:
    """Return what a municipality is called."""
    return Name(town.name, town.name_en)


def names_by_place(portfolio: Portfolio) -> Mapping[str, Name]:
    """Return the municipalities' names by the places of their workspaces."""
    return {row.town.place: town_name(row.town) for row in portfolio.towns}


def whose(portfolio: Portfolio) -> Text:
    """Return who looks at them; where nobody says so, the one prefecture or nobody."""
    if portfolio.name is not None:
        return text("{name}", name=Name(portfolio.name, portfolio.name_en))
    codes = {prefecture_of(row.town.code) for row in portfolio.towns}
    if len(codes) == 1 and (only := codes.pop()) is not None:
        return text("{name}", name=PREFECTURES[only])
    return text("Municipalities")


def portfolio_title(portfolio: Portfolio) -> Readable:
    """Return who looks at the municipalities, else what is looked at."""
    if portfolio.name is None:
        return text("Municipalities together")
    return Name(portfolio.name, portfolio.name_en)
