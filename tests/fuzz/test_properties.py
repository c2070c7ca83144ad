"""What holds for any text and any structure in a file (入力の性質)."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from stdmig.inventory import FAULTS, Source, Sources, load
from tests.fuzz.yaml_tree import Pairs, bytes_of, tree_from, tree_of
from tests.helpers import ENGLISH, packaged

_SCALARS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=20),
    st.integers().map(str),
    st.sampled_from(["stdmig.systems/1", "juki", "2026-03-31", "令和8年3月", "true"]),
)
_KEYS = st.one_of(
    st.sampled_from(
        ["schema", "municipality", "systems", "units", "contracts", "name", "id", "end"]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=5),
)
_TREES: st.SearchStrategy[Any] = st.recursive(
    _SCALARS,
    lambda below: st.one_of(
        st.lists(below, max_size=4), st.dictionaries(_KEYS, below, max_size=5)
    ),
    max_leaves=20,
)


def _hold_faults(data: bytes) -> None:
    """Check that a file is read, or that each fault has a code, words and a place."""
    others = packaged("procedures.yaml"), packaged("schedule_template.yaml")
    inventory, faults = load(Sources(Source("systems.yaml", data), *others))
    assert (inventory is None) == bool(faults)
    lines = max(1, len(data.decode("utf-8", "replace").splitlines()))
    for fault in faults:
        assert fault.code in FAULTS
        assert fault.message.into(ENGLISH)
        assert 1 <= fault.location.line <= lines
        assert fault.location.column >= 1


@settings(max_examples=150)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_told_with_a_place(data: bytes) -> None:
    """No sequence of bytes is an exception."""
    _hold_faults(data)


@settings(max_examples=150)
@given(st.text(alphabet="ab:-[]{}#&*!|>%@\"'\n ,?~<=\t　", max_size=60))
def test_any_syntax_is_read_or_told_with_a_place(written: str) -> None:
    """Nor is any row of the marks of YAML."""
    _hold_faults(f"schema: stdmig.systems/1\n{written}".encode())


@settings(max_examples=150)
@given(st.dictionaries(_KEYS, _TREES, max_size=5))
def test_any_structure_is_read_or_told_with_a_place(tree: dict[str, Any]) -> None:
    """Nor is any structure below the keys of the file."""
    whole = {"schema": "stdmig.systems/1", "municipality": {"name": "市"}} | tree
    _hold_faults(json.dumps(whole, ensure_ascii=False).encode("utf-8", "replace"))


@settings(max_examples=100)
@given(
    st.dictionaries(st.text("abc課", min_size=1), _TREES, min_size=1),
    st.integers(0),
)
def test_a_spoiled_tree_is_written_as_it_is_meant(
    tree: dict[str, Any], seed: int
) -> None:
    """What the mutators write says what they made: their trees survive the file."""
    made = tree_from(tree)
    written = bytes_of(made, Random(seed))
    assert yaml.compose(written.decode("utf-8", "surrogatepass")) is not None
    assert isinstance(tree_of(written), Pairs)
    assert tree_of(written) == made
