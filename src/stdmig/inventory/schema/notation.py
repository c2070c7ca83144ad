"""How the value of a key is written, in words (書き方)."""

from __future__ import annotations

from stdmig.inventory.schema.shape import Kind, Scalar, Shape
from stdmig.words import Text, text

_ENORMOUS = 10**8
"""A bound that nobody meets need not be told."""

_SINGLE: dict[Kind, Text] = {
    "word": text("a text in one line"),
    "any_text": text("a text in one line; it may be empty ('')"),
    "id": text("a short name of your choice, without spaces and without @ : ,"),
    "yes_no": text("true or false"),
    "first_day": text(
        "a day, ISO (2026-01-05) or of an era (令和8年1月5日, R8.1.5); a month means"
        " its first day"
    ),
    "last_day": text(
        "a day, ISO (2026-03-31) or of an era (令和8年3月31日, R8.3.31); a month means"
        " its last day"
    ),
    "one_day": text(
        "a day, ISO (2026-03-31) or of an era (令和8年3月31日, R8.3.31); a month is not"
        " enough"
    ),
    "day_of_year": text('month and day of every year ("09-30", 9月30日)'),
    "choice": text("one of the values listed"),
}
_FAULTS: dict[Kind, Text] = {
    "word": text("a text in one line is wanted here"),
    "any_text": text("a text in one line is wanted here"),
    "id": text("an id has no spaces and none of the characters @ : ,"),
    "yes_no": text("write true or false"),
    "first_day": text(
        "this is no date; write it like 2026-01-05, 2026-01, 令和8年1月5日 or R8.1.5"
    ),
    "last_day": text(
        "this is no date; write it like 2026-03-31, 2026-03, 令和8年3月31日 or R8.3.31"
    ),
    "one_day": text(
        "this is no day; write it like 2026-03-31, 令和8年3月31日 or R8.3.31"
    ),
    "day_of_year": text("this is no day of the year; write it like 09-30 or 9月30日"),
    "whole": text("write half-width digits only, such as 1200000"),
    "decimal": text("write half-width digits only, such as 10 or 0.5"),
}
_PATTERNS: dict[str, tuple[Text, Text]] = {
    r"^[0-9]{6}$": (
        text("six half-width digits; in quotes where the first is 0"),
        text("a municipality code has six half-width digits, such as 462250"),
    ),
    r"^[0-9]{1,3}[a-z]?$": (
        text("the number of a work item, with a letter for a part of one (14c)"),
        text("an item is named by its number in half-width digits, such as 8 or 14c"),
    ),
    r"^[0-9]{1,3}(-[0-9]{1,3})?$": (
        text("the number of a step, or a span of numbers such as 1-23"),
        text("a step is named by its number in half-width digits, such as 24 or 1-23"),
    ),
    r"^[^\s@]+(@\S(.*\S)?)?$": (
        text("as the plan names a task, in quotes: item@procurement or item@system"),
        text("a task is named like 8, 3@juki or 8@PROCUREMENT, with no space beside @"),
    ),
}


def form_of(shape: Shape) -> Text:
    """Return how the value of a key is written."""
    one = _one(shape)
    if not shape.listed:
        return one
    if shape.alone:
        return text("one or several; several as a list. Each: {form}", form=one)
    return text("a list, '- ' before each entry. Each: {form}", form=one)


def fault_of(scalar: Scalar) -> Text:
    """Return what is wrong with a value that is not written so."""
    if scalar.pattern in _PATTERNS:
        return _PATTERNS[scalar.pattern][1]
    return _FAULTS[scalar.kind]


def _one(shape: Shape) -> Text:
    if shape.model is None:
        assert shape.scalar is not None
        return _scalar(shape.scalar)
    if shape.scalar is None:
        return text("'key: value' lines")
    single = _scalar(shape.scalar)
    if shape.shorthand:
        return text(
            "{form}; or 'key: value' lines, with it behind '{key}'",
            form=single,
            key=shape.shorthand,
        )
    return text("'key: value' lines; or {form}", form=single)


def _scalar(scalar: Scalar) -> Text:
    if scalar.kind == "choice" and len(scalar.choices) == 1:
        return text("always {value}", value=scalar.choices[0])
    if scalar.pattern in _PATTERNS:
        return _PATTERNS[scalar.pattern][0]
    if scalar.kind in ("whole", "decimal"):
        return _number(scalar)
    return _SINGLE[scalar.kind]


def _number(scalar: Scalar) -> Text:
    least = scalar.least if scalar.more_than is None else scalar.more_than
    bounds = {"least": least, "most": scalar.most}
    if scalar.kind == "whole" and (scalar.most or 0) >= _ENORMOUS:
        return text("a whole number, {least} or more", least=least)
    if scalar.kind == "whole":
        return text("a whole number from {least} to {most}", **bounds)
    if scalar.more_than is not None:
        return text("a number over {least} up to {most}", **bounds)
    return text("a number from {least} to {most}", **bounds)
