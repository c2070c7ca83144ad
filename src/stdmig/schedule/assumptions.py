"""What the plan leans on although no source states it (前提)."""

from __future__ import annotations

from stdmig.schedule.assumed_assessments import assumed_assessments
from stdmig.schedule.assumed_likely import assumed_likely
from stdmig.schedule.assumed_procedure import assumed_procedure
from stdmig.schedule.assumed_purchases import assumed_purchases
from stdmig.schedule.assumed_records import assumed_records
from stdmig.schedule.assumed_votes import assumed_votes
from stdmig.schedule.assumed_year import assumed_year
from stdmig.schedule.assumption import Assumption
from stdmig.schedule.plan import Plan


def assumptions(plan: Plan) -> tuple[Assumption, ...]:
    """Return what is assumed: the municipality's facts first, then the procedure's."""
    return (
        *assumed_purchases(plan),
        *assumed_records(plan),
        *assumed_assessments(plan),
        *assumed_votes(plan),
        *assumed_procedure(plan),
        *assumed_likely(plan),
        *assumed_year(plan),
    )
