"""What MS Project has no field for: its free ones, named by us (ユーザー設定の列)."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from stdmig.render.msproject.elements import add
from stdmig.words import Style, Text, text


class CustomField(NamedTuple):
    """
    A free field of a task.

    Attributes
    ----------
    id
        Number of the field in the program.
    name
        What the program calls it.
    title
        What we call it.
    """

    id: int
    name: str
    title: Text


TASK_ID = CustomField(188743731, "Text1", text("Task id"))
SECTIONS = CustomField(188743734, "Text2", text("Sections"))
VENDORS = CustomField(188743737, "Text3", text("Present vendors"))
MONTHS = CustomField(188743740, "Text4", text("Duration (months)"))
CRITICAL = CustomField(188743752, "Flag1", text("Critical path"))

CUSTOM_FIELDS = (TASK_ID, SECTIONS, VENDORS, MONTHS, CRITICAL)


def definitions(parent: Element, style: Style) -> None:
    """Add the names of the free fields."""
    listed = SubElement(parent, "ExtendedAttributes")
    for field in CUSTOM_FIELDS:
        attribute = SubElement(listed, "ExtendedAttribute")
        title = field.title.into(style)
        add(attribute, FieldID=field.id, FieldName=field.name, Alias=title)
