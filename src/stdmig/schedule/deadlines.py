"""By when a system must, and means to, be cut over (移行完了期限・完了予定)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.inventory import System, TemplateFile


class Limits(NamedTuple):
    """
    The days that bound a cutover which nobody names.

    Attributes
    ----------
    deadline
        Last day on which it may fall (移行完了期限).
    target
        The day to plan back from: a designated system's own planned completion
        (移行完了予定時期) where it comes before the deadline, else the deadline.
    """

    deadline: date
    target: date


def limits(system: System, template: TemplateFile) -> Limits:
    """
    Return deadline and target of a system.

    The date that is set for a system wins over the general limit of designated
    systems, and that over the general deadline.
    """
    designated = system.designated
    general = template.deadline.date if designated is None else _later(template)
    deadline = system.deadline or general
    completion = designated.completion if designated else None
    return Limits(deadline, min(completion or deadline, deadline))


def _later(template: TemplateFile) -> date:
    return template.designated.deadline
