"""Who does how much of a task, and what they can do (作業量と体制)."""

from __future__ import annotations

from decimal import Decimal

from stdmig.levelling.demand import Demand, demands, month_of, monthly, months_of
from stdmig.levelling.levelled import Worker
from stdmig.schedule import Plan
from tests.levelling.small_town import PROCEDURES, SYSTEMS, day, plan_of

LEAD = Worker("lead", "企画課")


def amounts(plan: Plan) -> dict[Worker, dict[str, str]]:
    """Return who takes part in which task, and with how much."""
    return {
        each.worker: {
            plan.tasks[place].id: str(amount) for place, amount in each.amounts.items()
        }
        for each in demands(plan)
    }


def of(plan: Plan, worker: Worker) -> Demand:
    """Return somebody's work."""
    return next(each for each in demands(plan) if each.worker == worker)


def test_loads_per_actor() -> None:
    """A written load counts; an actor without one takes 1; vendors need a capacity."""
    assert amounts(plan_of()) == {
        LEAD: {"1@juki": "2", "2@juki": "1", "1@kojin": "2", "2@kojin": "1"},
        Worker("section", "市民課"): {"1@juki": "1"},
        Worker("section", "税務課"): {"1@kojin": "1"},
    }


def test_the_lead_section_and_a_section_of_its_name_are_one_group() -> None:
    """Its people do both parts of a task in which they act as both."""
    plan = plan_of(systems=SYSTEMS.replace("市民課", "企画課"))
    assert amounts(plan) == {
        LEAD: {"1@juki": "3", "2@juki": "1", "1@kojin": "2", "2@kojin": "1"},
        Worker("section", "税務課"): {"1@kojin": "1"},
    }


def test_a_task_of_several_sections_counts_in_each() -> None:
    """Two sections with units of one system each have the whole load of its task."""
    systems = SYSTEMS.replace(
        "{section: 市民課, vendor: 甲社}",
        "{id: a, section: 市民課, vendor: 甲社}, {id: b, section: 支所, vendor: 乙社}",
    )
    found = amounts(plan_of(systems=systems))
    assert found[Worker("section", "市民課")] == {"1@juki": "1"}
    assert found[Worker("section", "支所")] == {"1@juki": "1"}
    assert found[LEAD]["1@juki"] == "2"


def test_a_vendor_counts_only_with_items_that_its_capacity_names() -> None:
    """Parts have names of their own: 2 is not 2c."""
    procedures = PROCEDURES.replace(
        "cutover:",
        """\
  - {number: 2, ref: 2c, id: part, name: 部分, phase: planning, scope: system,
     months: {min: 1, max: 1}, actors: [vendor], after: [1]}
cutover:""",
    ).replace("{after: [2]}", "{after: [2, 2c]}")
    capacity = 'vendors: [{vendor: 甲社, items: ["2"], capacity: 1}]'
    plan = plan_of(capacity, procedures=procedures)
    assert amounts(plan)[Worker("vendor", "甲社", ("2",))] == {
        "2@juki": "1",
        "2@kojin": "1",
    }


def test_busy_months_leave_less() -> None:
    """Of several entries that name a month the least counts."""
    plan = plan_of("""\
lead:
  capacity: 3
  busy: [{months: [3, 4], capacity: 1.5}, {months: 4, capacity: 2}]
""")
    lead = of(plan, LEAD)
    assert [lead.capacity(month_of(day(2026, n, 1))) for n in (2, 3, 4, 5)] == [
        Decimal(3),
        Decimal("1.5"),
        Decimal("1.5"),
        Decimal(3),
    ]
    assert of(plan, Worker("section", "市民課")).limit is None


def test_a_limit_in_busy_months_alone() -> None:
    """Without an ordinary capacity only the busy months have a limit."""
    plan = plan_of("sections: [{section: 市民課, busy: [{months: 3, capacity: 0}]}]")
    found = of(plan, Worker("section", "市民課"))
    assert found.capacity(month_of(day(2026, 3, 1))) == 0
    assert found.capacity(month_of(day(2026, 4, 1))) is None


def test_the_lesser_of_two_capacities_of_the_lead_section() -> None:
    """What stands under its name among the sections counts as well."""
    plan = plan_of("lead: {capacity: 3}\nsections: [{section: 企画課, capacity: 2}]")
    assert of(plan, LEAD).limit == (Decimal(2),) * 12


def test_months_that_a_task_touches() -> None:
    """A task counts in every month in which it has a day, and a moment in none."""
    april = month_of(day(2025, 4, 1))
    assert list(months_of(day(2025, 4, 30), day(2025, 5, 2))) == [april, april + 1]
    assert list(months_of(day(2025, 4, 1), day(2025, 5, 1))) == [april]
    assert list(months_of(day(2025, 4, 1), day(2025, 4, 1))) == []


def test_monthly_loads() -> None:
    """Tasks under way in one month add up."""
    demand = Demand(LEAD, {0: Decimal(2), 1: Decimal("0.5")}, None)
    spans = {
        0: (day(2025, 4, 1), day(2025, 6, 1)),
        1: (day(2025, 5, 31), day(2025, 7, 1)),
    }
    april = month_of(day(2025, 4, 1))
    assert monthly(demand, spans) == {
        april: Decimal(2),
        april + 1: Decimal("2.5"),
        april + 2: Decimal("0.5"),
    }


def test_what_is_over_is_no_work() -> None:
    """A task that is done takes nobody any more."""
    plan = plan_of(
        progress="schema: stdmig.progress/1\ntasks: [{task: 1@juki, status: done}]"
    )
    assert "1@juki" not in amounts(plan)[LEAD]
