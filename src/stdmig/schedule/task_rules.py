"""From the months of a task to its rule of time (作業の時間の規則)."""

from __future__ import annotations

from collections.abc import Iterable

from stdmig.dates import DayOfYear, Rule, ending_with_vote, months
from stdmig.network import Network, Task


def task_rules(network: Network, spans: Iterable[int]) -> tuple[Rule, ...]:
    """
    Return the rule of every task.

    Parameters
    ----------
    network
        The tasks.
    spans
        Months of each task.
    """
    votes = network.inventory.template.council.vote_days
    pairs = zip(network.tasks, spans, strict=True)
    return tuple([task_rule(task, n, votes) for task, n in pairs])


def task_rule(task: Task, n: int, votes: tuple[DayOfYear, ...]) -> Rule:
    """Return the rule of a task that takes `n` months; without sessions, the months."""
    return ending_with_vote(n, votes) if votes and needs_vote(task) else months(n)


def needs_vote(task: Task) -> bool:
    """Return whether the task ends with a vote of the council (議決)."""
    return task.item.role == "ordinance" and any(
        system.amends == "ordinance" for system in task.systems
    )
