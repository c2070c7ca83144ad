"""Which work of a late vendor takes longer."""

from __future__ import annotations

from stdmig.outlook.slip.later_work import later_work
from stdmig.workspace import Planned
from tests.slips import ASAHI_PROGRESS, asahi, minato, sakura, supposed

NOTHING_DONE = "schema: stdmig.progress/1\n"


def later(town: Planned, *slips: str) -> dict[str, int]:
    """Return the months that tasks take longer, by their ids."""
    found = later_work(town.plan, [supposed(each) for each in slips])
    return {town.plan.tasks[place].id: months for place, months in found.items()}


def test_once_on_the_way_to_a_cutover() -> None:
    """Of work not begun the first takes longer, on both ways; the tests follow it."""
    assert later(sakura(), "架空しらかば=6m") == {"13@juki": 6, "14@juki": 6}


def test_each_piece_where_it_is_asked_for() -> None:
    """With `each` the tests take longer as well."""
    assert later(sakura(), "架空しらかば=6m each") == {
        "13@juki": 6,
        "14@juki": 6,
        "15@juki": 6,
    }


def test_what_is_over_takes_no_longer() -> None:
    """Migration under way is first for one system, the tests for the other."""
    assert later(asahi(), "架空しらかば=6m") == {"14@juki": 6, "15@kojin": 6}


def test_what_does_not_apply_is_over() -> None:
    """A task that is recorded as not applicable is passed over."""
    progress = ASAHI_PROGRESS.replace(
        "status: started, start: 2025-01-01, remaining_months: 2",
        "status: not_applicable",
    )
    assert later(asahi(progress), "架空しらかば=6m") == {"15@juki": 6, "15@kojin": 6}


def test_live_systems_have_no_work() -> None:
    """A system that serves already is not concerned."""
    progress = f"{NOTHING_DONE}live: [{{system: juki, since: 2025-01-06}}]\n"
    assert later(asahi(progress), "架空しらかば=6m") == {"13@kojin": 6, "14@kojin": 6}


def test_the_municipalitys_own_part_is_none() -> None:
    """The character set (14c) is done once for all, by the municipality."""
    assert "14c" not in later(asahi(NOTHING_DONE), "架空しらかば=6m each")


def test_items_in_which_no_vendor_acts_are_none() -> None:
    """Where the file says that the section tests alone, the vendor delays no test."""
    town = sakura()
    tasks = [
        task._replace(item=task.item.model_copy(update={"actors": ("section",)}))
        if task.item.ref == "15"
        else task
        for task in town.plan.tasks
    ]
    object.__setattr__(town.plan.network, "tasks", tuple(tasks))
    assert later(town, "架空しらかば=6m each") == {"13@juki": 6, "14@juki": 6}


def test_other_vendors_are_left_alone() -> None:
    """Only the system of the named vendor takes longer, and none of an unknown one."""
    assert later(minato(), "架空しらかば=6m") == {"15@juki": 6}
    assert later(minato(), "架空けやき=3m") == {"15@kojin": 3}
    assert later(minato(), "架空=3m") == {}


def test_two_vendors_of_one_system() -> None:
    """They work side by side, so the slower of them counts."""
    systems = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - id: juki
    cutover: 2027-01-05
    units:
      - {id: a, section: 市民課, vendor: 甲, policy: stay}
      - {id: b, section: 税務課, vendor: 乙, policy: stay}
"""
    town = asahi(NOTHING_DONE, systems)
    assert later(town, "甲=6m", "乙=9m") == {"13@juki": 9, "14@juki": 9}
