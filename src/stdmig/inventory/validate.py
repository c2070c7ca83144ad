"""Values with positions to typed objects, every fault with its place (検証)."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.document import Document, Path
from stdmig.inventory.many_faults import MOST_KEPT, more
from stdmig.inventory.quoted import quoted
from stdmig.words import Text, count, text

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)


def validate(
    document: Document, model: type[Model]
) -> tuple[Model | None, list[Diagnostic]]:
    """
    Check a document against the shape of its file.

    A file whose only faults are keys that nobody knows is typed without them, so that
    what its other keys name can be checked in the same run.

    Returns
    -------
    The typed file, or None, and every fault: ``STD005`` unknown key, ``STD006``
    missing key, ``STD007`` wrong value, ``STD008`` impossible date, ``STD009`` end
    before start, ``STD013`` unknown schema.
    """
    try:
        return model.model_validate(document.root), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        faults = _faults(document, model, details)
        if any(detail["type"] != "extra_forbidden" for detail in details):
            return None, faults
    try:
        return model.model_validate(document.root, extra="ignore"), faults
    except ValidationError as error:
        # What is wrong with a whole mapping shows once its unknown keys are read past.
        return None, faults + _faults(document, model, error.errors(include_url=False))


def _faults(
    document: Document, model: type[BaseModel], details: list[ErrorDetails]
) -> list[Diagnostic]:
    """Return the faults; to find the places of very many would take too long."""
    real = [detail for detail in details if not _counts_sound_entries(detail)]
    faults = [_diagnostic(document, model, detail) for detail in real[:MOST_KEPT]]
    if left := real[MOST_KEPT:]:
        faults.append(more(len(left), document.locate(left[0]["loc"])))
    return faults


def _counts_sound_entries(detail: ErrorDetails) -> bool:
    """Return whether a list is called too short only since its entries are at fault."""
    return detail["type"] == "too_short" and bool(detail["input"])


def _diagnostic(
    document: Document, model: type[BaseModel], detail: ErrorDetails
) -> Diagnostic:
    path: Path = detail["loc"]
    kind = detail["type"]
    context = detail.get("ctx", {})
    if kind == "extra_forbidden":
        message = text("unknown key '{key}'", key=quoted(path[-1]))
        hint = _nearest(str(path[-1]), _known_keys(model, path[:-1]))
        where = document.locate(path, key=True)
        return Diagnostic("STD005", message, where, hint)
    if kind == "missing":
        message = text("the key '{key}' is missing", key=path[-1])
        return Diagnostic(
            "STD006", message, document.locate(path), _schema(model, path)
        )
    if kind == "stdmig":
        key = context["key"]
        where = document.locate((*path, key) if key else path)
        return Diagnostic(context["code"], context["text"], where)
    value = detail["input"]
    if path == ("schema",) and isinstance(value, str):
        message = text(
            "this file says schema '{value}'; this version reads {expected}",
            value=quoted(value),
            expected=context.get("expected", "?"),
        )
        return Diagnostic("STD013", message, document.locate(path))
    message = _wrong_value(kind, value, context)
    help_ = _schema(model, path) or _spelling(kind, value)
    return Diagnostic("STD007", message, document.locate(path), help_)


def _schema(model: type[BaseModel], path: Path) -> Text | None:
    """Return which schema line the file needs, where that is what is wrong."""
    if path != ("schema",):
        return None
    (schema,) = get_args(model.model_fields["schema_id"].annotation)
    return text("write 'schema: {schema}' at the top", schema=schema)


def _spelling(kind: str, value: Any) -> Text | None:
    """Return how to write what was nearly right."""
    if not isinstance(value, str):
        return None
    if kind in _MAPPING_WANTED:
        return text("write a half-width ':' and a space after each key")
    if kind in _INTEGER_WANTED:
        return text("write half-width digits only, such as 1200000")
    if kind in _DECIMAL_WANTED:
        return text("write half-width digits only, such as 10 or 0.5")
    return None


def _wrong_value(kind: str, value: Any, context: dict[str, Any]) -> Text:
    if value is None:
        return text("a value is missing here")
    if kind in _MAPPING_WANTED:
        return text("'key: value' lines are wanted here")
    if kind in ("list_type", "tuple_type"):
        return text("a list ('- ' lines) is wanted here")
    if kind in ("string_too_short", "too_short"):
        return text("this must not be empty")
    if kind == "too_long":
        return text("at most {limit} entries are read", limit=context["max_length"])
    if isinstance(value, (dict, list)):
        return text("a single value is wanted here")
    shown = quoted(value)
    if kind in _INTEGER_WANTED:
        return text("'{value}' is not a whole number", value=shown)
    if kind in _DECIMAL_WANTED:
        return text("'{value}' is not a number", value=shown)
    match kind:
        case "literal_error":
            # The list comes with an English "or" before its last entry.
            expected = context["expected"].replace(" or ", ", ")
            return text(
                "'{value}' is none of {expected}", value=shown, expected=expected
            )
        case "decimal_max_places":
            return count(
                "{value} has more than {n} decimal place",
                "{value} has more than {n} decimal places",
                context["decimal_places"],
                value=shown,
            )
        case "bool_parsing" | "bool_type":
            return text("'{value}' is neither true nor false", value=shown)
        case "greater_than_equal":
            return text("{value} is less than {ge}", value=shown, ge=context["ge"])
        case "greater_than":
            return text("{value} is not more than {gt}", value=shown, gt=context["gt"])
        case "less_than_equal":
            return text("{value} is more than {le}", value=shown, le=context["le"])
        case "string_pattern_mismatch":
            return _PATTERNS.get(
                context["pattern"], text("'{value}' cannot stand here", value=shown)
            )
        case "string_too_long":
            limit = context["max_length"]
            return text("the text is longer than {limit} characters", limit=limit)
    return text("'{value}' cannot stand here", value=shown)


_MAPPING_WANTED = frozenset({"model_type", "dict_type", "model_attributes_type"})
_INTEGER_WANTED = frozenset(
    {"int_parsing", "int_type", "int_parsing_size", "int_from_float"}
)
_DECIMAL_WANTED = frozenset({"decimal_parsing", "decimal_type", "finite_number"})
_PATTERNS = {
    r"^[^\s@:,]+$": text("an id has no spaces and none of the characters @ : ,"),
    r"^[0-9]{6}$": text(
        "a municipality code has six half-width digits, such as 462250"
    ),
    r"^[0-9]{1,3}[a-z]?$": text(
        "an item is named by its number in half-width digits, such as 8 or 14c"
    ),
    r"^[0-9]{1,3}(-[0-9]{1,3})?$": text(
        "a step is named by its number in half-width digits, such as 24 or 1-23"
    ),
    r"^[^\s@]+(@\S(.*\S)?)?$": text(
        "a task is named like 8, 3@juki or 8@PROCUREMENT, with no space beside @"
    ),
}


def _nearest(key: str, known: list[str]) -> Text:
    if "\u3000" in key:
        return text("a full-width space stands here; indent with half-width spaces")
    close = get_close_matches(key, known, n=1, cutoff=0.6)
    if close:
        return text("did you mean '{key}'?", key=close[0])
    return text("known here: {keys}", keys=", ".join(known))


def _known_keys(model: type[BaseModel], path: Path) -> list[str]:
    """Return the keys that the model at `path` knows, by the names in the file."""
    here: Any = model
    for part in path:
        if isinstance(part, str) and part in (names := _fields(here)):
            here = _model_within(names[part])
    return sorted(_fields(here))


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {
        field.alias or name: field.annotation
        for name, field in model.model_fields.items()
    }


def _model_within(annotation: Any) -> type[BaseModel]:
    """Return the model that a field's type holds, through tuples and choices."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _model_within(part)
        if found is not BaseModel:
            return found
    return BaseModel
