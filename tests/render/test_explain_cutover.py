"""Why a cutover is on its day, told on the page of its system (稼働開始日の理由)."""

from __future__ import annotations

from stdmig.network import expand
from stdmig.render.explain.anchor import anchor_words
from stdmig.render.explain.cutover import chosen_words, day_words
from stdmig.schedule import Plan, schedule
from stdmig.words import Style
from tests.helpers import sound, workspace_text
from tests.rules.planned import AS_OF

ENGLISH = Style("en", era=False)


def plan_of(*systems: str, template: str | None = None) -> Plan:
    """Return the plan of systems written in one line each, with packaged black-outs."""
    head = "schema: stdmig.systems/1\nmunicipality: {name: 見本市}\nsystems:\n"
    text = head + "".join(f"  - {{{each}}}\n" for each in systems)
    return schedule(expand(sound(workspace_text(text, template=template))), AS_OF)


def why(plan: Plan, system: str) -> str:
    """Return why a day was chosen."""
    return chosen_words(plan, plan.cutover(system)).into(ENGLISH)


def also(plan: Plan, system: str) -> list[str]:
    """Return what else the calendar says."""
    return [each.into(ENGLISH) for each in day_words(plan, plan.cutover(system))]


def test_a_chosen_day_says_closure_closed_months_and_other_choices() -> None:
    """
    個人住民税 is cut over after the turn of the year, before February to June.

    The end of January is its last chance of all.
    """
    plan = plan_of("id: kojin")
    assert why(plan, "kojin") == (
        "no day is wanted; it follows the longest closure, 9 days (2025-12-27 to"
        " 2026-01-04), before February to June, which are closed (Individual resident"
        " tax: tax returns, assessment and tax notices); the other choices: 2026-01-13,"
        " 2025-11-25"
    )
    assert also(plan, "kojin") == [
        "the last allowed day before the deadline is 2026-01-30: February to June are"
        " closed"
    ]


def test_a_day_before_the_deadline_alone() -> None:
    """Where no month is closed the closure is the reason; inferred hits are told."""
    plan = plan_of("id: kotei")
    # The other choices: 2025-05-03 to 05-06 (4 days), of the 3-day weekends the latest
    # outside January to May.
    assert why(plan, "kotei") == (
        "no day is wanted; it follows the longest closure, 9 days (2025-12-27 to"
        " 2026-01-04); the other choices: 2025-05-07, 2025-11-25"
    )
    assert also(plan, "kotei") == [
        "the day is better avoided, as is inferred: assessment date, returns of assets"
        " and tax notices"
    ]


def test_a_wanted_day_says_the_black_out_and_the_last_allowed_day() -> None:
    """A wanted day in a black-out is the user's word, with what speaks against it."""
    plan = plan_of("id: kojin, cutover: 2026-02-24")
    cutover = plan.cutover("kojin")
    assert anchor_words(plan, cutover.reason, cutover.system).into(ENGLISH) == (
        "the municipality wants this day"
    )
    assert also(plan, "kojin") == [
        "the day lies in a black-out: tax returns, assessment and tax notices",
        "the last allowed day before the deadline is 2026-01-30: February to June are"
        " closed",
    ]


def test_no_closure_and_no_allowed_day() -> None:
    """Without a closure the last fitting day is taken, without any day the deadline."""
    short = "schema: stdmig.template/1\ndeadline: {}\n"
    plan = plan_of(
        "id: kojin, deadline: 2021-10-01", template=short.format("2026-03-31")
    )
    assert why(plan, "kojin") == (
        "no day is wanted; the last allowed one that fits best is taken"
    )
    late = plan_of("id: kojin, deadline: 2021-09-30")
    assert why(late, "kojin") == (
        "no day is wanted and none is allowed, so the deadline is taken"
    )
    assert also(late, "kojin") == []


def test_a_chain_names_the_system_whose_day_sets_it() -> None:
    """A task of all tells the whole reason where another's cutover sets its date."""
    plan = plan_of("id: kojin", "id: kotei")
    kojin, kotei = plan.cutover("kojin"), plan.cutover("kotei")
    assert anchor_words(plan, kojin.reason, kojin.system).into(ENGLISH) == (
        "no day is wanted: the day that is chosen"
    )
    assert (
        anchor_words(plan, kojin.reason, kotei.system)
        .into(ENGLISH)
        .startswith(
            "Individual resident tax: no day is wanted; it follows the longest closure"
        )
    )
