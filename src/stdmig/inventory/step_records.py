"""How far a system is in the ministry's steps (ステップの進捗)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from stdmig.inventory.fields import (
    Fact,
    Identifier,
    MayBeBlank,
    OneDay,
    OneOrMany,
    Whole,
    fault,
)
from stdmig.words import text

StepSpan = Annotated[str, Field(pattern=r"^[0-9]{1,3}(-[0-9]{1,3})?$")]
"""One step, or steps that follow each other: ``24``, ``1-23``."""

Steps = Annotated[tuple[StepSpan, ...], OneOrMany]

StepCount = Annotated[int, Field(ge=0, le=200), Whole, MayBeBlank]


def numbers(spans: tuple[StepSpan, ...]) -> list[int]:
    """Return the numbers of steps, in the order in which they are written."""
    found: list[int] = []
    for span in spans:
        first, _, last = span.partition("-")
        found += range(int(first), int(last or first) + 1)
    return found


class StepCounts(Fact):
    """How many steps are in which state, where nobody wrote down which ones."""

    done: StepCount = 0
    started: StepCount = 0
    not_applicable: StepCount = 0


class StepRecord(Fact):
    """
    The state of the steps of one system (業務別ステップ別進捗).

    A step that is not named is not begun (未着手).

    Attributes
    ----------
    done, started, not_applicable
        Numbers of the steps that are 完了済み, 作業中 and 対象外.
    counts
        How many steps that is, in place of which ones.
    as_of
        The day on which this was so; unknown where it is not written.
    """

    system: Identifier
    as_of: OneDay | None = None
    done: Steps = ()
    started: Steps = ()
    not_applicable: Steps = ()
    counts: StepCounts | None = None

    @model_validator(mode="after")
    def _one_way(self) -> StepRecord:
        if self.counts and (self.done or self.started or self.not_applicable):
            message = text("give either the steps or their counts")
            raise fault(message, key="counts", code="STD007")
        return self

    @model_validator(mode="after")
    def _upward(self) -> StepRecord:
        for key in ("done", "started", "not_applicable"):
            spans = getattr(self, key)
            if spans and any(numbers((span,))[:1] in ([], [0]) for span in spans):
                message = text("steps are counted upward from 1, such as 1-23")
                raise fault(message, key=key, code="STD007")
        return self
