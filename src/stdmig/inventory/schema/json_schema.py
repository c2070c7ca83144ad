"""The schema of an input file, for editors (JSON Schemaの作成)."""

from __future__ import annotations

import json

from pydantic import BaseModel

from stdmig.inventory.describe import Told, told_of, told_of_model
from stdmig.inventory.schema.files import InputFile
from stdmig.inventory.schema.notation import form_of
from stdmig.inventory.schema.scalars import BLANK, OFTEN, Schema, scalar_schema
from stdmig.inventory.schema.shape import Kind, Scalar, Shape, models, shapes
from stdmig.inventory.statutory import STATUTORY
from stdmig.inventory.systems import System
from stdmig.words import Style, Text, text

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_SHARED: tuple[Kind, ...] = (
    "word",
    "any_text",
    "id",
    "yes_no",
    "first_day",
    "last_day",
    "one_day",
    "day_of_year",
)


def json_schema(file: InputFile, style: Style) -> Schema:
    """
    Return the JSON Schema (draft 2020-12) of an input file.

    What the file's reader accepts is not flagged by it, as far as the spellings go
    that people use. What only several keys together can say (a span that ends before
    it starts, an id that names nothing) is left to the reader.

    Parameters
    ----------
    file
        Which one.
    style
        Of the person who is shown the titles and descriptions.
    """
    shared: dict[str, Schema] = {}
    whole, *below = models(file.model)
    top = _mapping(whole, style, shared)
    described = {model.__name__: _mapping(model, style, shared) for model in below}
    written = json.dumps([top, described, shared])
    often = {
        name: each for name, each in OFTEN.items() if f'"#/$defs/{name}"' in written
    }
    return {
        "$schema": DRAFT,
        "$id": file.urn,
        **top,
        "$defs": {**described, **dict(sorted({**often, **shared}.items()))},
    }


def _mapping(model: type[BaseModel], style: Style, shared: dict[str, Schema]) -> Schema:
    told, keys = told_of_model(model), shapes(model)
    return {
        "title": told.title.into(style),
        "description": told.meaning.into(style),
        "type": "object",
        "properties": {
            key: {
                **_key(told_of(model, key), shape, style, shared),
                **_offered(model, key, style),
            }
            for key, shape in keys.items()
        },
        "required": [key for key, shape in keys.items() if shape.required],
        "additionalProperties": False,
    }


def _key(told: Told, shape: Shape, style: Style, shared: dict[str, Schema]) -> Schema:
    lines = [line.into(style) for line in _description(told, shape)]
    said = {"title": told.title.into(style), "description": "\n".join(lines)}
    ways = _ways(shape, style, shared)
    if len(ways) == 1:
        return {**said, **ways[0]}
    # An editor shows what it is told innermost; that shall be the key, not its kind.
    models_told = [{**said, **way} if _is_mapping(way) else way for way in ways]
    return {**said, "anyOf": models_told}


def _description(told: Told, shape: Shape) -> list[Text]:
    lines = [told.meaning, text("How to write it: {form}", form=form_of(shape))]
    if told.example:
        lines.append(text("Example: {example}", example=told.example))
    if told.omitted is None:
        lines.append(text("It cannot be left out."))
    else:
        lines.append(text("If left out: {then}", then=told.omitted))
    return lines


def _ways(shape: Shape, style: Style, shared: dict[str, Schema]) -> list[Schema]:
    """Return what may stand behind a key, the way that people choose first."""
    ways: list[Schema] = []
    if shape.scalar is not None:
        ways += _single(shape.scalar, style, shared)
    if shape.model is not None:
        mapping = {"$ref": f"#/$defs/{shape.model.__name__}"}
        # What a shorthand stands for is the long way; a reference is the short one.
        ways.insert(len(ways) if shape.shorthand else 0, mapping)
    if shape.listed:
        items = ways[0] if len(ways) == 1 else {"anyOf": ways}
        many: Schema = {"type": "array", "items": items}
        ways = [many, *ways] if shape.alone else [many]
    return [*ways, BLANK] if shape.blank else ways


def _single(scalar: Scalar, style: Style, shared: dict[str, Schema]) -> list[Schema]:
    main, *more = scalar_schema(scalar, style)
    if scalar.kind not in _SHARED:
        return [main, *more]
    shared.setdefault(scalar.kind, main)
    return [{"$ref": f"#/$defs/{scalar.kind}"}, *more]


def _is_mapping(way: Schema) -> bool:
    name = str(way.get("$ref", "")).rpartition("/")[2]
    return name not in ("", *OFTEN, *_SHARED)


def _offered(model: type[BaseModel], key: str, style: Style) -> Schema:
    """Return what an editor offers beyond the schema: the systems of the law."""
    if model is not System or key != "id":
        return {}
    return {
        "defaultSnippets": [
            {"label": f"{system} {name.into(style)}", "body": system}
            for system, name in STATUTORY.items()
        ]
    }
