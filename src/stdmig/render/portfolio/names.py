"""What things of a roll-up are called, in every format (集計の名称)."""

from __future__ import annotations

from stdmig.inventory.prefectures import PREFECTURES
from stdmig.inventory.statutory import STATUTORY
from stdmig.outlook.portfolio.portfolio import JointFault, Portfolio
from stdmig.outlook.portfolio.town import DueKind
from stdmig.words import Name, Readable, Text, text

DUES: dict[DueKind, Text] = {
    "request": text("budget request"),
    "notice": text("notice of a contract's end"),
    "vote": text("vote of the council"),
}
"""What is due."""

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


def system_name(id_: str) -> Readable:
    """Return what a system is called: one beyond the law's by its id."""
    return STATUTORY.get(id_, Name(id_))


def prefecture_name(code: str | None) -> Readable:
    """Return what a prefecture is called; None is for those without a code."""
    return text("no code") if code is None else PREFECTURES[code]


def portfolio_title(portfolio: Portfolio) -> Readable:
    """Return who looks at the municipalities, else what is looked at."""
    if portfolio.name is None:
        return text("Municipalities together")
    return Name(portfolio.name, portfolio.name_en)
