"""For whom the work items happen, as far as the files say it (作業の対象)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.agreements import place_units, procurement_id
from stdmig.inventory.document import Document, Path
from stdmig.inventory.mentions import Mention, nearest, unknown
from stdmig.inventory.procedures import ProceduresFile, Scope
from stdmig.inventory.quoted import quoted
from stdmig.inventory.systems import SystemsFile
from stdmig.words import text


class Subjects:
    """For whom the items of each scope happen."""

    def __init__(self, systems: SystemsFile, procedures: ProceduresFile) -> None:
        self._scopes: dict[str, Scope] = {
            item.ref: item.scope for item in procedures.items
        }
        self._bought: dict[str, list[str]] = {
            system.id: [] for system in systems.systems if system.applies
        }
        for placed in place_units(systems):
            self._bought[placed.system.id].append(procurement_id(placed))
        for system, names in self._bought.items():
            if not names:
                names.append(system)
        self._ids: dict[str, dict[str, None]] = {}

    def of(self, item: str, system: str) -> list[str]:
        """Return the ids of the tasks of an item for one system."""
        match self._scopes.get(item):
            case "system":
                return [f"{item}@{system}"]
            case "procurement":
                return [f"{item}@{name}" for name in self._bought.get(system, ())]
        return [item]

    def fault(self, task: str, path: Path, document: Document) -> Iterator[Diagnostic]:
        """
        Yield ``STD010`` where no task has this id.

        Whether a task is left out for its units is not looked at: its item and its
        subject exist.
        """
        item = task.partition("@")[0]
        if item not in self._scopes:
            known = [Mention(ref, ()) for ref in self._scopes]
            yield from unknown([Mention(item, path)], known, document, "items")
            return
        ids = self.all_of(item)
        if task not in ids:
            message = text("no task has the id '{id}'", id=quoted(task))
            yield Diagnostic(
                "STD010", message, document.locate(path), nearest(task, ids)
            )

    def all_of(self, item: str) -> dict[str, None]:
        """Return the ids of all tasks of an item; made once, since many are asked."""
        if item not in self._ids:
            named = (name for system in self._bought for name in self.of(item, system))
            self._ids[item] = dict.fromkeys(named)
        return self._ids[item]
