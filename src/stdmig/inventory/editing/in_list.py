"""What a value of the file is called in the list that people edit (列名)."""

from __future__ import annotations

import re
from collections import Counter

from stdmig.inventory.document import Path
from stdmig.inventory.list_columns import LIST_COLUMNS, Owner
from stdmig.words import Name, Style, Text, listing

_HEADINGS = {(column.owner, column.key): column.heading for column in LIST_COLUMNS}
_MANY = Counter(column.key for column in LIST_COLUMNS)
_OF_ONE_OWNER = {
    column.key: column.heading for column in LIST_COLUMNS if _MANY[column.key] == 1
}
_QUOTED = re.compile(r"'([a-z_]+)'")
_FIRST = re.compile(r"^(?:- +)?([a-z_]+):")


def owner_of(path: Path) -> Owner:
    """Return whose value it is to which a route of ``systems.yaml`` leads."""
    if path[:1] == ("municipality",):
        return "municipality"
    if "contracts" in path[:1] or "contract" in path[4:5]:
        return "contract"
    return "unit" if "units" in path[2:3] else "system"


def heading_of(path: Path, key: str) -> Name | None:
    """Return what stands above the column of a value; None where the list has none."""
    if key == "contract":
        return _HEADINGS["contract", "id"]
    return _HEADINGS.get((owner_of(path), key))


def headings_in(line: str, message: Text) -> Text | None:
    """Return the headings of the keys that a line and a message name, if any."""
    keys = [*_FIRST.findall(line), *_QUOTED.findall(message.into(Style("en")))]
    found = [_OF_ONE_OWNER[key] for key in dict.fromkeys(keys) if key in _OF_ONE_OWNER]
    return listing(found) if found else None
