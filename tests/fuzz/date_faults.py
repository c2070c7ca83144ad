"""Days that no calendar has, or no plan can keep (日付の誤り)."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tests.fuzz.files import Files

_DAY = re.compile(
    "[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|(?:令和|平成|R)[元0-9]+[年.][0-9]+(?:月(?:[0-9]+日)?|[.][0-9]+)"
)
_DAY_OF_YEAR = re.compile('(?<=")[0-9]{2}-[0-9]{2}(?=")|[0-9]+月[0-9]+日(?=")')
_IMPOSSIBLE = (
    *("0001-01-01", "0001-01", "9999-12-31", "9999-12", "1926-12-24", "2200-01-01"),
    *(
        "令和0年1月1日",
        "平成40年4月1日",
        "令和元年4月30日",
        "昭和64年1月8日",
        "明治5年1月1日",
    ),
    *("大正16年1月1日", "R1.4.30", "H31.5.1", "S99.1.1", "R0.1", "令和99年13月1日"),
    *("令和8年2月29日", "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10"),
    *("2026-04-31", "0000-01-01", "10000-01-01", "-001-01-01", "2026-1-1", "26-01-01"),
    *("2026/03/31", "20260331", "2026-03-31T00:00:00Z", "2026.3.31", "明日", "未定"),
    *("令和八年三月三十一日", "令和８年３月３１日", "㋿8年3月31日", "西暦2026年", "R8"),
    *(
        "令和8年度",
        "2026",
        "2026-W05",
        "2026-090",
        "99999999999-01-01",
        "令和9999999999年",
    ),
)
_POSSIBLE = (
    *("1926-12-25", "1926-12", "2199-12-31", "2199-12", "2199-01-01", "2198-04-01"),
    *(
        "昭和元年12月25日",
        "昭和64年1月7日",
        "平成31年4月30日",
        "令和元年5月1日",
        "令和181年12月31日",
    ),
    *(
        "令和元年5月",
        "R1.5.1",
        "2024-02-29",
        "令和6年2月29日",
        "2028-02-29",
        "2000-02-29",
    ),
    *("1927-01-01", "1970-01-01", "2038-01-19", "2100-02-28", "2060-01", "2026-03-31"),
    *("2019-04-30", "2026-03", "2025-12-31", "2026-01-01", "2031-03-31", "2196-02-29"),
)
_YEAR_DAYS = (
    *("02-29", "02-30", "13-01", "00-00", "12-31", "01-01", "2月29日", "2月30日"),
    *("末日", "2-1", "0229", "2026-02-10", "", "02-28", "03-31", "04-01"),
)


def _replaced(
    random: Random, text: str, pattern: re.Pattern[str], new: Callable[[str], str]
) -> str:
    found = list(pattern.finditer(text))
    if not found:
        return text
    number = random.choice((1, 1, 1, 2, 3, len(found)))
    chosen = {each.start() for each in random.sample(found, min(number, len(found)))}
    return pattern.sub(
        lambda each: new(each[0]) if each.start() in chosen else each[0], text
    )


def impossible(random: Random, text: str) -> str:
    """Write days that do not exist."""
    return _replaced(random, text, _DAY, lambda _: random.choice(_IMPOSSIBLE))


def far(random: Random, text: str) -> str:
    """Write days at the ends of the calendar, of eras and of Februaries."""
    return _replaced(random, text, _DAY, lambda _: random.choice(_POSSIBLE))


def other_day(random: Random, text: str) -> str:
    """Write any day of the years around."""

    def new(_: str) -> str:
        year, month = random.randint(2010, 2045), random.randint(1, 12)
        day = random.randint(1, 31)
        if random.random() < 0.5:
            return f"{year}-{month:02}-{day:02}"
        return f"令和{max(1, year - 2018)}年{month}月{day}日"

    return _replaced(random, text, _DAY, new)


def month_for_day(random: Random, text: str) -> str:
    """Write a month where a day stands."""

    def new(day: str) -> str:
        return day[:7] if day[4:5] == "-" else day.partition("月")[0] + "月"

    return _replaced(random, text, _DAY, new)


def swap_days(random: Random, text: str) -> str:
    """Let days change places: ends before starts, spans one over the other."""
    days = [each[0] for each in _DAY.finditer(text)]
    if random.random() < 0.5:
        days.reverse()
    else:
        random.shuffle(days)
    return _DAY.sub(lambda _: days.pop(), text)


def one_day(random: Random, text: str) -> str:
    """Write the same day everywhere."""
    day = random.choice((*_POSSIBLE, "2025-04-01"))
    return _DAY.sub(day, text)


def day_of_year(random: Random, text: str) -> str:
    """Write odd days of the year."""
    return _replaced(random, text, _DAY_OF_YEAR, lambda _: random.choice(_YEAR_DAYS))


def one_digit(random: Random, text: str) -> str:
    """Write another digit in a day."""

    def new(day: str) -> str:
        at = random.randrange(len(day))
        return day[:at] + random.choice("0123456789３元年-.") + day[at + 1 :]

    return _replaced(random, text, _DAY, new)


KINDS: tuple[Callable[[Random, str], str], ...] = (
    *(impossible, far, far, other_day, other_day, other_day, month_for_day),
    *(swap_days, one_day, day_of_year, one_digit),
)


def spoil(random: Random, files: Files) -> str:
    """Spoil days of one file, and return what was done."""
    kind = random.choice(KINDS)
    wanted = _DAY_OF_YEAR if kind is day_of_year else _DAY
    names = [
        name
        for name, data in files.items()
        if name.endswith(".yaml") and wanted.search(data.decode("utf-8", "replace"))
    ]
    if not names:
        return "no days"
    name = random.choice(names)
    text = files[name].decode("utf-8", "surrogateescape")
    files[name] = kind(random, text).encode("utf-8", "surrogateescape")
    return f"{kind.__name__} in {name}"
