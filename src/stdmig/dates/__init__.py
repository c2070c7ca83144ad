"""Days, months and years as a town hall counts and writes them (日付・元号・年度)."""

from stdmig.dates.difference import Difference, difference
from stdmig.dates.era import ERAS, Era, era_of
from stdmig.dates.fiscal import (
    fiscal_year,
    fiscal_year_end,
    fiscal_year_start,
    months_by_fiscal_year,
    split_by_fiscal_year,
)
from stdmig.dates.months import months
from stdmig.dates.parse import FIRST_DAY, LAST_DAY, parse_period
from stdmig.dates.period import Period
from stdmig.dates.rule import Rule, latest
from stdmig.dates.show import (
    ShownDay,
    ShownFiscalYear,
    ShownLongDay,
    ShownMonth,
    padded,
    shown,
    shown_fiscal_year,
    shown_fiscal_year_long,
    shown_long,
    shown_month,
    shown_weekday,
)

__all__ = [
    "ERAS",
    "FIRST_DAY",
    "LAST_DAY",
    "Difference",
    "Era",
    "Period",
    "Rule",
    "ShownDay",
    "ShownFiscalYear",
    "ShownLongDay",
    "ShownMonth",
    "difference",
    "era_of",
    "fiscal_year",
    "fiscal_year_end",
    "fiscal_year_start",
    "latest",
    "months",
    "months_by_fiscal_year",
    "padded",
    "parse_period",
    "shown",
    "shown_fiscal_year",
    "shown_fiscal_year_long",
    "shown_long",
    "shown_month",
    "shown_weekday",
    "split_by_fiscal_year",
]
