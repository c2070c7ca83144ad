"""What folded systems and tasks are called (まとめた行の名称)."""

from __future__ import annotations

from collections.abc import Sequence

from stdmig.inventory import System
from stdmig.levelling.levelled import Worker
from stdmig.network import Task
from stdmig.words import Text, count, listing, text

_MOST_NAMES = 2


def systems_label(systems: Sequence[System]) -> Text:
    """Return the name of the first system, and how many others there are."""
    first, others = systems[0].title, len(systems) - 1
    if not others:
        return text("{name}", name=first)
    return count("{name} and {n} other", "{name} and {n} others", others, name=first)


def tasks_label(tasks: Sequence[Task]) -> Text:
    """Return the title of one task; of several their item, and how many there are."""
    item = tasks[0].item
    if len(tasks) == 1:
        return tasks[0].title
    return count(
        "{no} {name} ({n} task)",
        "{no} {name} ({n} tasks)",
        len(tasks),
        no=item.ref,
        name=item.title,
    )


def worker_label(worker: Worker) -> Text:
    """Return the name of a section."""
    if worker.name is None:
        return text("lead section")
    return text("{name}", name=worker.name)


def workers_label(workers: Sequence[Worker]) -> Text:
    """Return the names of a few sections, and how many others there are."""
    told: list[Text] = [worker_label(each) for each in workers[:_MOST_NAMES]]
    others = len(workers) - len(told)
    if others:
        told.append(count("{n} more section", "{n} more sections", others))
    return listing(told)
