"""All dates of one task as people see them: the last day is inside (作業の日付)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class TaskDates(NamedTuple):
    """
    The dates of a task; every finish is its last day.

    Attributes
    ----------
    planned_start, planned_finish
        What the outputs show (計画日).
    late_start, late_finish
        Safe plan, backward from the cutover (最遅開始・最遅終了).
    last_chance_start
        After it the cutover cannot be kept (最短日程での着手期限).
    early_start, early_finish
        Safe plan, forward from the as-of date (最早開始・最早終了).
    earliest_start
        Forward with minimum durations (最短).
    """

    planned_start: date
    planned_finish: date
    late_start: date
    late_finish: date
    last_chance_start: date
    early_start: date
    early_finish: date
    earliest_start: date


DATE_FIELDS = TaskDates._fields
"""Names of the dates, in the order of the machine contract."""
