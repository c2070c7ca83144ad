"""The contracts of a list, with the units that each covers (契約の取りまとめ)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from stdmig.diagnostics import Location
from stdmig.intake.inventory_list.identifiers import identifier, unique
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.installed import Installed
from stdmig.intake.inventory_list.known import Known, KnownContract
from stdmig.intake.inventory_list.repeated import Repeated, edited_value
from stdmig.intake.inventory_list.shared_fees import fee_of
from stdmig.intake.inventory_list.shares import (
    Share,
    by_contract,
    shares_of,
    split_by_package,
)
from stdmig.inventory.contracts import Contract
from stdmig.inventory.draft import DraftContract, Value
from stdmig.inventory.quoted import quoted
from stdmig.words import count, text


class Agreed(NamedTuple):
    """The contracts, and for each unit the ids of its own; None where none is told."""

    contracts: tuple[DraftContract, ...]
    of_units: tuple[tuple[str, ...] | None, ...]


def agree(units: list[Installed], known: Known, inquiry: Inquiry) -> Agreed:
    """Return the contracts that the rows of the units tell of."""
    groups = split_by_package(by_contract(shares_of(units)), inquiry)
    inquiry = inquiry.next_stage()
    contracts: list[DraftContract] = []
    rows: list[dict[str, str]] = [{} for _ in units]
    taken = set(known.contracts) | {
        each.id for unit in known.units for each in unit.contracts
    }
    used: set[str] = set()
    for shares in groups:
        name = _id(shares, units, known, taken, used)
        taken.add(name)
        used.add(name)
        values = _values(shares, name, known, inquiry)
        contracts.append(DraftContract(name, values))
        for share in shares:
            rows[share.unit][name] = str(share.span.start or "")
        _remark_on(shares, name, values, inquiry)
    return Agreed(
        tuple(contracts),
        tuple(_of_unit(unit, row) for unit, row in zip(units, rows, strict=True)),
    )


def _of_unit(unit: Installed, row: dict[str, str]) -> tuple[str, ...] | None:
    told = [entry.contract_ids for entry in unit.entries if entry.contract_ids]
    if told:
        return tuple(dict.fromkeys(name for names in told for name in names))
    if row:
        return tuple(sorted(row, key=lambda name: row[name]))
    emptied = any(entry.contract_ids == () for entry in unit.entries)
    return () if emptied else None


def _id(
    shares: list[Share],
    units: list[Installed],
    known: Known,
    taken: set[str],
    used: set[str],
) -> str:
    """Return the id of a contract: the list's, the file's, or one from its name."""
    first = shares[0]
    if first.id is not None:
        return first.id
    for share in shares:
        old = units[share.unit].known
        for contract in old.contracts if old else ():
            if contract.id not in used and _continues(contract, share):
                return contract.id
    entry = first.entry
    told = (
        entry.contract.get("name"),
        entry.unit.get("package"),
        entry.contract.get("vendor"),
        entry.unit.get("vendor"),
        units[first.unit].system,
    )
    name = identifier(str(next(filter(None, told))), units[first.unit].system)
    if name in taken and first.span.start is not None:
        name = f"{name}-{first.span.start.year}"
    return unique(name, taken)


def _continues(known: KnownContract, share: Share) -> bool:
    """Return whether a row tells of a contract that the file has already."""
    contract = known.contract
    start, end = share.span
    if start is None and end is None:
        return True
    return (start is not None and start == contract.start) or (
        end is not None and end == contract.end
    )


def _values(
    shares: list[Share], name: str, known: Known, inquiry: Inquiry
) -> dict[str, Value | None]:
    first = shares[0]
    ours = first.entry.table.ours
    before = known.contract(name)
    if first.id is not None and ours and before is not None:
        return _edited_values(shares, name, before, inquiry)
    values: dict[str, Value | None] = {}
    if first.id is None or not ours:
        vendor = first.entry.unit.get("vendor")
        if vendor:
            values["vendor"] = vendor
    for share in shares:
        _merge(values, _told(share), share, name, inquiry)
    for key, yen in fee_of(shares, name, inquiry).items():
        values[key] = yen
    return values


def _told(share: Share) -> dict[str, Value | None]:
    """Return what a row says of a contract, but for its fee."""
    told = {} if share.turn else dict(share.entry.contract)
    told |= {} if share.span.start is None else {"start": share.span.start}
    told |= {} if share.span.end is None else {"end": share.span.end}
    return told


def _edited_values(
    shares: list[Share], name: str, before: Contract, inquiry: Inquiry
) -> dict[str, Value | None]:
    """Return what our own list says of a contract of the file, edits found."""
    table = shares[0].entry.table
    told: dict[str, list[Repeated]] = {}
    values: dict[str, Value | None] = {}
    for share in shares:
        fees = () if share.turn else share.entry.fees
        for key, value in [
            *_told(share).items(),
            *((fee.key, fee.yen) for fee in fees),
        ]:
            values.setdefault(key, None)
            # A row that was added may well say nothing of its contract.
            if value is not None:
                told.setdefault(key, []).append(Repeated(value, _cell(share, key)))
    for key, rows in told.items():
        field = f"contract.{key}"
        was = getattr(before, key, None)
        value = edited_value(rows, was, field, name, table, inquiry)
        if value is None:
            del values[key]
        else:
            values[key] = value
    return values


def _cell(share: Share, key: str) -> Location:
    cell = share.entry.row.get(f"contract.{key}")
    return cell.place if cell else share.entry.place


def _merge(
    values: dict[str, Value | None],
    told: dict[str, Value | None],
    share: Share,
    name: str,
    inquiry: Inquiry,
) -> None:
    for key, value in told.items():
        before = values.get(key)
        if before is None or value is None:
            values[key] = value if before is None else before
        elif before != value and key != "vendor":
            message = text(
                "the contract '{id}' has another value in a row above; this one was"
                " left out: '{value}'",
                id=quoted(name),
                value=quoted(value),
            )
            inquiry.left_out(_cell(share, key), message)


def _remark_on(
    shares: list[Share],
    name: str,
    values: dict[str, Value | None],
    inquiry: Inquiry,
) -> None:
    entry = shares[0].entry
    units = _count(share.unit for share in shares)
    if units > 1 and shares[0].id is None:
        inquiry.remark(
            entry.place,
            count(
                "{n} unit of the same vendor over the same days: one contract, '{id}'",
                "{n} units of the same vendor over the same days: one contract, '{id}'",
                units,
                id=quoted(name),
            ),
        )
    start, end = shares[0].span
    year = (
        start
        and end
        and start.month == 4
        and start.day == 1
        and ((end.year, end.month, end.day) == (start.year + 1, 3, 31))
    )
    if year and not values.get("kind"):
        inquiry.remark(
            entry.place,
            text(
                "the contract '{id}' lasts one fiscal year; nothing says that it is a"
                " single-year contract",
                id=quoted(name),
            ),
        )


def _count(units: Iterable[int]) -> int:
    return len(set(units))
