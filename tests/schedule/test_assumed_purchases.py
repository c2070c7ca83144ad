"""Vendors, units and contracts that are taken for granted (調達・契約の前提)."""

from __future__ import annotations

import pytest

from tests.schedule.guesses import Guess, guesses, settled, systems_file, town

POLICIES = {
    "undecided": (
        "the vendor's policy is undecided for 1 unit; planned as a change of vendor",
        "the vendor's policy is undecided for 2 units; planned as a change of vendor",
    ),
    "national": (
        "the nationally provided product counts as a change of vendor for 1 unit",
        "the nationally provided product counts as a change of vendor for 2 units",
    ),
}


def unit(policy: str) -> str:
    """Return the line's part for one unit of the package 基幹."""
    return f"units: [{{section: 課, package: 基幹, policy: {policy}}}]"


@pytest.mark.parametrize("policy", POLICIES)
def test_a_vendor_that_may_change(policy: str) -> None:
    """One unit, or two, without a decision; what drops out with a change leans on it.

    The policy of the first unit is pointed at; it ends the line of the system.
    """
    one, two = POLICIES[policy]
    name = f"基幹:{policy}"
    place = f"systems.yaml: {policy}}}]}}"
    alone = guesses(town(systems_file(settled("juki", unit(policy)))))
    assert alone == {
        f"{policy}-{name}": Guess(f"基幹: {one}", place, (f"9@{name}",)),
    }
    both = systems_file(settled("juki", unit(policy)), settled("koseki", unit(policy)))
    assert guesses(town(both)) == {
        f"{policy}-{name}": Guess(f"基幹: {two}", place, (f"9@{name}",)),
    }


def test_units_of_two_policies_in_one_purchase() -> None:
    """What is bought together under a name is told apart by its units' policies."""
    units = [
        f"units: [{{section: 課, procurement: p, policy: {policy}}}]"
        for policy in ("stay", "national", "undecided")
    ]
    names = ("juki", "koseki", "kojin")
    lines = [settled(name, own) for name, own in zip(names, units, strict=True)]
    assert guesses(town(systems_file(*lines))) == {
        "undecided-p": Guess(
            f"p: {POLICIES['undecided'][0]}",
            "systems.yaml: undecided}]}",
            ("9@p",),
        ),
        "national-p": Guess(
            f"p: {POLICIES['national'][0]}",
            "systems.yaml: national}]}",
            ("9@p",),
        ),
    }


def test_a_system_without_a_unit() -> None:
    """It is pointed at itself, and all of its tasks lean on the guess."""
    line = settled("juki", "units: []")
    assert guesses(town(systems_file(line))) == {
        "no-unit-juki": Guess(
            "Basic resident register: no unit is recorded; planned as one bought alone,"
            " with a change of vendor",
            f"systems.yaml: {{{line}}}",
            ("1@juki", "8@juki", "12@juki", "17@juki", "9@juki", "11@juki"),
        ),
    }


def test_a_live_system_leans_on_nothing() -> None:
    """Where the successor serves, it no longer matters who was to deliver it."""
    live = "schema: stdmig.progress/1\nlive: [{system: juki, since: 2024-04-01}]\n"
    for own in ("units: []", unit("undecided"), unit("national")):
        systems = systems_file(settled("juki", own), settled("koseki"))
        assert guesses(town(systems, progress=live)) == {}


def test_dates_of_a_contract() -> None:
    """A contract whose dates nobody confirmed is pointed at; no task leans on it."""
    more = """\
contracts:
  - {id: known, start: 2020-10-01, end: 2025-09-30}
  - {id: old, name: 基幹の保守, start: 2020-10-01, end: 2026-03-31, assumed: true}
"""
    units = "units: [{section: 課, policy: stay, contract: %s}]"
    systems = systems_file(
        settled("juki", units % "known"), settled("koseki", units % "old"), more=more
    )
    assert guesses(town(systems)) == {
        "contract-old": Guess(
            "基幹の保守: the contract's dates",
            "systems.yaml: {id: old, name: 基幹の保守, start: 2020-10-01,"
            " end: 2026-03-31, assumed: true}",
        ),
    }
