"""steps.yaml: the steps that the ministry counts (手順書のステップ)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from stdmig.inventory.fields import Fact, MayBeBlank, Whole, Word
from stdmig.inventory.procedures import ItemRef

StepNumber = Annotated[int, Field(ge=1, le=200), Whole]
"""The number of a step (ステップの番号), from 1."""


class Step(Fact):
    """
    One of the steps by which the ministry counts progress (ステップ).

    Attributes
    ----------
    number
        Its number in the ministry's manual (手順書).
    name
        What the manual calls it.
    item
        The work item to which it belongs, if that is known.
    """

    number: StepNumber
    name: Word
    item: ItemRef | None = None


class StepsFile(Fact):
    """
    The whole of ``steps.yaml``.

    The packaged one names only those steps that a public source names; the table of
    a municipality, or of its prefecture, takes its place.

    Attributes
    ----------
    count
        How many steps there are for each system: 40 by the ministry's definition of
        its rate of completion (総務省 dashboard_00001.html).
    steps
        Those that are known by name.
    """

    schema_id: Literal["stdmig.steps/1"] = Field(alias="schema")
    count: StepNumber
    steps: Annotated[tuple[Step, ...], MayBeBlank] = ()
