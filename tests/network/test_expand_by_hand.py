"""The network of 1,000 random towns against one unfolded by hand (展開の検算)."""

from __future__ import annotations

from tests.network.by_hand import bought_under
from tests.schedule.generator import thousand_cases


def test_tasks_and_links_are_those_unfolded_by_hand() -> None:
    """Every town has exactly the tasks, links and systems that a clerk finds."""
    for number, (_, plan, unfolded) in enumerate(thousand_cases()):
        network = plan.network
        before = {
            task.id: {network.tasks[other].id for other in network.before[place]}
            for place, task in enumerate(network.tasks)
        }
        assert before == unfolded.before, f"town {number}"
        systems = {
            task.id: {system.id for system in task.systems} for task in network.tasks
        }
        assert systems == unfolded.systems, f"town {number}"


def test_cutovers_wait_for_what_was_unfolded_by_hand() -> None:
    """Every system's cutover waits for exactly the tasks that a clerk finds."""
    for number, (_, plan, unfolded) in enumerate(thousand_cases()):
        network = plan.network
        ends = {
            system.id: {network.tasks[place].id for place in network.before_cutover[at]}
            for at, system in enumerate(network.systems)
        }
        assert ends == unfolded.before_cutover, f"town {number}"


def test_successors_are_the_predecessors_turned_round() -> None:
    """A task is among those after another just where that one is before it."""
    for number, (_, plan, _) in enumerate(thousand_cases()):
        network = plan.network
        size = len(network.tasks)
        before = {(a, b) for b in range(size) for a in network.before[b]}
        after = {(a, b) for a in range(size) for b in network.after[a]}
        assert before == after, f"town {number}"
        ends = {
            (place, at)
            for at, places in enumerate(network.before_cutover)
            for place in places
        }
        turned = {
            (place, at) for place in range(size) for at in network.cutovers_after[place]
        }
        assert ends == turned, f"town {number}"


def test_tasks_stand_after_their_predecessors() -> None:
    """The order of the tasks is one in which the work can be done."""
    for number, (_, plan, _) in enumerate(thousand_cases()):
        network = plan.network
        for place, earlier in enumerate(network.before):
            assert all(other < place for other in earlier), f"town {number}: {place}"


def test_tasks_of_a_procurement_know_it() -> None:
    """A task of a procurement names it; its units are those bought under it."""
    for number, (town, plan, _) in enumerate(thousand_cases()):
        bought = {
            unit.id: bought_under(system, unit)
            for system in town.systems
            for unit in system.units
        }
        for task in plan.tasks:
            _, _, subject = task.id.partition("@")
            if task.item.scope != "procurement":
                assert task.procurement is None, f"town {number}: {task.id}"
                continue
            assert task.procurement is not None, f"town {number}: {task.id}"
            assert task.procurement.id == subject, f"town {number}: {task.id}"
            names = {bought[placed.id] for placed in task.installations}
            assert names <= {subject}, f"town {number}: {task.id}"
