"""Months and links that no source states (想定月数・先行作業の前提)."""

from __future__ import annotations

import pytest

from tests.schedule.guesses import (
    PROCEDURES,
    TEMPLATE,
    Guess,
    guesses,
    settled,
    systems_file,
    town,
)

LIVE = "schema: stdmig.progress/1\nlive: [{system: juki, since: 2024-04-01}]\n"
LIKELY = TEMPLATE.replace("2025-10-01}", "2025-10-01, durations: likely}")
SYSTEM = systems_file(settled("juki"))


def changed(*pairs: tuple[str, str]) -> str:
    """Return the procedure with other months or links."""
    text = PROCEDURES
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


PIA = "months: {min: 1, max: 1}, role: assessment"


@pytest.mark.parametrize(
    ("variants", "months", "place"),
    [
        (
            "{when: full_assessment, min: 3, max: 5, assumed: true}",
            "3 to 5",
            "{when: full_assessment, min: 3, max: 5, assumed: true}]",
        ),
        # What the variant leaves out is the item's own: 2 to 4.
        (
            "{when: full_assessment, max: 5, assumed: true}",
            "2 to 5",
            "{when: full_assessment, max: 5, assumed: true}]",
        ),
        (
            "{when: full_assessment, min: 3, assumed: true}",
            "3 to 4",
            "{when: full_assessment, min: 3, assumed: true}]",
        ),
        # Others before it do not hide it.
        (
            "{when: rush, min: 1, max: 2, assumed: true},"
            " {when: full_assessment, min: 3, max: 5, assumed: true}",
            "3 to 5",
            "{when: full_assessment, min: 3, max: 5, assumed: true}]",
        ),
    ],
)
def test_months_of_a_full_assessment(variants: str, months: str, place: str) -> None:
    """They are told with the place of the variant, if a full assessment happens."""
    own = f"months: {{min: 2, max: 4}}, variants: [{variants}], role: assessment"
    procedures = changed((PIA, own))
    systems = systems_file(settled("juki", "assessment: full"), settled("koseki"))
    assert guesses(town(systems, procedures=procedures)) == {
        "months-12-full": Guess(
            f"item 12 PIA takes {months} months where the assessment is a full one",
            f"procedures.yaml: {place}, role: assessment, drops_when: no_assessment}}",
            ("12@juki",),
        ),
    }
    assert guesses(town(SYSTEM, procedures=procedures)) == {}


def test_other_months_of_an_assessment_are_no_guess() -> None:
    """Neither a stated variant nor one of the municipality is told here."""
    variants = "{when: full_assessment, max: 5}, {when: rush, max: 6, assumed: true}"
    own = f"months: {{min: 2, max: 4}}, variants: [{variants}], role: assessment"
    systems = systems_file(settled("juki", "assessment: full"))
    assert guesses(town(systems, procedures=changed((PIA, own)))) == {}


def test_handlers_that_nobody_counted() -> None:
    """The level that this makes is told, and the system is pointed at."""
    line = settled("juki", "assessment: {people: 20000}")
    counted = settled("koseki", "assessment: {people: 150000, handlers: 10}")
    systems = systems_file(line, counted)
    found = guesses(town(systems))
    assert found.pop("handlers-juki") == Guess(
        "Basic resident register: the people who handle the data are not recorded;"
        " taken as 500 or more (focused assessment)",
        f"systems.yaml: {{{line}}}",
        ("12@juki",),
    )
    assert set(found) == {"assessment-thresholds"}
    assert guesses(town(systems, progress=LIVE)) == {}


def test_thresholds_that_are_inferred() -> None:
    """Levels between 1,000 and 100,000 people follow from them, unless decided.

    999 people need no assessment, and 100,000 a focused one, as a source states.
    """
    people = {"juki": 1_000, "koseki": 99_999, "kojin": 999, "inkan": 100_000}
    lines = [
        settled(name, f"assessment: {{people: {number}, handlers: 10}}")
        for name, number in people.items()
    ]
    decided = settled("kotei", "assessment: {level: basic, people: 20000}")
    first, *others = lines
    alone = systems_file(decided, first, *others[1:])
    threshold = "between 1,000 and 100,000 people that"
    assert guesses(town(alone)) == {
        "assessment-thresholds": Guess(
            f"the assessment of 1 system follows from a threshold {threshold} is"
            " inferred: Basic resident register",
            f"systems.yaml: {{{first}}}",
            ("12@juki",),
        ),
    }
    two = {
        "assessment-thresholds": Guess(
            f"the assessments of 2 systems follow from thresholds {threshold} are"
            " inferred: Basic resident register, Family register",
            f"systems.yaml: {{{first}}}",
            ("12@juki", "12@koseki"),
        ),
    }
    assert guesses(town(systems_file(decided, *lines))) == two


