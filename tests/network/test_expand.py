"""Units × items: what is merged, what drops out, what is linked (展開)."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.network import Network
from tests.schedule.generator import standard_town
from tests.schedule.town import Business, Item, Town, Unit, network_of

PROCUREMENT_ITEMS = ("4", "5", "6", "7", "8", "9", "10", "11")
SYSTEM_ITEMS = ("2", "3", "12", "13", "14", "15", "16", "17")


def expanded(*systems: Business) -> Network:
    """Return the network of a town with these systems and the usual items."""
    return network_of(standard_town(systems))


def ids(network: Network) -> set[str]:
    """Return the ids of all tasks."""
    return {task.id for task in network.tasks}


def before(network: Network, task_id: str) -> set[str]:
    """Return the ids of a task's predecessors."""
    places = network.before[network.place_of[task_id]]
    return {network.tasks[place].id for place in places}


def of(subject: str, refs: tuple[str, ...], *without: str) -> set[str]:
    """Return the ids of the tasks of one procurement or system."""
    return {f"{ref}@{subject}" for ref in refs if ref not in without}


def test_each_item_is_merged_by_its_scope() -> None:
    """Two systems in one package share 4 to 11; 1 and 14c happen once for all."""
    network = expanded(
        Business("juki", (Unit("a", "switch", package="基幹"),)),
        Business("kojin", (Unit("b", "switch", package="基幹"),)),
    )
    assert ids(network) == {
        "1",
        "14c",
        *of("基幹:switch", PROCUREMENT_ITEMS),
        *of("juki", SYSTEM_ITEMS),
        *of("kojin", SYSTEM_ITEMS),
    }
    assert before(network, "4@基幹:switch") == {"3@juki", "3@kojin"}
    assert before(network, "14c") == {"2@juki", "2@kojin"}
    assert before(network, "14@juki") == {"12@juki", "14c"}
    shared = network.task("4@基幹:switch")
    assert [system.id for system in shared.systems] == ["juki", "kojin"]
    assert [placed.id for placed in shared.installations] == ["a", "b"]


def test_a_unit_whose_vendor_stays_walks_past_9_and_10() -> None:
    """Where the vendor stays there is neither 9 nor 10, and 11 follows 8."""
    network = expanded(Business("juki", (Unit("a", "stay", package="基幹"),)))
    assert ids(network) == {
        "1",
        "14c",
        *of("基幹:stay", PROCUREMENT_ITEMS, "9", "10"),
        *of("juki", SYSTEM_ITEMS),
    }
    assert before(network, "11@基幹:stay") == {"8@基幹:stay"}


@pytest.mark.parametrize("policy", ["switch", "national", "undecided"])
def test_every_other_policy_counts_as_a_switch(policy: str) -> None:
    """The national product and an undecided policy walk through 9 and 10."""
    network = expanded(Business("juki", (Unit("a", policy, package="基幹"),)))
    bought = f"基幹:{policy}"
    assert before(network, f"9@{bought}") == {f"8@{bought}"}
    # Nothing is signed without the money, so 11 waits for 8 as well.
    assert before(network, f"11@{bought}") == {f"8@{bought}", f"10@{bought}"}


@pytest.mark.parametrize("level", ["none", "basic", "focused", "full", None])
def test_only_a_system_without_assessment_walks_past_12(level: str | None) -> None:
    """Item 12 is there unless the level is none; 13 and 14 then follow 11."""
    network = expanded(Business("senkyo", (Unit("a", "switch"),), assessment=level))
    assert ("12@senkyo" in ids(network)) is (level != "none")
    previous = "11@a" if level == "none" else "12@senkyo"
    assert before(network, "13@senkyo") == {previous}
    assert before(network, "14@senkyo") == {previous, "14c"}


