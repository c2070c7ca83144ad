"""Which rows tell of the same contract (契約ごとの明細)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.intake.inventory_list.day_reading import Span
from stdmig.intake.inventory_list.entry import Entry
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.installed import Installed
from stdmig.intake.inventory_list.plain import folded
from stdmig.intake.question import Choice, Question
from stdmig.inventory.quoted import quoted
from stdmig.words import listing, text

_Key = tuple[str, ...]


class Share(NamedTuple):
    """What one row says of one contract; `turn` counts the row's contracts."""

    unit: int
    entry: Entry
    span: Span
    turn: int
    id: str | None


def shares_of(units: list[Installed]) -> list[Share]:
    """Return what each row says of each of its contracts."""
    shares = []
    for number, unit in enumerate(units):
        for entry in unit.entries:
            if not entry.has_contract:
                continue
            ids = entry.contract_ids or ()
            spans = entry.spans or (Span(),)
            for turn in range(max(len(ids), len(spans))):
                span = spans[turn] if turn < len(spans) else Span()
                name = ids[turn] if turn < len(ids) else None
                shares.append(Share(number, entry, span, turn, name))
    return shares


def by_contract(shares: list[Share]) -> list[list[Share]]:
    """Return the rows of each contract: of one id, or one vendor over the same days."""
    groups: dict[_Key, list[Share]] = {}
    for share in shares:
        groups.setdefault(_key(share), []).append(share)
    return list(groups.values())


def _key(share: Share) -> _Key:
    if share.id is not None:
        return ("id", share.id)
    entry = share.entry
    vendor = folded(str(entry.contract.get("vendor") or entry.unit.get("vendor") or ""))
    partner = folded(str(entry.contract.get("counterparty") or ""))
    name = folded(str(entry.contract.get("name") or ""))
    package = folded(str(entry.unit.get("package") or ""))
    if not (vendor or partner or name or package):
        return ("row", str(entry.place), str(share.turn))
    days = (str(share.span.start), str(share.span.end))
    if share.span == Span():
        days = (package, "")
    yearly = str(entry.contract.get("kind") == "single_year")
    return (vendor, partner, name, *days, yearly)


def split_by_package(groups: list[list[Share]], inquiry: Inquiry) -> list[list[Share]]:
    """Ask where one vendor has several packages over the same days."""
    split: list[list[Share]] = []
    for shares in groups:
        packages: dict[str, list[Share]] = {}
        for share in shares:
            package = folded(str(share.entry.unit.get("package") or ""))
            packages.setdefault(package, []).append(share)
        if len(packages) == 2 and "" in packages:
            packages = {"": shares}
        first = shares[0]
        told = first.id is not None or first.entry.contract.get("name")
        if len(packages) == 1 or told or first.turn or _is_one(shares, inquiry):
            split.append(shares)
        else:
            split += packages.values()
    return split


def _is_one(shares: list[Share], inquiry: Inquiry) -> bool:
    entry = shares[0].entry
    names = dict.fromkeys(
        quoted(share.entry.unit.get("package") or "-") for share in shares
    )
    question = Question(
        f"contract.{entry.table.ref(entry.place)}",
        text(
            "{vendor} supplies {packages} over the same days. One contract, or one for"
            " each?",
            vendor=quoted(entry.unit.get("vendor") or "-"),
            packages=listing(names),
        ),
        tuple(dict.fromkeys(share.entry.place for share in shares)),
        (
            Choice("each", text("one contract for each package")),
            Choice("one", text("one contract for all of them")),
        ),
        "each",
    )
    return inquiry.ask(question, entry.place) == "one"
