"""Tasks by the words that people use for them, to record something of them (作業名)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from stdmig.inventory import Inventory, System, WorkItem
from stdmig.inventory.alike import spelled
from stdmig.inventory.recorded import TaskSubject
from stdmig.inventory.statutory import STATUTORY
from stdmig.inventory.task_subjects import Subjects
from stdmig.words import Name, Text, text
from stdmig.workspace.find import find_item, find_system


class UnknownName(NamedTuple):
    """
    A word that names nothing.

    Attributes
    ----------
    message
        What is wrong with it.
    word
        The word.
    known
        The words that would have been known.
    """

    message: Text
    word: str
    known: tuple[str, ...]


Named = TaskSubject | UnknownName


def subjects_of(inventory: Inventory) -> Subjects:
    """Return for whom the work items of an inventory happen."""
    return Subjects(inventory.file, inventory.procedures)


def named_task(inventory: Inventory, known: Subjects, word: str) -> Named:
    """Return the task that has an id; what happens once goes by its item."""
    ref, _, rest = word.replace("＠", "@").partition("@")
    item = find_item(inventory.procedures.items, ref)
    if item is None:
        refs = tuple(each.ref for each in inventory.procedures.items)
        message = text("no task has the id '{id}'", id=word)
        return UnknownName(message, word, refs)
    ids = known.all_of(item.ref)
    word = f"{item.ref}@{rest}" if rest else item.ref
    word = spelled(word, ids) or word
    if word in ids:
        if word == item.ref:
            return TaskSubject(None, item.ref, None, (word,), item.title)
        return TaskSubject(word, item.ref, None, (word,), _name(inventory, item, word))
    system = find_system(inventory, rest)
    own = known.of(item.ref, system.id) if system is not None else []
    if item.scope == "system" and own:
        return TaskSubject(
            own[0], item.ref, None, (own[0],), _name(inventory, item, own[0])
        )
    if rest:
        message = text("no task has the id '{id}'", id=word)
    else:
        message = text(
            "item {ref} is several tasks; name one, or all of them with --item {ref}",
            ref=item.ref,
        )
    return UnknownName(message, word, tuple(own) or tuple(ids))


def named_item(
    inventory: Inventory, known: Subjects, item: str, systems: Iterable[str]
) -> list[Named]:
    """Return the tasks of a work item: all, or those of some systems."""
    found = find_item(inventory.procedures.items, item)
    if found is None:
        items = inventory.procedures.items
        words = (word for each in items for word in (each.ref, each.id, each.name))
        message = text("there is no work item '{name}'", name=item)
        return [UnknownName(message, item, tuple(words))]
    once = known.all_of(found.ref)
    whole = (found.ref,) if found.ref in once else ()
    named = list(systems)
    if not named or whole:
        return [TaskSubject(None, found.ref, None, whole, found.title)]
    return [_of_system(inventory, known, found, each) for each in named]


def _of_system(
    inventory: Inventory, known: Subjects, item: WorkItem, word: str
) -> Named:
    system = named_system(inventory, word)
    if isinstance(system, UnknownName):
        return system
    ids = tuple(known.of(item.ref, system.id))
    name = _of(item.title, system.title)
    return TaskSubject(None, item.ref, system.id, ids, name)


def named_system(inventory: Inventory, word: str) -> System | UnknownName:
    """Return a system by its id or name."""
    system = find_system(inventory, word)
    if system is not None:
        return system
    for id, name in STATUTORY.items():
        if spelled(word, (id, name.ja, name.en or "")) is not None:
            told = text(
                "{system} is not among the systems of systems.yaml", system=name
            )
            ids = tuple(each.id for each in inventory.systems)
            return UnknownName(told, "", ids)
    words = [name for each in inventory.systems for name in (each.id, each.title.ja)]
    return UnknownName(
        text("no system is called '{name}'", name=word), word, tuple(words)
    )


def _name(inventory: Inventory, item: WorkItem, task: str) -> Name:
    """Return what a task is called: item and system; a procurement's id says enough."""
    if item.scope == "system":
        subject = task.partition("@")[2]
        for system in inventory.systems:
            if system.id == subject:
                return _of(item.title, system.title)
    return item.title


def _of(item: Name, system: Name) -> Name:
    en = f"{item.en or item.ja} ({system.en or system.ja})"
    return Name(f"{item.ja}（{system.ja}）", en)
