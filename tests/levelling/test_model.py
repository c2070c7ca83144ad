"""Plans become a problem of months, and choices become dates again (定式化)."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from stdmig.inventory.template import Durations
from stdmig.levelling.checking import check
from stdmig.levelling.checking_loads import Checked
from stdmig.levelling.levelled import Span
from stdmig.levelling.model import Model, model
from stdmig.levelling.problem import Arc
from stdmig.schedule import Plan
from stdmig.words import Style
from tests.helpers import ENGLISH
from tests.levelling.choosing import any_choice
from tests.levelling.small_town import SYSTEMS, TEMPLATE, day, plan_of
from tests.schedule.generator import thousand_towns
from tests.schedule.town import plan_of as plan_town


def starts_of(made: Model, task: str) -> list[str]:
    """Return the starts of a task of the first municipality."""
    part = made.parts[0]
    number = part.places.index(part.plan.network.place_of[task])
    return [date.fromordinal(each.start).isoformat() for each in part.starts[number]]


def test_starts_are_the_first_days_of_the_months_in_between() -> None:
    """With likely durations of two months each, four months of room leave five."""
    made = model([plan_of()], "likely", [{}])
    assert starts_of(made, "1@juki") == [f"2025-0{month}-01" for month in range(4, 9)]
    first = made.problem.activities[0]
    assert (first.starts, first.ends) == ((0, 1, 2, 3, 4), (2, 3, 4, 5, 6))
    assert made.problem.arcs[0] == Arc(0, 2, (0, 1, 2, 3, 4))
    assert (made.problem.periods, made.late, made.scale) == (8, (4, 4, 4, 4), 1)
    assert made.first == 2025 * 12 + 3


def test_first_and_last_day_are_among_the_starts() -> None:
    """An as-of date and a cutover inside a month keep the plain plan among them."""
    template = TEMPLATE.replace("2025-12-01", "2025-09-17")
    made = model([plan_of(template=template, as_of=date(2025, 4, 10))], "maximum", [{}])
    assert starts_of(made, "1@juki") == ["2025-04-10", "2025-04-17"]
    assert starts_of(made, "2@juki") == ["2025-07-10", "2025-07-17"]
    dates = made.spans(made.late)[0]
    assert dates[0] == Span(day(2025, 4, 17), day(2025, 7, 17))


@pytest.mark.parametrize(
    ("durations", "starts"),
    [("minimum", 6), ("likely", 5), ("maximum", 4)],
)
def test_longer_durations_leave_fewer_starts(durations: Durations, starts: int) -> None:
    """Item 1 takes one, two or three of eight months, item 2 two of them."""
    made = model([plan_of()], durations, [{}])
    assert len(starts_of(made, "1@juki")) == starts


def test_resources_of_a_town() -> None:
    """The lead section's peak counts, all sections' squares, and vendors neither."""
    plan = plan_of(
        "lead: {capacity: 2, busy: [{months: [5], capacity: 1}]}\n"
        'vendors: [{vendor: 甲社, items: ["2"], capacity: 1}]'
    )
    lead, juki, kojin, vendor = model([plan], "likely", [{}]).problem.resources
    assert lead.name == "0:lead 企画課"
    assert lead.demands == ((0, 2), (1, 2), (2, 1), (3, 1))
    assert lead.capacity == (2, 1, 2, 2, 2, 2, 2, 2)
    assert [(each.peak, each.squares) for each in (lead, juki, kojin, vendor)] == [
        (True, True),
        (False, True),
        (False, True),
        (False, False),
    ]
    assert (juki.capacity, vendor.demands) == (None, ((2, 1), (3, 1)))


def test_tenths_are_counted_in_tenths() -> None:
    """One capacity with a tenth makes every amount ten times as many units."""
    made = model([plan_of("lead: {capacity: 2.5}")], "likely", [{}])
    lead, juki, *_ = made.problem.resources
    assert (made.scale, lead.capacity, juki.demands) == (10, (25,) * 8, ((0, 10),))


def test_a_vendor_works_for_all_towns_with_one_capacity() -> None:
    """Its tasks of both towns add up, also where only one wrote the capacity down."""
    written = plan_of('vendors: [{vendor: 甲社, items: ["2"], capacity: 3}]')
    made = model([written, plan_of()], "likely", [{}, {}])
    vendor = made.problem.resources[-1]
    assert vendor.demands == ((2, 1), (3, 1), (6, 1), (7, 1))
    assert made.groups[-1].town is None
    assert [made.task(each) for each in (3, 6)] == [(0, 3), (1, 2)]


def test_a_kept_task_leaves_its_neighbours_what_it_leaves() -> None:
    """Item 2 kept in the middle of August lets item 1 end by then."""
    plan = plan_of()
    made = model([plan], "likely", [{2: day(2025, 8, 15)}])
    assert starts_of(made, "2@juki") == ["2025-08-15"]
    assert starts_of(made, "1@juki") == [
        "2025-04-01",
        "2025-05-01",
        "2025-06-01",
        "2025-06-15",
    ]


def test_a_kept_day_that_cannot_be_is_released() -> None:
    """Two kept days that contradict each other: the later task gives way."""
    plan = plan_of()
    made = model([plan], "likely", [{0: day(2025, 7, 1), 2: day(2025, 8, 1)}])
    room = made.parts[0].room
    assert dict(room.kept) == {0: day(2025, 7, 1)}
    assert room.released == ((2, day(2025, 8, 1), day(2025, 9, 1)),)
    assert starts_of(made, "2@juki") == ["2025-09-01", "2025-10-01"]


def test_a_task_without_room_keeps_its_late_dates() -> None:
    """Five months of work in three months are two months short, for both items."""
    template = TEMPLATE.replace("2025-12-01", "2025-07-01")
    made = model([plan_of(template=template)], "maximum", [{}])
    assert starts_of(made, "1@juki") == ["2025-02-01"]
    assert dict(made.parts[0].room.short) == {0: 59, 1: 59, 2: 61, 3: 61}
    # Before the as-of date no month counts any more.
    assert made.problem.activities[0][1:3] == ((0,), (1,))


def test_what_has_begun_is_fixed_and_what_is_over_is_no_activity() -> None:
    """A task under way keeps its first day and its expected end."""
    progress = (
        "schema: stdmig.progress/1\n"
        "tasks:\n"
        "  - {task: 1@juki, status: done, finish: 2025-03-31}\n"
        "  - {task: 1@kojin, status: started, start: 2025-03-10}\n"
    )
    made = model([plan_of(progress=progress)], "likely", [{}])
    assert [each.name for each in made.problem.activities] == [
        "1@kojin",
        "2@juki",
        "2@kojin",
    ]
    assert starts_of(made, "1@kojin") == ["2025-03-10"]
    assert made.problem.activities[0][1:3] == ((0,), (2,))
    assert starts_of(made, "2@kojin")[0] == "2025-05-10"


def wrong(made: Model, durations: Durations, random: Random) -> list[str]:
    """Return what the checker says of a choice drawn at random."""
    dates = made.spans(any_choice(made.problem, random, made.late))
    chosen = [
        Checked(
            part.plan,
            own,
            frozenset(part.room.short),
            part.room.kept,
            frozenset(each.contract for each in part.room.money.lost),
        )
        for part, own in zip(made.parts, dates, strict=True)
    ]
    return [each.into(ENGLISH) for each in check(chosen, durations)]


@pytest.mark.parametrize("first", range(0, 1000, 100))
@pytest.mark.parametrize("durations", ["likely", "maximum", "minimum"])
def test_every_choice_passes_the_checker(first: int, durations: Durations) -> None:
    """Whatever keeps the problem's links keeps the rules of 80 random towns."""
    for number, town in enumerate(thousand_towns()[first : first + 8], first):
        random = Random(number)
        plan = plan_town(town)
        assert wrong(model([plan], durations, [{}]), durations, random) == []
        kept = _kept(plan, random)
        assert wrong(model([plan], durations, [kept]), durations, random) == []


def _kept(plan: Plan, random: Random) -> dict[int, int]:
    """Return days for some tasks, of which some cannot be kept."""
    places = [
        place for place in range(len(plan.tasks)) if place not in plan.safe.settled
    ]
    return {
        place: plan.planned.start[place] + random.randint(-100, 20)
        for place in random.sample(places, min(4, len(places)))
    }


def test_names_with_marks_stay_whole() -> None:
    """The names of sections go into the problem as they are."""
    systems = SYSTEMS.replace("税務課", '"=HYPERLINK(1); 𠮷"')
    made = model([plan_of(systems=systems)], "likely", [{}])
    assert made.problem.resources[2].name == "0:section =HYPERLINK(1); 𠮷"
    assert made.groups[2].worker.name == "=HYPERLINK(1); 𠮷"
    assert Style("en", era=False) == ENGLISH
