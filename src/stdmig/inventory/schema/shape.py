"""What a key of a file holds, read off its field (項目の形)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le
from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from stdmig.inventory.fields import (
    DayOfYear,
    Fact,
    FirstDay,
    Identifier,
    LastDay,
    MayBeBlank,
    OneDay,
    OneOrMany,
    Widened,
)

Kind = Literal[
    "word",
    "any_text",
    "id",
    "pattern",
    "whole",
    "decimal",
    "yes_no",
    "choice",
    "first_day",
    "last_day",
    "one_day",
    "day_of_year",
]
"""What a single value is."""


class Scalar(NamedTuple):
    """
    A single value (単一の値).

    Attributes
    ----------
    pattern
        What a text of the kinds ``id`` and ``pattern`` must look like.
    least, more_than, most
        Bounds of a number.
    choices
        The values of a ``choice``.
    """

    kind: Kind
    pattern: str | None = None
    least: int | None = None
    more_than: int | None = None
    most: int | None = None
    choices: tuple[str, ...] = ()


class Shape(NamedTuple):
    """
    What may stand behind a key.

    Attributes
    ----------
    scalar
        A single value, where one may stand there.
    model
        A mapping, where one may stand there.
    shorthand
        The key of the mapping that the single value stands for.
    listed
        Whether it is a list of them.
    alone
        Whether a list of one may be written without its list.
    blank
        Whether the key may stand without a value.
    required
        Whether the key must stand there.
    """

    scalar: Scalar | None = None
    model: type[BaseModel] | None = None
    shorthand: str | None = None
    listed: bool = False
    alone: bool = False
    blank: bool = False
    required: bool = False


def shapes(model: type[BaseModel]) -> dict[str, Shape]:
    """
    Return the shape of every key of a mapping.

    Those that it has of its own come first, in the order of its fields; then what any
    mapping may say.
    """
    common = Fact.model_fields
    own = [each for each in model.model_fields.items() if each[0] not in common]
    shared = [each for each in model.model_fields.items() if each[0] in common]
    return {field.alias or name: _shape(field) for name, field in own + shared}


def models(top: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """Return a mapping and all that stand below it, outer before inner."""
    found = {top: None}
    waiting = [top]
    while waiting:
        below = [shape.model for shape in shapes(waiting.pop(0)).values()]
        for model in below:
            if model is not None and model not in found:
                found[model] = None
                waiting.append(model)
    return tuple(found)


def _shape(field: FieldInfo) -> Shape:
    shape = _typed(field.annotation, tuple(field.metadata))
    return shape._replace(required=field.is_required())


def _typed(annotation: Any, metadata: tuple[Any, ...]) -> Shape:
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return _typed(inner, (*_flat(more), *metadata))
    shape = _bare(annotation, metadata)
    for each in metadata:
        if each is OneOrMany:
            shape = shape._replace(alone=True, blank=True)
        elif each is MayBeBlank:
            shape = shape._replace(blank=True)
        elif isinstance(each, BeforeValidator) and isinstance(each.func, Widened):
            shape = _widened(shape, each.func.key)
    return shape


def _flat(metadata: list[Any]) -> Iterator[Any]:
    """Yield what was said of a type; a ``Field`` says several things."""
    for each in metadata:
        yield from each.metadata if isinstance(each, FieldInfo) else (each,)


def _widened(shape: Shape, key: str) -> Shape:
    if shape.model is None:
        return shape
    return shape._replace(scalar=shapes(shape.model)[key].scalar, shorthand=key)


def _bare(annotation: Any, metadata: tuple[Any, ...]) -> Shape:
    origin = get_origin(annotation)
    if origin in (Union, UnionType):
        parts = get_args(annotation)
        known = [_typed(part, metadata) for part in parts if part is not NoneType]
        merged = Shape(
            scalar=next((each.scalar for each in known if each.scalar), None),
            model=next((each.model for each in known if each.model), None),
            listed=any(each.listed for each in known),
            alone=any(each.alone for each in known),
        )
        return merged._replace(blank=NoneType in parts)
    if origin is tuple and (day := _day(metadata)):
        return Shape(Scalar(day))
    if origin is tuple:
        return _typed(get_args(annotation)[0], ())._replace(
            listed=True, blank=False, alone=False
        )
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape(model=annotation)
    return Shape(_scalar(annotation, metadata))


def _scalar(annotation: Any, metadata: tuple[Any, ...]) -> Scalar:
    if get_origin(annotation) is Literal:
        return Scalar("choice", choices=get_args(annotation))
    if annotation is date and (day := _day(metadata)):
        return Scalar(day)
    if annotation is bool:
        return Scalar("yes_no")
    if annotation in (int, Decimal):
        return _number("whole" if annotation is int else "decimal", metadata)
    if annotation is not str:
        raise TypeError(f"no shape is known of {annotation}")
    pattern = _text_pattern(metadata)
    if pattern is None:
        return Scalar("word" if _is_never_empty(metadata) else "any_text")
    return Scalar("id" if pattern == _ID else "pattern", pattern)


_DAYS: tuple[tuple[Any, Kind], ...] = (
    (FirstDay, "first_day"),
    (LastDay, "last_day"),
    (OneDay, "one_day"),
    (DayOfYear, "day_of_year"),
)


def _day(metadata: tuple[Any, ...]) -> Kind | None:
    for alias, kind in _DAYS:
        if get_args(alias)[1] in metadata:
            return kind
    return None


def _number(kind: Kind, metadata: tuple[Any, ...]) -> Scalar:
    least = next((int(str(each.ge)) for each in metadata if isinstance(each, Ge)), None)
    above = next((int(str(each.gt)) for each in metadata if isinstance(each, Gt)), None)
    most = next((int(str(each.le)) for each in metadata if isinstance(each, Le)), None)
    return Scalar(kind, least=least, more_than=above, most=most)


def _text_pattern(metadata: tuple[Any, ...]) -> str | None:
    for each in metadata:
        if pattern := getattr(each, "pattern", None):
            return str(pattern)
    return None


def _is_never_empty(metadata: tuple[Any, ...]) -> bool:
    return any(getattr(each, "min_length", None) for each in metadata)


_ID = _text_pattern(get_args(Identifier)[1:])
