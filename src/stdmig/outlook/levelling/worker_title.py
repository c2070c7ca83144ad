"""What the people are called whose load is counted (担当の名称)."""

from __future__ import annotations

from stdmig.levelling.levelled import Worker
from stdmig.words import Text, listing, text


def worker_title(worker: Worker) -> Text:
    """Return the name of a section or vendor, with the items that count together."""
    if worker.name is None:
        return text("lead section")
    if worker.kind == "vendor" and worker.items:
        return text(
            "{name} (items {items})", name=worker.name, items=listing(worker.items)
        )
    return text("{name}", name=worker.name)


def capacity_title(worker: Worker) -> Text:
    """Return where in ``capacity.yaml`` its capacity stands."""
    return {
        "lead": text("lead in capacity.yaml"),
        "section": text("sections in capacity.yaml"),
        "vendor": text("vendors in capacity.yaml"),
    }[worker.kind]
