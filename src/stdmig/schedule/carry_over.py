"""When money must be carried over into the next fiscal year (繰越明許費)."""

from __future__ import annotations

from datetime import date

from stdmig.dates import day_in, fiscal_year, fiscal_year_end
from stdmig.inventory import TemplateFile


def carry_over_vote(template: TemplateFile, year: int) -> date:
    """
    Return the day by which the money of a fiscal year must be carried over.

    That is the last vote of the council in the year (地方自治法213条), or the year's
    last day where no sessions are recorded.
    """
    end = fiscal_year_end(year)
    votes = (
        day_in(calendar_year, session.end)
        for session in template.council.sessions
        for calendar_year in (year, year + 1)
    )
    in_year = [day for day in votes if fiscal_year(day) == year]
    return max(in_year, default=end)
