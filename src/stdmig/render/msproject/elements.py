"""Elements of the file, one under the other in the order of its schema (要素)."""

from __future__ import annotations

from datetime import date, datetime, time
from xml.etree.ElementTree import Element, SubElement

Value = str | int | bool | date | datetime | time


def add(parent: Element, **values: Value | None) -> None:
    """Add an element for each value that is there, in the order given."""
    for name, value in values.items():
        if value is not None:
            SubElement(parent, name).text = _written(value)


def _written(value: Value) -> str:
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return str(value)