def test_units_of_mixed_policies_in_one_procurement_link_8_to_both() -> None:
    """Bought together, the staying unit links 8 to 11 and the switching one to 9."""
    network = expanded(
        Business(
            "kaigo",
            (
                Unit("a", "stay", procurement="wave"),
                Unit("b", "switch", procurement="wave"),
            ),
        )
    )
    assert before(network, "9@wave") == {"8@wave"}
    assert before(network, "10@wave") == {"9@wave"}
    assert before(network, "11@wave") == {"8@wave", "10@wave"}
    # Only the unit whose vendor changes goes through 9 and 10.
    assert [placed.id for placed in network.task("9@wave").installations] == ["b"]
    both = network.task("11@wave").installations
    assert sorted(placed.id for placed in both) == ["a", "b"]


def test_a_system_in_two_procurements_waits_for_both() -> None:
    """Two units bought apart have 4 to 11 twice; the system's 12 waits for both."""
    network = expanded(
        Business(
            "kokuho",
            (
                Unit("a", "national", package="国保"),
                Unit("b", "stay", package="税"),
            ),
        )
    )
    assert before(network, "4@国保:national") == {"3@kokuho"}
    assert before(network, "4@税:stay") == {"3@kokuho"}
    assert before(network, "12@kokuho") == {"11@国保:national", "11@税:stay"}
    assert "9@税:stay" not in ids(network)
    assert len(network.procurements) == 2


def test_one_package_under_two_policies_is_bought_twice() -> None:
    """Units of one package are bought apart where their policies differ."""
    network = expanded(
        Business("juki", (Unit("a", "stay", package="基幹"),)),
        Business("kojin", (Unit("b", "switch", package="基幹"),)),
    )
    assert list(network.procurements) == ["基幹:stay", "基幹:switch"]
    assert before(network, "4@基幹:stay") == {"3@juki"}


def test_a_procurement_that_is_given_wins_over_package_and_policy() -> None:
    """Units that name a procurement are bought in it, whatever their package."""
    network = expanded(
        Business("juki", (Unit("a", "switch", "基幹", procurement="first-wave"),)),
        Business("seiho", (Unit("b", "stay", "福祉", procurement="first-wave"),)),
        Business("kojin", (Unit("c", "switch", "基幹"),)),
    )
    assert list(network.procurements) == ["first-wave", "基幹:switch"]
    assert before(network, "4@first-wave") == {"3@juki", "3@seiho"}
    assert before(network, "4@基幹:switch") == {"3@kojin"}


def test_a_system_without_units_is_one_nameless_unit_bought_alone() -> None:
    """A system that records no unit has a procurement of its own, vendor changing."""
    network = expanded(
        Business("koseki"), Business("juki", (Unit("a", "stay", "基幹"),))
    )
    assert list(network.procurements) == ["koseki", "基幹:stay"]
    assert ids(network) >= of("koseki", PROCUREMENT_ITEMS) | of("koseki", SYSTEM_ITEMS)
    assert network.task("9@koseki").installations == ()
    assert [system.id for system in network.task("9@koseki").systems] == ["koseki"]


def test_a_system_that_does_not_apply_is_left_out() -> None:
    """Where the town has none of a system there is neither task nor cutover."""
    network = expanded(
        Business("juki", (Unit("a", "stay", "基幹"),)),
        Business("seiho", (Unit("b", "stay", "基幹"),), applies=False),
    )
    assert [system.id for system in network.systems] == ["juki"]
    assert not any("seiho" in task.id for task in network.tasks)
    assert [placed.id for placed in network.task("1").installations] == ["a"]


def test_a_system_beyond_the_law_is_planned_like_the_others() -> None:
    """A system with ``statutory: false`` has the same tasks and a cutover."""
    network = expanded(
        Business("toshokan", (Unit("a", "switch"),), statutory=False),
    )
    assert ids(network) == {
        "1",
        "14c",
        *of("a", PROCUREMENT_ITEMS),
        *of("toshokan", SYSTEM_ITEMS),
    }
    assert [system.id for system in network.systems] == ["toshokan"]
    ends = {network.tasks[place].id for place in network.before_cutover[0]}
    assert ends == {"15@toshokan", "17@toshokan"}


