"""Pictures read back as XML (図の読取り)."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree import ElementTree as ET

_TRANSLATE = re.compile(r"translate\(([-\d.]+) ([-\d.]+)\)")
_BOX = re.compile(r"M([-\d.]+) ([-\d.]+)h([-\d.]+)v([-\d.]+)h-")


class Shape(NamedTuple):
    """A rectangle of a class where it stands on the sheet, and its title."""

    name: str
    x: float
    y: float
    width: float
    height: float
    title: str


def parsed(svg: str) -> ET.Element:
    """Return the picture; what is not well-formed is an error."""
    return ET.fromstring(svg)


def texts(svg: str) -> list[str]:
    """Return every line of text that is drawn, in order."""
    return [
        each.text or "" for each in parsed(svg).iter() if each.tag.endswith("}text")
    ]


class Told(NamedTuple):
    """A line of text and where it is anchored."""

    x: float
    words: str


def lines(svg: str) -> list[Told]:
    """Return the lines of a picture that nothing has moved."""
    return [
        Told(float(each.get("x", "")), each.text or "")
        for each in parsed(svg).iter()
        if each.tag.endswith("text")
    ]


def shapes(svg: str, name: str) -> list[Shape]:
    """Return the rectangles of a class, without those of patterns."""
    root = parsed(svg)
    return [shape for shape in _shapes(root, 0.0, 0.0) if shape.name == name]


def _shapes(element: ET.Element, x: float, y: float) -> list[Shape]:
    moved = _TRANSLATE.search(element.get("transform", ""))
    if moved:
        x, y = x + float(moved[1]), y + float(moved[2])
    found = []
    if element.tag.endswith("}path"):
        title = "".join(child.text or "" for child in element)
        for left, top, width, height in _BOX.findall(element.get("d", "")):
            found.append(
                Shape(
                    element.get("class", ""),
                    x + float(left),
                    y + float(top),
                    float(width),
                    float(height),
                    title,
                )
            )
    for child in element:
        if not child.tag.endswith("}defs"):
            found += _shapes(child, x, y)
    return found
