"""Which files do not say the same (内容の異なるファイル)."""

from __future__ import annotations

from stdmig.inventory import Inventory
from stdmig.outlook.comparison.outcome import Outcome


def changed_files(before: Outcome, after: Outcome) -> tuple[str, ...]:
    """
    Return the names of the files whose content differs, in the usual order.

    Comments, order of keys and positions are no content.
    """
    first, second = _contents(before.plan.inventory), _contents(after.plan.inventory)
    found = (name for name, held in second.items() if first[name] != held)
    # Starts of the very same file differ only by levelling, which nobody wrote.
    same = (
        before.plan.inventory.documents.starts is after.plan.inventory.documents.starts
    )
    return tuple(name for name in found if name != "starts.yaml" or not same)


def _contents(inventory: Inventory) -> dict[str, object]:
    return {
        "systems.yaml": inventory.file,
        "procedures.yaml": inventory.procedures,
        "schedule_template.yaml": inventory.template,
        "costs.yaml": inventory.costs,
        "progress.yaml": inventory.progress,
        "capacity.yaml": inventory.capacity,
        "starts.yaml": inventory.starts,
    }