def test_a_dropped_last_item_hands_the_cutover_its_predecessors() -> None:
    """A cutover waits for what stands before an item that drops out."""
    town = Town(
        (
            Item("1", "system", 1, 1),
            Item("2", "system", 1, 1, ("1",), drops="vendor_stays"),
        ),
        ("2",),
        (
            Business("juki", (Unit("a", "stay"),)),
            Business("kojin", (Unit("b", "switch"),)),
        ),
    )
    network = network_of(town)
    ends = [
        [network.tasks[place].id for place in places]
        for places in network.before_cutover
    ]
    assert ends == [["1@juki"], ["2@kojin"]]


def test_several_dropped_items_in_a_row_connect_across_all_of_them() -> None:
    """Neighbours are connected across a chain of items that drop out together."""
    network = network_of(
        Town(
            (
                Item("1", "system", 1, 1),
                Item("2", "system", 1, 1),
                Item("3", "system", 1, 1, ("1", "2"), drops="vendor_stays"),
                Item("4", "system", 1, 1, ("3",), drops="no_assessment"),
                Item("5", "system", 1, 1, ("4",)),
            ),
            ("5",),
            (Business("juki", (Unit("a", "stay"),), assessment="none"),),
        )
    )
    assert before(network, "5@juki") == {"1@juki", "2@juki"}


def test_ancestors_are_all_that_a_cutover_waits_for() -> None:
    """Ancestors of a cutover hold its own tasks, shared ones, and no stranger's."""
    network = expanded(
        Business("juki", (Unit("a", "switch"),)),
        Business("kojin", (Unit("b", "switch"),)),
    )
    found = {network.tasks[place].id for place in network.ancestors(0)}
    # 14 characters waits for item 2 of every system, and 14 of juki waits for it.
    assert found == {
        "1",
        "14c",
        "2@kojin",
        *of("a", PROCUREMENT_ITEMS),
        *of("juki", SYSTEM_ITEMS),
    }
    assert network.ancestors(0) == sorted(network.ancestors(0))


def test_a_task_lists_its_systems_in_the_order_of_the_file() -> None:
    """Though bought in another order, the systems of a shared task follow the file."""
    network = expanded(
        Business("kokuho", (Unit("a", procurement="first"),)),
        Business("juki", (Unit("b", procurement="second"),)),
        Business("kojin", (Unit("c", procurement="first"),)),
    )
    for name in ("1", "14c"):
        systems = [system.id for system in network.task(name).systems]
        assert systems == ["kokuho", "juki", "kojin"]


def test_task_lists_sections_and_vendors_once() -> None:
    """A task names each section concerned once, and no vendor where none is known."""
    network = expanded(
        Business("juki", (Unit("a", "switch", "基幹"),)),
        Business("kojin", (Unit("b", "switch", "基幹"),)),
    )
    task = network.task("4@基幹:switch")
    assert task.sections == ("情報課",)
    assert task.vendors == ()


def test_who_is_live_from_today_on_walks_no_more() -> None:
    """On its first day of service nothing is left to do; the day before, all is."""
    town = standard_town((Business("juki"), Business("kojin")))
    live: dict[str, object] = {"live": [{"system": "juki", "since": "2025-01-06"}]}
    for day, walks in ((date(2025, 1, 5), True), (date(2025, 1, 6), False)):
        network = network_of(town._replace(as_of=day, progress=live))
        assert ("15@juki" in ids(network)) is walks
        assert (network.live == {}) is walks
        assert "15@kojin" in ids(network)


def test_progress_of_an_item_that_drops_out_is_that_of_no_task() -> None:
    """Where no assessment is needed, what is recorded of item 12 says nothing."""
    town = standard_town((Business("juki", assessment="none"), Business("kojin")))
    entry = {"item": "12", "system": "juki", "status": "not_started"}
    network = network_of(town._replace(progress={"tasks": [entry]}))
    assert "12@juki" not in ids(network)
    assert network.recorded == {}
