"""What the sample's plan leans on, and where its files say so (前提)."""

from __future__ import annotations

from datetime import date

from stdmig.dates.holiday_table import VERSION
from stdmig.inventory import Source, load
from stdmig.network import expand
from stdmig.schedule import Assumption, assumptions, schedule
from stdmig.words import Style
from tests.schedule.generator import standard_town
from tests.schedule.sample import AS_OF, DATA, sample_plan
from tests.schedule.town import (
    SITTINGS,
    Business,
    Calendar,
    Town,
    Unit,
    plan_of,
    sources,
)

ENGLISH = Style("en", era=False)
ACROCITY = "アクロシティ住民情報システム"


def listed() -> dict[str, Assumption]:
    """Return the sample's assumptions by id."""
    return {each.id: each for each in assumptions(sample_plan())}


def said(name: str) -> str:
    """Return an assumption in English."""
    return listed()[name].text.into(ENGLISH)


def written(name: str) -> str:
    """Return the line of the file that an assumption points at."""
    where = listed()[name].location
    lines = (DATA / where.file).read_text(encoding="utf-8").splitlines()
    return lines[where.line - 1][where.column - 1 :]


def test_what_the_sample_assumes() -> None:
    """The sample leans on policies, missing units, readings, months, links, dates."""
    links = "1-2 2-3 4-5 8-9 10-11 11-12 12-13 12-14 14c-14 2-14c 13-15 14-15 16-15"
    assert set(listed()) == {
        f"undecided-{ACROCITY}:undecided",
        f"national-{ACROCITY}:national",
        "undecided-健康管理システム:undecided",
        "undecided-Wel+:undecided",
        "undecided-生活保護システム:undecided",
        "no-unit-inkan",
        "no-unit-koseki",
        "no-unit-fuhyo",
        "assessment-inkan",
        "assessment-senkyo",
        "ordinances",
        "council-sessions",
        "publication-first",
        "publication-second",
        "months-13",
        "months-14c",
        *(f"link-{pair}" for pair in links.split()),
        "link-11-16",
        "link-11-17",
        "link-15-cutover",
        "link-17-cutover",
        "budget-request",
        # Of the inferred black-outs those that the wanted day falls into; no year
        # after 2022 is announced on 2021-10-01.
        *("blackout-shugaku-10", "blackout-seiho-14", "blackout-kodomo-21"),
        "national-holidays",
    }
    assert len(assumptions(sample_plan())) == len(listed())


def test_policies_are_counted_and_point_at_the_first_unit() -> None:
    """An undecided policy says how many units it is planned as a switch for."""
    undecided = f"undecided-{ACROCITY}:undecided"
    # 14 of the contract's units less the two of national health insurance.
    assert said(undecided) == (
        f"{ACROCITY}: the vendor's policy is undecided for 12 units; planned as a"
        " change of vendor"
    )
    assert written(undecided) == "undecided"
    assert listed()[undecided].tasks == tuple(
        f"{item}@{ACROCITY}:undecided" for item in (9, 10)
    )
    assert said(f"national-{ACROCITY}:national") == (
        f"{ACROCITY}: the nationally provided product counts as a change of vendor for"
        " 2 units"
    )


def test_a_system_without_a_unit_says_what_it_is_planned_as() -> None:
    """A system that records no unit is listed with all tasks that lean on it."""
    assert said("no-unit-koseki") == (
        "Family register: no unit is recorded; planned as one bought alone, with a"
        " change of vendor"
    )
    tasks = listed()["no-unit-koseki"].tasks
    assert "2@koseki" in tasks
    assert "9@koseki" in tasks
    assert "1" not in tasks


def test_a_publication_names_the_tasks_that_wait_for_it() -> None:
    """The assumed publications are listed with item 3 of their systems."""
    assert said("publication-second") == (
        "the specifications of Group 2 are published by 2022-08-31"
    )
    assert written("publication-second") == "2022-08"
    tasks = listed()["publication-second"].tasks
    assert len(tasks) == 11
    assert set(tasks) >= {"3@koseki", "3@kodomo"}


def test_months_and_links_point_into_the_procedure() -> None:
    """Assumed months and links are listed with their place and their tasks."""
    assert said("months-13") == (
        "item 13 System set-up for the migration takes 2 to 4 months"
    )
    assert len(listed()["months-13"].tasks) == 20
    assert listed()["months-14c"].tasks == ("14c",)
    assert said("link-2-14c") == "item 2 ends before item 14c begins"
    assert written("link-2-14c") == "{item: 2, assumed: true}"
    assert listed()["link-2-14c"].tasks == ("14c",)
    assert said("link-17-cutover") == "item 17 ends before the cutover"
    assert len(listed()["link-17-cutover"].tasks) == 20


def _settled_town() -> Town:
    units = (Unit("a", "stay", "基幹"), Unit("b", "switch"))
    town = standard_town((Business("juki", units),))
    return town._replace(calendar=Calendar(sittings=SITTINGS))


def test_a_town_without_a_window_for_requests_takes_money_to_be_at_hand() -> None:
    """What the template does not say of budgets is listed as what is assumed."""
    town = _settled_town()._replace(calendar=None, as_of=date(2025, 2, 1))
    found, _ = assumptions(plan_of(town))
    assert found.text.into(ENGLISH) == (
        "no window for budget requests is recorded; money is taken to be at hand"
    )
    assert found.location.file == "schedule_template.yaml"


def test_a_town_that_has_settled_everything_assumes_nothing() -> None:
    """Where all else is stated, the one guess is that no season is busy."""
    town = _settled_town()
    # The holidays of 2026 are announced from February 2025 on.
    plan = plan_of(town._replace(as_of=date(2025, 2, 1)))
    (found,) = assumptions(plan)
    assert found.text.into(ENGLISH) == (
        "no busy seasons are recorded; any working day may be a cutover"
    )


def test_holidays_of_years_to_come_are_computed() -> None:
    """A cutover in a year that is not announced leans on the library of holidays."""
    town = _settled_town()
    _, found = assumptions(plan_of(town._replace(as_of=date(2025, 1, 31))))
    assert found.text.into(ENGLISH) == (
        f"the national holidays after 2025 are as jpholiday {VERSION} computes them"
    )


def test_a_link_to_an_item_that_nobody_does_is_not_listed() -> None:
    """Where items 9 and 12 drop out everywhere, no link to them is a guess."""
    units = (Unit("a", "stay", "基幹"),)
    town = standard_town((Business("senkyo", units, assessment="none"),))
    procedures = Source("procedures.yaml", (DATA / "procedures.yaml").read_bytes())
    inventory, faults = load(sources(town)._replace(procedures=procedures))
    assert inventory is not None, faults
    found = {each.id for each in assumptions(schedule(expand(inventory), AS_OF))}
    assert found >= {"link-4-5", "link-13-15", "months-13"}
    assert found.isdisjoint({"link-8-9", "link-11-12"})
