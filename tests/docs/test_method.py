"""The figures of the page about the method, held against the program."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pytest
from markdown_it import MarkdownIt

from stdmig.coverage.gap import gap_between
from stdmig.coverage.notice import notice_day
from stdmig.dates import Window, ending_with_vote, latest, months, parse_period, within
from stdmig.inventory import Inventory
from stdmig.risk.grid import DAY as PARTS
from stdmig.risk.grid import MONTH, grid
from stdmig.schedule.budget_way import budget_ways
from stdmig.schedule.money_at_hand import money_from
from stdmig.words import Text
from stdmig.workspace import Request, find_system, find_tasks, open_workspace
from tests.docs.page import text_of
from tests.screens import sample_city
from tests.slips import asahi, slipped

DAY = timedelta(days=1)
PAGES = ("docs/method.md", "docs/method.ja.md")
VOTES = ((3, 31), (6, 30), (9, 30), (12, 31))
REQUESTS = Window((9, 1), (10, 31))

Row = list[str]


def _day(written: str) -> date:
    period = parse_period(written)
    assert not isinstance(period, Text), written
    return period.first


def _rows(page: str) -> dict[str, list[Row]]:
    """Return the rows of the tables of a page that are to be checked, by their name."""
    found: dict[str, list[Row]] = {}
    name = ""
    body = False
    for token in MarkdownIt().enable("table").parse(text_of(page)):
        if token.type == "html_block" and "checked:" in token.content:
            name = token.content.split()[2]
        elif token.type in ("tbody_open", "tbody_close"):
            body = token.type == "tbody_open"
            name = name if body else ""
        elif token.type == "tr_open" and body and name:
            found.setdefault(name, []).append([])
        elif token.type == "inline" and body and name:
            found[name][-1].append(token.content)
    return found


def _months(first: str, count: str, last: str) -> None:
    finish = months(int(count))(_day(first).toordinal())
    assert date.fromordinal(finish) - DAY == _day(last)


def _latest(over: str, count: str, start: str, last: str) -> None:
    rule = months(int(count))
    found = latest(rule, (_day(over) + DAY).toordinal())
    assert date.fromordinal(found) == _day(start)
    assert date.fromordinal(rule(found)) - DAY == _day(last)


def _votes(first: str, count: str, last: str) -> None:
    finish = ending_with_vote(int(count), VOTES)(_day(first).toordinal())
    assert date.fromordinal(finish) - DAY == _day(last)


def _window(ready: str, first: str, last: str) -> None:
    rule = within(REQUESTS, months(2))
    finish = rule(_day(ready).toordinal())
    assert date.fromordinal(finish) - DAY == _day(last)
    assert date.fromordinal(latest(rule, finish)) == _day(first)


def _sample() -> Inventory:
    inventory, faults = open_workspace(Request(sample=True))
    assert inventory is not None, faults
    return inventory


_WAYS = {"当初予算": "ordinary", "6月定例会": "june", "12月定例会": "december"}


def _money(asked: str, budget: str, voted: str, usable: str, lapses: str) -> None:
    (way,) = (
        each
        for each in budget_ways(_sample().template)
        if each.id == _WAYS.get(budget, budget)
    )
    found = way.occasion(_day(asked).toordinal())
    days = (found.voted, found.usable, found.lapses)
    assert tuple(map(date.fromordinal, days)) == (
        _day(voted),
        _day(usable),
        _day(lapses),
    )


def _again(budget: str, asked: str, as_of: str, ready: str, begins: str) -> None:
    ways = tuple(
        each
        for each in budget_ways(_sample().template)
        if each.id == _WAYS.get(budget, budget)
    )
    over = None if asked in ("not yet", "未要求") else (_day(asked) + DAY).toordinal()
    rule = money_from(ways, over, _day(as_of).toordinal())
    assert date.fromordinal(rule(_day(ready).toordinal())) == _day(begins)


def _float(late: str, early: str, total: str) -> None:
    plan = sample_city().plan
    system = find_system(plan.inventory, "kojin")
    assert system is not None
    (place,) = find_tasks(plan, system, "12")
    dates = plan.dates(place)
    assert (dates.late_start, dates.early_start) == (_day(late), _day(early))
    assert plan.total_float(place) == int(total)


def _gap(
    last: str, cutover: str, first: str, end: str, days: str, by_year: str
) -> None:
    gap = gap_between(_day(last), _day(cutover) - DAY)
    assert gap is not None
    assert (gap.start, gap.end, gap.days) == (_day(first), _day(end), int(days))
    parts = (part.split(":") for part in by_year.split(","))
    assert gap.months_by_year == {int(year): int(count) for year, count in parts}


def _notice(last: str, count: str, by: str) -> None:
    assert notice_day(_day(last), int(count)) == _day(by)


def _slip(system: str, *days: str) -> None:
    """Hold the slip of one system against the municipality of the tests."""
    (found,) = (each for each in slipped(asahi()).systems if each.id == system)
    told = found.early_before, found.early, found.earliest, found.forecast
    assert [date.fromordinal(day) for day in told] == [_day(day) for day in days]


def _parts(first: str, count: str, last: str) -> None:
    begun = _day(first).toordinal()
    days = grid(begun, begun + 400)
    finish = days.finish(np.array([days.at(begun)]), parts_of(float(count)))
    assert date.fromordinal(int(days.days(finish)[0])) - DAY == _day(last)


def parts_of(count: float) -> int:
    """Return a duration in months as the samples hold it."""
    whole, more = divmod(count, 1)
    return int(whole) * MONTH + int(more * PARTS)


CHECKS: dict[str, Callable[..., None]] = {
    "months": _months,
    "latest": _latest,
    "votes": _votes,
    "window": _window,
    "money": _money,
    "again": _again,
    "float": _float,
    "gap": _gap,
    "notice": _notice,
    "parts": _parts,
    "slip": _slip,
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", CHECKS)
def test_figures_are_those_of_the_program(page: str, name: str) -> None:
    """Each row of a worked example is what the rule of that name gives."""
    for row in _rows(page)[name]:
        CHECKS[name](*row)


def test_both_pages_have_the_same_examples() -> None:
    """No table is left unchecked, and none has fewer rows in the other language."""
    english, japanese = map(_rows, PAGES)
    assert english.keys() == CHECKS.keys()
    assert {name: len(rows) for name, rows in english.items()} == {
        name: len(rows) for name, rows in japanese.items()
    }
