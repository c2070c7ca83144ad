"""Small towns and rules of time that hypothesis can shrink (性質検査の入力)."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date

from hypothesis import strategies as st

from stdmig.dates import Rule, months
from tests.schedule.generator import POLICIES
from tests.schedule.town import Business, Item, Town, Unit

days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
"""Any day of 1990 to 2060."""

NAMES = ("juki", "kojin", "kokuho")


@st.composite
def items(draw: st.DrawFn) -> tuple[Item, ...]:
    """Draw up to seven work items, each after some of those before it."""
    drawn: list[Item] = []
    for place in range(draw(st.integers(1, 7))):
        earlier = st.sampled_from([item.ref for item in drawn] or ["0"])
        shortest = draw(st.integers(0, 7))
        drops = draw(st.sampled_from((None, None, "vendor_stays", "no_assessment")))
        drawn.append(
            Item(
                str(place + 1),
                draw(st.sampled_from(("system", "procurement", "municipality"))),
                shortest,
                shortest + draw(st.integers(0, 6)),
                tuple(draw(st.lists(earlier, unique=True, max_size=3)) * bool(drawn)),
                # Something must remain that a cutover can wait for.
                drops if place else None,
                draw(st.booleans()),
            )
        )
    return tuple(drawn)


@st.composite
def units(draw: st.DrawFn, system: str) -> tuple[Unit, ...]:
    """Draw no, one or two units of a system."""
    return tuple(
        Unit(
            f"{system}-{place}",
            draw(st.sampled_from(POLICIES)),
            draw(st.sampled_from((None, "基幹"))),
            draw(st.sampled_from((None, "wave-1", "wave-2"))),
        )
        for place in range(draw(st.integers(0, 2)))
    )


@st.composite
def towns(draw: st.DrawFn) -> Town:
    """Draw a town of one to three systems, any of its days in 1990 to 2060."""
    work = draw(items())
    followed = {ref for item in work for ref in item.after}
    return Town(
        work,
        tuple(item.ref for item in work if item.ref not in followed),
        tuple(
            Business(
                name,
                draw(units(name)),
                draw(st.sampled_from((None, "none"))),
                draw(st.sampled_from((None, "first"))),
                draw(st.none() | days),
            )
            for name in NAMES[: draw(st.integers(1, 3))]
        ),
        as_of=draw(days),
        deadline=draw(days),
        published=(("first", draw(days)),),
        durations=draw(st.sampled_from(("maximum", "minimum"))),
    )


def open_days(period: int, opens: int, length: int) -> Rule:
    """Return the rule of a window: the next day on which it is open."""

    def rule(day: int) -> int:
        late = (day - opens) % period - length
        return day if late < 0 else day + period - length - late

    return rule


def steps(stops: list[int]) -> Rule:
    """Return the rule that holds each day up until the next stop; none after them."""

    def rule(day: int) -> int:
        place = bisect_left(stops, day)
        # Before the first stop nothing is held, so that every day has an inverse.
        return stops[place] if 0 < place < len(stops) else day

    return rule


def delay(length: int) -> Rule:
    """Return the rule of a fixed number of days."""

    def rule(day: int) -> int:
        return day + length

    return rule


def both(first: Rule, second: Rule) -> Rule:
    """Return one rule after the other."""

    def rule(day: int) -> int:
        return second(first(day))

    return rule


_FIRST, _LAST = date(1985, 1, 1).toordinal(), date(2065, 12, 31).toordinal()

_windows = st.integers(2, 366).flatmap(
    lambda period: st.builds(
        open_days, st.just(period), st.integers(0, 365), st.integers(1, period)
    )
)
_steps = st.lists(st.integers(_FIRST, _LAST), unique=True, max_size=12).map(
    lambda stops: steps(sorted(stops))
)
_plain = _windows | _steps | st.integers(0, 200).map(delay)

rules = _plain | st.builds(both, _plain, _plain)
"""Monotone rules that never lead back: windows, steps, delays, and two in a row."""

task_rules = st.integers(0, 12).map(months) | st.builds(
    both, _windows, st.integers(0, 12).map(months)
)
"""Durations in months, perhaps inside a window."""