def test_months_of_an_item() -> None:
    """The months are pointed at, whether they or the whole item are the guess."""
    months = "months: {min: 1, max: 2, assumed: true}"
    pairs = (
        ("months: {min: 1, max: 1}, waits_for", f"{months}, waits_for"),
        ("role: rfp,", "role: rfp, assumed: true,"),
        ("role: ordinance,", "role: ordinance, assumed: true,"),
    )
    procedures = changed(*pairs)
    assert guesses(town(SYSTEM, procedures=procedures)) == {
        "months-1": Guess(
            "item 1 Gap takes 1 to 2 months",
            "procedures.yaml: {min: 1, max: 2, assumed: true}, waits_for:"
            " specification}",
            ("1@juki",),
        ),
        # The vendor stays, so that item 9 drops out.
        "months-17": Guess(
            "item 17 Amendment takes 1 to 1 months",
            "procedures.yaml: {min: 1, max: 1}, role: ordinance, assumed: true,",
            ("17@juki",),
        ),
    }


def test_links_between_items() -> None:
    """A link is pointed at where it stands; those before it may be stated."""
    procedures = changed(
        ("after: [8, 9]}", "after: [8, 9, {item: 1, assumed: true}]}"),
        ("after: [8],", "after: [{item: 12, assumed: true}],"),
        ("{after: [1, 11, 12, 17]}", "{after: [1, 11, {item: 12, assumed: true}, 17]}"),
    )
    assert guesses(town(SYSTEM, procedures=procedures)) == {
        "link-1-11": Guess(
            "item 1 ends before item 11 begins",
            "procedures.yaml: {item: 1, assumed: true}]}",
            ("11@基幹:stay",),
        ),
        "link-12-cutover": Guess(
            "item 12 ends before the cutover",
            "procedures.yaml: {item: 12, assumed: true}, 17]}",
            ("12@juki",),
        ),
        # None to item 9, which drops out.
    }


@pytest.mark.parametrize(
    ("months", "told"),
    [
        ("{min: 0, max: 1}", "1 month, the middle of 0 and 1"),
        ("{min: 1, max: 4}", "3 months, the middle of 1 and 4"),
        ("{min: 2, max: 6}", "4 months, the middle of 2 and 6"),
    ],
)
def test_months_that_work_mostly_takes(months: str, told: str) -> None:
    """The middle of the two is taken where the dates lean on it, rounded up."""
    pair = ("months: {min: 1, max: 1}, waits_for", f"months: {months}, waits_for")
    procedures = changed(pair)
    assert guesses(town(SYSTEM, template=LIKELY, procedures=procedures)) == {
        "likely-1": Guess(
            f"item 1 Gap mostly takes {told}, rounded up",
            f"procedures.yaml: {months}, waits_for: specification}}",
            ("1@juki",),
        ),
    }
    assert guesses(town(SYSTEM, procedures=procedures)) == {}
    stated = procedures.replace("max: 6}", "likely: 5, max: 6}")
    found = guesses(town(SYSTEM, template=LIKELY, procedures=stated))
    assert ("likely-1" in found) == ("max: 6" not in months)


def test_months_that_a_full_assessment_mostly_takes() -> None:
    """It is told apart from the assessments of the other systems."""
    variants = "variants: [{when: full_assessment, min: 3, max: 5}]"
    own = f"months: {{min: 1, max: 3}}, {variants}, role: assessment"
    systems = systems_file(
        settled("koseki"), settled("juki", "assessment: full"), settled("inkan")
    )
    place = f"procedures.yaml: {own[8:]}, drops_when: no_assessment}}"
    procedures = changed((PIA, own))
    assert guesses(town(systems, template=LIKELY, procedures=procedures)) == {
        "likely-12": Guess(
            "item 12 PIA mostly takes 2 months, the middle of 1 and 3, rounded up",
            place,
            ("12@koseki", "12@inkan"),
        ),
        "likely-12-1": Guess(
            "item 12 PIA mostly takes 4 months, the middle of 3 and 5, rounded up",
            place,
            ("12@juki",),
        ),
    }
