"""Who wrote a file that is otherwise at fault (自治体名の読取り)."""

from __future__ import annotations

from pydantic import ValidationError

from stdmig.inventory.source import Source
from stdmig.inventory.systems import Municipality
from stdmig.inventory.yaml_events import parse


def read_municipality(source: Source) -> Municipality | None:
    """Return who plans, as far as ``systems.yaml`` says that without a fault."""
    document, _ = parse(source)
    if document is None:
        return None
    try:
        return Municipality.model_validate(document.root.get("municipality"))
    except ValidationError:
        return None
