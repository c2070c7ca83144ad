"""Single values as JSON Schema, in every spelling that is read (値の型)."""

from __future__ import annotations

from typing import Any

from stdmig.inventory.describe.choices import CHOICES
from stdmig.inventory.schema.day_patterns import DAY, DAY_OF_YEAR, DAY_OR_MONTH
from stdmig.inventory.schema.notation import fault_of
from stdmig.inventory.schema.shape import Kind, Scalar
from stdmig.words import Style

Schema = dict[str, Any]
"""A JSON Schema, or a part of one."""

_TYPES = ("array", "boolean", "null", "number", "object", "string")


def _only(kind: str) -> Schema:
    """
    Return what matches one type alone, in a way that editors offer nothing for.

    They offer the values of a type that is allowed, but never those of a type that is
    not forbidden: nobody wants to be offered `null` or `true` for a name. The empty
    ``properties`` keep the YAML language server from taking it for its neighbour.
    """
    others = [each for each in _TYPES if each != kind]
    return {"not": {"type": others, "properties": {}}, "properties": {}}


BLANK: Schema = {"$ref": "#/$defs/blank"}
"""A key without a value; see `OFTEN`."""

_YES_OR_NO: Schema = {"$ref": "#/$defs/true_or_false"}
_MONTH_LIKE_A_NUMBER: Schema = {"$ref": "#/$defs/month_like_a_number"}

OFTEN: dict[str, Schema] = {
    "blank": _only("null"),
    # YAML takes 2024.9 for a number.
    "month_like_a_number": {
        "type": ["number"],
        "minimum": 1926,
        "maximum": 2200,
        "not": {"type": "integer", "properties": {}},
        "properties": {},
    },
    "true_or_false": _only("boolean"),
}
"""What many keys allow beside what is usual for them, by its name in ``$defs``."""

_WHOLE = r"^\s*[-+]?[0-9]+(_[0-9]+)*(\.0*)?\s*$"
_DECIMAL = r"^\s*[-+]?[0-9０-９_]*\.?[0-9０-９_]*([eE][-+]?[0-9]+)?\s*$"
_MOST: dict[str, Schema] = {
    r"^[0-9]{6}$": {"minimum": 0, "maximum": 999_999},
    r"^[0-9]{1,3}[a-z]?$": {"minimum": 0, "maximum": 999},
}
"""Bounds of a number where a text of digits is meant, by the text's pattern."""

_YES_NO = (
    r"^([Tt]([Rr][Uu][Ee])?|[Ff]([Aa][Ll][Ss][Ee])?|[Yy]([Ee][Ss])?|[Nn][Oo]?"
    r"|[Oo][Nn]|[Oo][Ff][Ff]|[01])$"
)

_DAYS: dict[Kind, str] = {
    "first_day": DAY_OR_MONTH,
    "last_day": DAY_OR_MONTH,
    "one_day": DAY,
    "day_of_year": DAY_OF_YEAR,
}


def scalar_schema(scalar: Scalar, style: Style) -> list[Schema]:
    """
    Return the schemas of a single value: the usual one, then what else is read.

    An editor reads YAML 1.2: a name such as 12 is a number to it, and so is the month
    2024.9. The file's own reader takes every single value for the text that was
    written, so that all of these have to be allowed.
    """
    if scalar.kind == "choice":
        return [_choice(scalar, style)]
    usual = {**_texts(scalar), "errorMessage": fault_of(scalar).into(style)}
    return [usual, *_more(scalar)]


def _texts(scalar: Scalar) -> Schema:
    kind = scalar.kind
    if kind in _DAYS:
        return {"type": ["string"], "pattern": _DAYS[kind]}
    if kind == "yes_no":
        limits = {"minimum": 0, "maximum": 1}
        return {"type": ["boolean", "string", "integer"], "pattern": _YES_NO, **limits}
    if kind == "whole":
        bounds = _bounds(scalar)
        return {"type": ["integer", "string"], "pattern": _WHOLE, **bounds}
    if kind == "decimal":
        bounds = _bounds(scalar)
        return {"type": ["number", "string"], "pattern": _DECIMAL, **bounds}
    if kind in ("id", "pattern"):
        most = _MOST.get(scalar.pattern or "", {})
        return {"type": ["string", "number"], "pattern": scalar.pattern, **most}
    if kind == "word":
        return {"type": ["string", "number"], "pattern": r"\S"}
    return {"type": ["string", "number"]}


def _more(scalar: Scalar) -> list[Schema]:
    if scalar.kind in ("first_day", "last_day"):
        return [_MONTH_LIKE_A_NUMBER]
    if scalar.kind in ("word", "any_text", "id"):
        return [_YES_OR_NO]
    return []


def _bounds(scalar: Scalar) -> Schema:
    named = {
        "minimum": scalar.least,
        "exclusiveMinimum": scalar.more_than,
        "maximum": scalar.most,
    }
    return {key: bound for key, bound in named.items() if bound is not None}


def _choice(scalar: Scalar, style: Style) -> Schema:
    if scalar.choices not in CHOICES:
        return {"type": "string", "const": scalar.choices[0]}
    told = [words.into(style) for words in CHOICES[scalar.choices]]
    return {
        "type": "string",
        "enum": list(scalar.choices),
        "enumDescriptions": told,
    }
