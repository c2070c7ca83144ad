"""Why a finding does not count against a check (指摘の了承・基準)."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from stdmig.diagnostics import Location


class Suppression(NamedTuple):
    """
    What takes a finding out of the count; it is still told.

    Attributes
    ----------
    kind
        ``accepted`` where somebody wrote down why it may stand, ``baseline`` where
        it was there when the baseline was written.
    reason, by
        As written.
    until
        Last day on which the acceptance holds.
    location
        Where it is written down; None for a baseline.
    """

    kind: Literal["accepted", "baseline"]
    reason: str | None = None
    by: str | None = None
    until: date | None = None
    location: Location | None = None
