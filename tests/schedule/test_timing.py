"""Months of an item, as the conditions that hold make them (想定月数)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from stdmig.inventory import WorkItem
from stdmig.inventory.procedures import Variant
from stdmig.network import expand
from stdmig.schedule import Duration, schedule
from stdmig.schedule.timing import duration, durations, fastest, slowest
from tests.schedule.sample import AS_OF, sample_inventory, sample_plan


def item(ref: str) -> WorkItem:
    """Return a work item of the procedure."""
    return next(each for each in sample_inventory().procedures.items if each.ref == ref)


def test_only_one_condition_of_the_procedure_changes_a_duration() -> None:
    """With other systems bought as well, item 5 takes 3 to 4 months, not 1 to 4."""
    assert duration(item("5"), ()) == Duration(1, 4)
    assert duration(item("5"), ("other_systems",)) == Duration(3, 4)


@pytest.mark.parametrize(
    ("ref", "condition", "months"),
    [
        ("1", "shared_cloud", (1, 3)),
        ("7", "fine_procurement", (1, 3)),
        ("14", "vendor_switch", (4, 6)),
    ],
)
def test_notes_of_an_upper_bound_change_nothing(
    ref: str, condition: str, months: tuple[int, int]
) -> None:
    """What the source notes as "up to" leaves the months as they are."""
    assert item(ref).variants[0].up_to is not None
    assert duration(item(ref), (condition,)) == Duration(*months)


@pytest.mark.parametrize(
    ("variant", "months"),
    [
        (Variant(when="c", min=3, max=9), (3, 9)),
        (Variant(when="c", max=9), (1, 9)),
        # A shorter maximum takes the minimum with it.
        (Variant(when="c", max=0), (0, 0)),
    ],
)
def test_a_variant_replaces_what_it_gives(
    variant: Variant, months: tuple[int, int]
) -> None:
    """Minimum and maximum are replaced one by one where the condition holds."""
    work = item("6").model_copy(update={"variants": (variant,)})
    assert duration(work, ()) == Duration(1, 4)
    assert duration(work, ("c",)) == Duration(*months)


def test_a_condition_moves_the_last_chance_and_nothing_else() -> None:
    """Two months more of item 5's minimum bring item 1's last chance to 2023-07-01."""
    inventory = sample_inventory()
    template = inventory.template
    planning = template.planning.model_copy(update={"conditions": ("other_systems",)})
    changed = replace(
        inventory, template=template.model_copy(update={"planning": planning})
    )
    plan = schedule(expand(changed), AS_OF)
    place = plan.network.place_of["1"]
    assert plan.dates(place).last_chance_start == date(2023, 7, 1)
    assert plan.late == sample_plan().late
    assert plan.early == sample_plan().early


def test_safe_and_quick_scenarios_take_the_longest_and_shortest_months() -> None:
    """A task of 1 to 3 months from 2021-10-01 is over on 2022-01-01 or 2021-11-01."""
    network = sample_plan().network
    spans, place = durations(network.inventory, network.tasks), network.place_of["1"]
    assert spans[place] == Duration(1, 3)
    start = date(2021, 10, 1).toordinal()
    assert slowest(network, spans).tasks[place](start) == date(2022, 1, 1).toordinal()
    assert fastest(network, spans).tasks[place](start) == date(2021, 11, 1).toordinal()
