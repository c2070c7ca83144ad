"""What a column of the list shows of a unit, system or contract (一覧表の項目)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from stdmig.inventory.fields import Fact
from stdmig.inventory.list_columns import LIST_COLUMNS, ListColumn, Owner
from stdmig.inventory.systems import System
from stdmig.words import Style

Shown = str | int | date | None


def columns_of(owner: Owner) -> tuple[ListColumn, ...]:
    """Return the columns that tell of municipalities, systems, units or contracts."""
    return tuple(column for column in LIST_COLUMNS if column.owner == owner)


def cells_of(
    owner: Owner, fact: Fact | None, id: str | None, style: Style
) -> list[Shown]:
    """
    Return what the columns of a kind show of a fact; nothing where there is none.

    What the file does not say is empty, even where something is assumed for it: read
    back, the cell must change nothing. The one exception is the name of a system of
    the law, by which people know it.

    Parameters
    ----------
    id
        What it goes by.
    """
    return [_cell(column, fact, id, style) for column in columns_of(owner)]


def _cell(column: ListColumn, fact: Fact | None, id: str | None, style: Style) -> Shown:
    if fact is None:
        return None
    if column.key == "id":
        return id
    if isinstance(fact, System) and column.key == "name":
        return fact.name or fact.title.into(style)
    if column.key not in fact.model_fields_set:
        return None
    return _shown(column, getattr(fact, column.key), style)


def _shown(column: ListColumn, value: object, style: Style) -> Shown:
    if column.choices and value is not None:
        key = str(value).lower() if isinstance(value, bool) else str(value)
        return dict(column.choices)[key].into(style)
    assert value is None or isinstance(value, str | int | date)
    return value


def joined_ids(ids: Sequence[str]) -> str | None:
    """Return the ids of contracts in one cell; no id holds a comma or a space."""
    return ", ".join(ids) or None
