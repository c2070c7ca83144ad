"""The values of a draft as their keys hold them (下書きの値)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, TypeAdapter, ValidationError

from stdmig.dates import Period, parse_period
from stdmig.inventory.draft import Value, Values
from stdmig.inventory.quoted import quoted
from stdmig.inventory.writing.collection import as_read
from stdmig.inventory.writing.key_order import Owner, in_order
from stdmig.inventory.writing.scalar import unwritable
from stdmig.words import Text, text


class Told(NamedTuple):
    """
    A value of a draft, ready to be written.

    Attributes
    ----------
    value
        None where it is empty.
    typed
        What its key makes of it.
    fault
        Why it cannot be written, or None.
    """

    value: Value | None
    typed: object = None
    fault: Text | None = None


Spell = Callable[[date], date | str]
"""How days are written."""


def told(model: type[BaseModel], key: str, value: Value | None) -> Told:
    """Return a value as it is written under a key: blanks around it taken off."""
    if isinstance(value, str):
        value = " ".join(value.split("\r\n" if "\r\n" in value else "\n"))
        value = value.replace("\r", " ").strip() or None
    if value is None:
        return Told(None)
    if why := unwritable(value):
        return Told(value, fault=why)
    field = field_of(model, key)
    if field is None:
        return Told(value, fault=text("unknown key '{key}'", key=quoted(key)))
    try:
        typed = typed_value(model, key, as_read(value))
    except ValidationError:
        shown = quoted(as_read(value))
        why = text("'{value}' cannot stand under '{key}'", value=shown, key=key)
        return Told(value, fault=why)
    return Told(_plain(value, typed), typed)


def _plain(value: Value, typed: object) -> Value:
    """Return a value as the kind that its key holds."""
    if isinstance(typed, bool | int):
        return typed
    if isinstance(typed, date):
        period = value if isinstance(value, date) else parse_period(str(value))
        one_day = isinstance(period, date) or (
            isinstance(period, Period) and not period.is_month
        )
        return typed if one_day else value
    return str(as_read(value))


def field_of(model: type[BaseModel], key: str) -> Any:
    """Return the field that a key of the file belongs to, or None."""
    for name, field in model.model_fields.items():
        if (field.alias or name) == key:
            return field
    return None


def typed_value(model: type[BaseModel], key: str, read: object) -> object:
    """
    Return what the key of a model makes of something that was read.

    Raises
    ------
    ValidationError
        Where it cannot stand there.
    """
    return _adapter(model, key).validate_python(read)


@lru_cache(maxsize=256)
def _adapter(model: type[BaseModel], key: str) -> TypeAdapter[Any]:
    field = field_of(model, key)
    kind: Any = field.annotation
    if field.metadata:
        kind = Annotated[(kind, *field.metadata)]
    return TypeAdapter(kind)


def told_values(
    owner: Owner, model: type[BaseModel], values: Values, spell: Spell
) -> tuple[dict[str, Value], list[Text]]:
    """Return the values that are not empty, in order, and why others cannot stand."""
    kept: dict[str, Value] = {}
    faults: list[Text] = []
    for key, value in in_order(owner, _without_id(values)).items():
        each = told(model, key, value)
        if each.fault is not None:
            faults.append(each.fault)
        elif isinstance(each.value, date):
            kept[key] = spell(each.value)
        elif each.value is not None:
            kept[key] = each.value
    return kept, faults


def _without_id(values: Mapping[str, Value | None]) -> dict[str, Value | None]:
    return {key: value for key, value in values.items() if key != "id"}
