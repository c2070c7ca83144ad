"""An input of the run by its number: what it began as, its faults, its commands."""

from __future__ import annotations

from random import Random
from types import ModuleType
from typing import NamedTuple

from tests.fuzz import (
    byte_faults,
    date_faults,
    graph_faults,
    structure_faults,
    table_faults,
)
from tests.fuzz.commands import Line, commands
from tests.fuzz.files import Files
from tests.fuzz.seeds import Seed, any_seed

_FAMILIES = (
    *(byte_faults, byte_faults),
    *(structure_faults, structure_faults, structure_faults),
    *(date_faults, date_faults, date_faults),
    *(graph_faults, graph_faults, graph_faults, graph_faults),
)


class Input(NamedTuple):
    """
    One input of the run.

    Attributes
    ----------
    faults
        What was done to the seed, in order.
    files
        The spoiled files.
    lines
        The commands that are run on them.
    """

    seed: Seed
    faults: tuple[str, ...]
    files: Files
    lines: tuple[Line, ...]


def make_input(seed: int, number: int) -> Input:
    """Return the input of a number, the same in every run with the same seed."""
    random = Random(f"stdmig {seed} {number}")
    begun = any_seed(random)
    spoiled = dict(begun.files)
    families: tuple[ModuleType, ...] = _FAMILIES
    if begun.kind == "tables":
        families = (*_FAMILIES[:2], *(table_faults,) * 8)
    faults = [
        random.choice(families).spoil(random, spoiled)
        for _ in range(random.choice((1, 1, 1, 1, 2, 3)))
    ]
    return Input(begun, tuple(faults), spoiled, commands(random, number, begun))
