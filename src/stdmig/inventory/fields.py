"""Kinds of values that the files hold: ids, names, days, shares (項目の型)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
)
from pydantic_core import PydanticCustomError, PydanticUseDefault

from stdmig.dates import Period, parse_period, shown
from stdmig.inventory.quoted import quoted
from stdmig.words import Text, text


def _one_line(value: str) -> str:
    return " ".join(value.splitlines()) if "\n" in value or "\r" in value else value


Word = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=1000),
    AfterValidator(_one_line),
]
"""A name or a sentence in one line, without the spaces around it."""

Identifier = Annotated[str, StringConstraints(pattern=r"^[^\s@:,]+$", max_length=100)]
"""What other places refer to: no spaces, and none of ``@ : ,``."""


def _whole(value: Any) -> Any:
    """Refuse what would lose its leading zero and become a number: ``0-0``."""
    if isinstance(value, str) and "-" in value[1:]:
        raise PydanticCustomError("int_parsing", "no whole number")
    return value


Whole = BeforeValidator(_whole)
"""Lets nothing but digits behind a sign be read as a whole number."""

MonthCount = Annotated[int, Field(ge=0, le=120), Whole]
"""A duration in calendar months, ten years at most."""

Amount = Annotated[Decimal, Field(ge=0, le=1000, decimal_places=1)]
"""People or parallel tasks (人数又は並行数), in tenths."""

Yen = Annotated[int, Field(ge=0, le=10**13), Whole]
"""An amount in yen."""

_parse = lru_cache(maxsize=8192)(parse_period)


def fault(message: Text, *, key: str | None = None, code: str) -> PydanticCustomError:
    """
    Return the error that a validator raises for a value that is no use.

    Parameters
    ----------
    message
        What is wrong.
    key
        The key below the model at which the fault stands, where it is not the
        whole.
    code
        Diagnostic code.
    """
    return PydanticCustomError(
        "stdmig", "fault", {"text": message, "key": key, "code": code}
    )


def refuse_reversed(first: date | None, last: date | None, key: str) -> None:
    """
    Raise the fault of a span whose last day lies before its first.

    Parameters
    ----------
    key
        Of the last day.
    """
    if first is None or last is None or first <= last:
        return
    message = text(
        "the last day {end} lies before the first day {start}",
        end=shown(last),
        start=shown(first),
    )
    raise fault(message, key=key, code="STD009")


def _period(value: Any) -> Period:
    if isinstance(value, date):
        return Period(value, value)
    if not isinstance(value, str):
        raise fault(text("a date is wanted here, such as 2024-09-30"), code="STD007")
    period = _parse(value)
    if isinstance(period, Text):
        raise fault(period, code="STD008")
    return period


def _first_day(value: Any) -> date:
    return _known_first(value) if type(value) is str else _period(value).first


def _last_day(value: Any) -> date:
    return _known_last(value) if type(value) is str else _period(value).last


def _one_day(value: Any) -> date:
    return _known_day(value) if type(value) is str else _single_day(value)


def _single_day(value: Any) -> date:
    period = _period(value)
    if period.is_month:
        message = text(
            "a day is wanted here, not a month: '{value}'", value=quoted(value)
        )
        raise fault(message, code="STD008")
    return period.first


# The same days stand in file after file; what is no date is not remembered.
_known_first = lru_cache(maxsize=8192)(lambda value: _period(value).first)
_known_last = lru_cache(maxsize=8192)(lambda value: _period(value).last)
_known_day = lru_cache(maxsize=8192)(_single_day)


def _day_of_year(value: Any) -> tuple[int, int]:
    """Read month and day against a leap year, so that 02-29 is allowed."""
    if not isinstance(value, str):
        raise fault(text("a day of the year is wanted here: MM-DD"), code="STD007")
    for leap_year in ("2024-", "2024/", "2024年"):
        period = _parse(leap_year + value)
        if isinstance(period, Period) and not period.is_month:
            return period.first.month, period.first.day
    message = text(
        "'{value}' is no day of the year; write it like 09-30 or 9月30日",
        value=quoted(value),
    )
    raise fault(message, code="STD008")


FirstDay = Annotated[date, PlainValidator(_first_day)]
"""A start or a cutover: a month means its first day."""

LastDay = Annotated[date, PlainValidator(_last_day)]
"""An end, a deadline or a publication: a month means its last day."""

OneDay = Annotated[date, PlainValidator(_one_day)]
"""A day of the calendar; a month is not enough."""

DayOfYear = Annotated[tuple[int, int], PlainValidator(_day_of_year)]
"""Month and day of every year: ``09-30``, ``9/30`` or 9月30日."""


def _one_or_many(value: Any) -> Any:
    return value if isinstance(value, list) else () if value is None else (value,)


OneOrMany = BeforeValidator(_one_or_many)
"""Lets a list of one be written without its brackets, and an empty one as blank."""


def _default_where_blank(value: Any) -> Any:
    if value is None:
        raise PydanticUseDefault
    return value


MayBeBlank = BeforeValidator(_default_where_blank)
"""Lets a key whose value is not known yet stand without one."""


# Sets of the keys that facts were given: there are few, and no fact is changed.
_KEPT: dict[frozenset[str], set[str]] = {}


class Fact(BaseModel):
    """
    A mapping in a file, which may say where it is from and who confirmed it.

    Attributes
    ----------
    source
        Where the fact stands (出典).
    confirmed_by, confirmed_on
        Who checked it, and when (確認者・確認日).
    assumed
        Whether no source states it (推定). A plan that leans on it says so.
    note
        A remark for the reader of the file.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    source: Word | None = None
    confirmed_by: Word | None = None
    confirmed_on: OneDay | None = None
    assumed: Annotated[bool, MayBeBlank] = False
    note: Word | None = None

    def model_post_init(self, context: object, /) -> None:
        """Keep the names of the given keys once for all facts that were given them."""
        given = self.__pydantic_fields_set__
        kept = _KEPT.setdefault(frozenset(given), given)
        object.__setattr__(self, "__pydantic_fields_set__", kept)


@dataclass(frozen=True, slots=True)
class Widened:
    """
    Reads a bare value as a mapping with one key (略記).

    Attributes
    ----------
    key
        The key that the bare value is taken for.
    """

    key: str

    def __call__(self, value: Any) -> Any:
        """Return the mapping that a bare value stands for."""
        return {self.key: value} if isinstance(value, str) else value


def shorthand(key: str) -> BeforeValidator:
    """
    Return a validator that reads a bare value as a mapping with one key.

    So ``deadline: 2026-03-31`` and ``deadline: {date: 2026-03-31}`` are the same.
    """
    return BeforeValidator(Widened(key))
