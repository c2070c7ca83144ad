"""The checker finds every single thing that can be wrong with a plan (検証)."""

from __future__ import annotations

from collections.abc import Mapping

from stdmig.levelling.checking import check
from stdmig.levelling.checking_loads import Checked
from stdmig.levelling.levelled import Span
from stdmig.levelling.model import model
from stdmig.schedule import Plan
from tests.helpers import ENGLISH
from tests.levelling.small_town import PROCEDURES, TEMPLATE, day, plan_of

JUKI, KOJIN = "(Basic resident register)", "(Individual resident tax)"
JUNE, AUGUST, OCTOBER = day(2025, 6, 1), day(2025, 8, 1), day(2025, 10, 1)
DECEMBER = day(2025, 12, 1)

SOUND = {
    0: Span(day(2025, 4, 1), JUNE),
    1: Span(JUNE, AUGUST),
    2: Span(AUGUST, OCTOBER),
    3: Span(OCTOBER, DECEMBER),
}
"""One system after the other: item 1 of both, then item 2 of both."""


def wrong(
    plan: Plan,
    changed: Mapping[int, tuple[int, int]] | None = None,
    *,
    kept: Mapping[int, int] | None = None,
) -> list[str]:
    """Return what the checker says of the sound dates with some of them changed."""
    spans = SOUND | {place: Span(*own) for place, own in (changed or {}).items()}
    found = check([Checked(plan, spans, kept=kept or {})], "likely")
    return [each.into(ENGLISH) for each in found]


def test_a_sound_plan() -> None:
    """Nothing is wrong with one that keeps everything."""
    assert wrong(plan_of("lead: {capacity: 2}"), kept={0: SOUND[0].start}) == []


def test_a_task_that_is_too_short() -> None:
    """Two months are not over after one."""
    assert wrong(plan_of(), {0: (day(2025, 4, 1), day(2025, 5, 1))}) == [
        f"1 Survey {JUKI} does not end on its day, 2025-05-31"
    ]


def test_a_start_before_the_as_of_date() -> None:
    """Nothing starts in the past."""
    assert wrong(plan_of(), {0: (day(2025, 3, 1), day(2025, 5, 1))}) == [
        f"1 Survey {JUKI} starts before 2025-04-01"
    ]


def test_a_task_that_does_not_wait() -> None:
    """Item 2 begins while item 1 is under way."""
    assert wrong(plan_of(), {2: (day(2025, 5, 31), day(2025, 7, 31))}) == [
        f"2 Build {JUKI} does not wait for 1 Survey {JUKI}"
    ]


def test_a_cutover_that_does_not_wait() -> None:
    """Item 2 ends a day after the cutover."""
    assert wrong(plan_of(), {3: (day(2025, 10, 2), day(2025, 12, 2))}) == [
        f"2 Build {KOJIN} ends after the cutover of Individual resident tax"
    ]


def test_a_task_that_was_to_stay() -> None:
    """A kept day is kept."""
    assert wrong(plan_of(), kept={2: AUGUST + 1}) == [
        f"2 Build {JUKI} was not to be moved"
    ]


def test_a_task_that_has_begun() -> None:
    """What is recorded is not moved by a day."""
    plan = plan_of(
        progress="schema: stdmig.progress/1\n"
        "tasks: [{task: 1@juki, status: started, start: 2025-04-01}]"
    )
    assert wrong(plan) == []
    assert wrong(plan, {0: (day(2025, 4, 2), day(2025, 6, 2))}) == [
        f"1 Survey {JUKI} has begun, and was moved"
    ]


def test_too_much_for_the_lead_section() -> None:
    """Two tasks at a time take four people in both months, and there are three."""
    plan = plan_of("lead: {capacity: 3, busy: [{months: 5, capacity: 2}]}")
    assert wrong(plan, {1: SOUND[0]}) == [
        "企画課 has 4 to do in 2025-04",
        "企画課 has 4 to do in 2025-05",
    ]


def test_too_much_in_a_busy_month() -> None:
    """A section that can do nothing in May has a task in it."""
    plan = plan_of("sections: [{section: 市民課, busy: [{months: 5, capacity: 0}]}]")
    assert wrong(plan) == ["市民課 has 1 to do in 2025-05"]


def test_too_much_for_a_vendor_of_two_towns() -> None:
    """Each town's builds alone are one at a time, together two."""
    vendors = 'vendors: [{vendor: 甲社, items: ["2"], capacity: 1}]'
    towns = [Checked(plan_of(vendors), SOUND), Checked(plan_of(), SOUND)]
    assert check(towns[:1], "likely") == ()
    assert [each.into(ENGLISH) for each in check(towns, "likely")] == [
        f"甲社 has 2 to do in 2025-{month:02}" for month in (8, 9, 10, 11)
    ]
    assert check(towns, "likely", capacity=False) == ()


MONEY = (
    PROCEDURES.replace("    id: survey", "    role: budget_request\n    id: survey")
    .replace("    id: build", "    role: contract\n    id: build")
    .replace("{min: 1, max: 3}", "{min: 1, max: 1}")
    .replace("scope: system", "scope: procurement")
)
BUDGET = (
    TEMPLATE.replace("2025-12-01", "2027-10-01").replace("2026-03-31", "2028-03-31")
    + "budget: {request: {from: 09-01, until: 10-31}}\n"
)


def test_a_contract_after_its_money() -> None:
    """Asked for in autumn 2025, the money of fiscal 2026 is lost in April 2027."""
    plan = plan_of(procedures=MONEY, template=BUDGET)
    made = model([plan], "likely", [{}])
    assert len(made.problem.lapses) == 2
    dates = made.spans(made.late)[0]
    assert check([Checked(plan, dates)], "likely") == ()
    asked = Span(day(2025, 10, 1), day(2025, 11, 1))
    lost = dates | {0: asked, 2: Span(day(2027, 4, 1), day(2027, 6, 1))}
    found = check([Checked(plan, lost)], "likely")
    assert [each.into(ENGLISH) for each in found] == [
        "2 Build (Basic resident register, policy undecided) begins after its money has"
        " lapsed"
    ]
    in_time = dates | {0: asked, 2: Span(day(2027, 3, 1), day(2027, 5, 1))}
    assert check([Checked(plan, in_time)], "likely") == ()
    early = dates | {0: asked, 2: Span(day(2026, 3, 1), day(2026, 5, 1))}
    assert [each.into(ENGLISH) for each in check([Checked(plan, early)], "likely")][
        :1
    ] == [
        "2 Build (Basic resident register, policy undecided) does not wait for"
        " 1 Survey (Basic resident register, policy undecided)"
    ]
