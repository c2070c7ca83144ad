"""Days, months and years as a town hall counts and writes them (日付・元号・年度)."""

from stdmig.dates.difference import Difference, difference
from stdmig.dates.era import ERAS, era_of
from stdmig.dates.fiscal import (
    fiscal_year,
    fiscal_year_end,
    fiscal_year_start,
    months_by_fiscal_year,
    split_by_fiscal_year,
)
from stdmig.dates.holidays import holiday_data, holidays_announced, national_holidays
from stdmig.dates.month_names import month_list, shown_month_day
from stdmig.dates.months import months
from stdmig.dates.parse import FIRST_DAY, LAST_DAY, parse_period
from stdmig.dates.period import Period
from stdmig.dates.rule import Rule, latest
from stdmig.dates.sessions import ending_with_vote, next_of
from stdmig.dates.show import (
    ShownDay,
    ShownFiscalYear,
    ShownLongDay,
    ShownMonth,
    as_typed,
    padded,
    shown,
    shown_fiscal_year,
    shown_fiscal_year_long,
    shown_long,
    shown_month,
    shown_weekday,
)
from stdmig.dates.windows import Window, fits, within
from stdmig.dates.working_days import DayOff, WorkCalendar
from stdmig.dates.yearly import (
    DayOfYear,
    Span,
    day_in,
    day_on_or_after,
    day_on_or_before,
    span_closing_from,
    span_closing_in,
)

__all__ = [
    "ERAS",
    "FIRST_DAY",
    "LAST_DAY",
    "DayOfYear",
    "DayOff",
    "Difference",
    "Period",
    "Rule",
    "ShownDay",
    "ShownFiscalYear",
    "ShownLongDay",
    "ShownMonth",
    "Span",
    "Window",
    "WorkCalendar",
    "as_typed",
    "day_in",
    "day_on_or_after",
    "day_on_or_before",
    "difference",
    "ending_with_vote",
    "era_of",
    "fiscal_year",
    "fiscal_year_end",
    "fiscal_year_start",
    "fits",
    "holiday_data",
    "holidays_announced",
    "latest",
    "month_list",
    "months",
    "months_by_fiscal_year",
    "national_holidays",
    "next_of",
    "padded",
    "parse_period",
    "shown",
    "shown_fiscal_year",
    "shown_fiscal_year_long",
    "shown_long",
    "shown_month",
    "shown_month_day",
    "shown_weekday",
    "span_closing_from",
    "span_closing_in",
    "split_by_fiscal_year",
    "within",
]
