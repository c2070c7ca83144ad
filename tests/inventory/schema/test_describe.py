"""Every key of every file is told in words, and nothing else (項目の説明)."""

from __future__ import annotations

from typing import get_args

import pytest
from pydantic import BaseModel

from stdmig.inventory.contracts import Span
from stdmig.inventory.describe import TOLD, told_of
from stdmig.inventory.describe.choices import CHOICES
from stdmig.inventory.fields import Fact
from stdmig.inventory.procedures import Titled
from stdmig.inventory.schema.files import INPUT_FILES
from stdmig.inventory.schema.notation import fault_of, form_of
from stdmig.inventory.schema.shape import Kind, models, shapes
from tests.helpers import ENGLISH

MODELS = tuple(
    dict.fromkeys(each for file in INPUT_FILES for each in models(file.model))
)
BASES: tuple[type[BaseModel], ...] = (Fact, Span, Titled)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_has_its_words(model: type[BaseModel]) -> None:
    """A key has a title, a meaning, a way to write it; or what holds without it."""
    for key, shape in shapes(model).items():
        told = told_of(model, key)
        for words in (told.title, told.meaning, form_of(shape)):
            assert words.into(ENGLISH).strip(), key
        # What must not be left out has nothing that holds without it.
        assert (told.omitted is None) == shape.required, key


def test_no_words_are_left_over() -> None:
    """Who takes a key or a mapping away takes its words away too."""
    assert set(TOLD) == {*MODELS, *BASES}
    for model, told in TOLD.items():
        assert set(told.keys or ()) <= set(shapes(model)), model.__name__


def test_every_value_of_a_choice_is_told() -> None:
    """The values of a key have words, one for each; a schema's name needs none."""
    chosen = {
        shape.scalar.choices
        for model in MODELS
        for shape in shapes(model).values()
        if shape.scalar is not None and shape.scalar.kind == "choice"
    }
    names = {(file.schema_id,) for file in INPUT_FILES}
    assert chosen - names == set(CHOICES)
    for values, words in CHOICES.items():
        assert len(values) == len(words)


def test_examples_are_read() -> None:
    """What stands as an example is read by the model whose key it explains."""
    for model in MODELS:
        for key, shape in shapes(model).items():
            example = told_of(model, key).example
            if example is None or shape.scalar is None or shape.listed:
                continue
            if shape.scalar.kind == "choice":
                assert example in shape.scalar.choices, (model.__name__, key)


def test_every_kind_of_value_has_its_fault() -> None:
    """Whatever is written wrongly, an editor says how to write it."""
    faults = {
        shape.scalar.kind: fault_of(shape.scalar).into(ENGLISH)
        for model in MODELS
        for shape in shapes(model).values()
        if shape.scalar is not None and shape.scalar.kind != "choice"
    }
    assert set(faults) == set(get_args(Kind)) - {"choice"}
    assert all(faults.values())
