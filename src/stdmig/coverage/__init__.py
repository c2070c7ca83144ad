"""Contract arithmetic, once, for rules, budget and views."""

from stdmig.coverage.coverage import Coverage, Gap, UnitCoverage, cover
from stdmig.coverage.extension import STATE_TITLES, Progress

__all__ = ["STATE_TITLES", "Coverage", "Gap", "Progress", "UnitCoverage", "cover"]
