"""What a levelled plan says that it took for granted (平準化の仮定)."""

from __future__ import annotations

from stdmig.outlook.levelling import guesses
from stdmig.schedule import Plan
from tests.helpers import ENGLISH
from tests.levelling.small_town import PROCEDURES, plan_of
from tests.levels import levelled_of, town_of

WRITTEN = "load: {lead: 2}"
GUESSED = PROCEDURES.replace(WRITTEN, "load: {lead: 2, section: 1, assumed: true}")
SURE = PROCEDURES.replace(WRITTEN, "load: {lead: 2, section: 1}").replace(
    "after: [1]\n", "after: [1]\n    load: {lead: 1, vendor: 1}\n"
)


def _told(*plans: Plan) -> list[str]:
    found = guesses(levelled_of(*map(town_of, plans)))
    return [each.into(ENGLISH) for each in found]


MIDWAY = (
    "1 work item has no likely duration in procedures.yaml; the middle between the"
    " shortest and the longest is taken (items 1)."
)


def test_a_load_that_is_written_down_as_a_guess_is_told() -> None:
    """``assumed: true`` beside a load stands among the assumptions, like a gap."""
    assert _told(plan_of(procedures=GUESSED)) == [
        "1 work item has no load in procedures.yaml; each who acts is taken to need 1"
        " person (items 2).",
        "1 work item has a load that procedures.yaml marks as assumed (items 1).",
        MIDWAY,
    ]


def test_what_one_municipality_wrote_down_hides_nothing_of_another() -> None:
    """An item without a load in the first town is told, whatever the last one says."""
    lacking = (
        "2 work items have no load in procedures.yaml; each who acts is taken to need"
        " 1 person (items 1, 2)."
    )
    open_, sure = plan_of(), plan_of(procedures=SURE)
    assert _told(open_, sure) == [lacking, MIDWAY]
    assert _told(sure, open_) == [lacking, MIDWAY]
    assert _told(sure) == [MIDWAY]


def test_capacities_that_are_written_down_as_guesses_are_named() -> None:
    """Each is told by whose it is; a file that is a guess guesses all of them."""
    some = (
        "lead: {capacity: 3, assumed: true}\n"
        "sections: [{section: 市民課, capacity: 2}]\n"
        "vendors: [{vendor: 甲社, items: [2], capacity: 1, assumed: true}]\n"
    )
    told = _told(plan_of(some, procedures=SURE))
    assert told[-1] == (
        "2 capacities are marked as assumed in capacity.yaml (lead section, 甲社"
        " (items 2))."
    )
    told = _told(plan_of(f"assumed: true\n{some}", procedures=SURE))
    assert told[-1] == (
        "3 capacities are marked as assumed in capacity.yaml (lead section, 市民課,"
        " 甲社 (items 2))."
    )
