"""What the budget has to do with a date, in one sentence (予算と日付)."""

from __future__ import annotations

from datetime import date

from stdmig.dates import shown, shown_fiscal_year
from stdmig.schedule import Step
from stdmig.words import Text, text


def money_words(step: Step) -> Text | None:
    """Return what ties a step to its budget, or None where nothing does."""
    if step.funding is None:
        return None
    role, occasion = step.task.item.role, step.funding.occasion
    year = shown_fiscal_year(occasion.fiscal_year)
    if role == "budget_request":
        if occasion.way.kind == "ordinary":
            return text(
                "{way} of {year}: requests are taken {opens} to {closes}",
                way=occasion.way.title,
                year=year,
                opens=_day(occasion.opens),
                closes=_day(occasion.closes),
            )
        return text(
            "{way} ({year}): requests are taken until {closes}",
            way=occasion.way.title,
            year=year,
            closes=_day(occasion.closes),
        )
    if role == "rfp" and step.funding.tendered is not None:
        return text(
            "proposals can be asked for from {day}, when the money is in sight",
            day=_day(step.funding.tendered),
        )
    if role == "contract" and not step.funding.in_time:
        return text(
            "money of {year} lapses on {lapses}: it must be asked for again",
            year=year,
            lapses=_day(occasion.lapses),
        )
    if role == "contract":
        return text(
            "money of {year}: voted {voted}, can be used from {usable}",
            year=year,
            voted=_day(occasion.voted),
            usable=_day(occasion.usable),
        )
    return None


def _day(ordinal: int) -> object:
    return shown(date.fromordinal(ordinal))
