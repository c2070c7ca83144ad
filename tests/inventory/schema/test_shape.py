"""The shapes of keys, held against what pydantic says of its models (項目の形)."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from stdmig.inventory.contracts import Contract
from stdmig.inventory.procedures import WorkItem
from stdmig.inventory.schema.files import INPUT_FILES
from stdmig.inventory.schema.shape import Scalar, Shape, models, shapes
from stdmig.inventory.systems import System, Unit
from stdmig.inventory.template import TemplateFile


class _Lenient(GenerateJsonSchema):
    """Says nothing of what only our validators know."""

    def handle_invalid_for_json_schema(self, schema: Any, error_info: str) -> Any:
        return {}

    def emit_warning(self, kind: Any, detail: str) -> None:
        pass


def _told(model: type[BaseModel]) -> dict[str, Any]:
    """Return pydantic's schema of one model, without those below it."""
    whole = model.model_json_schema(schema_generator=_Lenient)
    name = str(whole.get("$ref", "")).rpartition("/")[2]
    found: dict[str, Any] = whole["$defs"][name] if name else whole
    return found


def _enums(schema: Any) -> list[tuple[str, ...]]:
    if isinstance(schema, list):
        return [found for each in schema for found in _enums(each)]
    if not isinstance(schema, dict):
        return []
    if "enum" in schema:
        return [tuple(schema["enum"])]
    if "const" in schema:
        return [(schema["const"],)]
    return [found for each in schema.values() for found in _enums(each)]


@pytest.mark.parametrize("file", INPUT_FILES, ids=lambda file: file.key)
def test_keys_and_values_are_those_of_pydantic(file: Any) -> None:
    """Keys, those that are needed, and the values of choices are the models' own."""
    for model in models(file.model):
        theirs, ours = _told(model), shapes(model)
        assert set(theirs["properties"]) == set(ours), model.__name__
        needed = {key for key, shape in ours.items() if shape.required}
        assert set(theirs.get("required", ())) == needed, model.__name__
        assert theirs["additionalProperties"] is False
        for key, shape in ours.items():
            choices = _enums(theirs["properties"][key])
            if choices:
                assert shape.scalar is not None
                assert shape.scalar.choices in choices, key


def test_what_may_stand_behind_a_key() -> None:
    """A list of one without its list, a shorthand, a reference, a blank."""
    whole = shapes(TemplateFile)
    assert whole["deadline"].shorthand == "date"
    assert whole["deadline"].scalar == Scalar("last_day")
    assert whole["deadline"].required
    assert not whole["deadline"].blank
    contract = shapes(Unit)["contract"]
    assert contract.model is Contract
    assert contract.scalar == Scalar("id", r"^[^\s@:,]+$")
    assert (contract.listed, contract.alone, contract.blank) == (True, True, True)
    assert shapes(System)["cutover"] == Shape(Scalar("first_day"), blank=True)
    assert shapes(WorkItem)["after"].shorthand == "item"


def test_what_every_mapping_may_say_stands_last() -> None:
    """An editor offers a mapping's own keys before the source and the note."""
    keys = list(shapes(Contract))
    common = ["source", "confirmed_by", "confirmed_on", "assumed", "note"]
    assert keys[:3] == ["start", "end", "id"]
    assert keys[-5:] == common
