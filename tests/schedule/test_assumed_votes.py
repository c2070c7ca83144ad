"""What is taken to be amended, and when the council votes (条例改正の前提)."""

from __future__ import annotations

import pytest

from tests.schedule.guesses import (
    TEMPLATE,
    Guess,
    guesses,
    settled,
    systems_file,
    town,
)

LIVE = "schema: stdmig.progress/1\nlive: [{system: juki, since: 2024-04-01}]\n"
UNITS = "units: [{section: 課, policy: stay, package: 基幹}]"


def unrecorded(name: str) -> str:
    """Return the line of a system of which no amendment is recorded."""
    return f"id: {name}, assessment: basic, {UNITS}"


@pytest.mark.parametrize(
    ("names", "told", "tasks"),
    [
        (("koseki",), "1 system it is", ("17@koseki",)),
        (("koseki", "inkan"), "2 systems it is", ("17@koseki", "17@inkan")),
    ],
)
def test_amendments_that_nobody_recorded(
    names: tuple[str, ...], told: str, tasks: tuple[str, ...]
) -> None:
    """They are counted, live ones apart, and the first system is pointed at."""
    lines = [unrecorded(name) for name in ("juki", *names)]
    systems = systems_file(*lines, settled("kojin"))
    assert guesses(town(systems, progress=LIVE)) == {
        "ordinances": Guess(
            f"for {told} not recorded whether an ordinance, a rule or nothing is to be"
            " amended; planned as an ordinance",
            f"systems.yaml: {{{unrecorded('koseki')}}}",
            tasks,
        ),
    }


@pytest.mark.parametrize(
    ("kind", "told", "tasks"),
    [
        (
            "ordinance",
            "an ordinance is to be amended",
            ("1@juki", "12@juki", "17@juki"),
        ),
        (
            "rule",
            "a rule is to be amended, no ordinance",
            ("1@juki", "12@juki", "17@juki"),
        ),
        (
            "none",
            "no ordinance or rule is to be amended",
            ("1@juki", "12@juki"),
        ),
    ],
)
def test_a_guess_about_one_system(kind: str, told: str, tasks: tuple[str, ...]) -> None:
    """Its own tasks lean on the guess, and it is pointed at; a live one's does not."""
    line = settled("juki", f"ordinance: {{kind: {kind}, assumed: true}}")
    systems = systems_file(line, settled("koseki"))
    assert guesses(town(systems)) == {
        "ordinance-juki": Guess(
            f"Basic resident register: {told}", f"systems.yaml: {{{line}}}", tasks
        ),
    }
    assert guesses(town(systems, progress=LIVE)) == {}


def test_sessions_of_the_council() -> None:
    """Days that are a guess, or that are missing, with the tasks that need a vote."""
    systems = systems_file(settled("juki", "ordinance: ordinance"), settled("koseki"))
    sessions = '[{id: june, name: 6月, from: "06-01", until: "06-20"}]'
    head, council, rest = TEMPLATE.partition(f"council:\n  sessions: {sessions}\n")
    assert council
    assumed = f"council:\n  assumed: true\n  sessions: {sessions}\n"
    assert guesses(town(systems, template=head + assumed + rest)) == {
        "council-sessions": Guess(
            "the council votes every year on 20 June",
            f"schedule_template.yaml: {sessions}",
            ("17@juki",),
        ),
    }
    told = "no session of the council is recorded; a vote is taken to be possible on"
    assert guesses(town(systems, template=head + rest)) == {
        "council-sessions": Guess(
            f"{told} any day",
            "schedule_template.yaml: schema: stdmig.template/1",
            ("17@juki",),
        ),
    }
    rules = systems_file(settled("juki"))
    assert guesses(town(rules, template=head + assumed + rest)) == {}
