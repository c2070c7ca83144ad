"""A new steps.yaml with the names that a form gives (ステップの一覧の新規作成)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from stdmig.inventory.steps import StepsFile
from stdmig.inventory.writing.collection import Data, entry_in_brackets
from stdmig.inventory.writing.scalar import scalar
from stdmig.inventory.writing.whole_file import whole_file
from stdmig.words import Style, text

_TABLE = text(
    "The steps that the ministry counts (steps of its manual)\n"
    "\n"
    "'stdmig import steps' wrote this file with the names that stand in the form.\n"
    "number  the number of the step\n"
    "name    what the manual calls it\n"
    "item    the work item to which it belongs, where that is known"
)


def new_steps_yaml(
    names: Mapping[int, str], known: StepsFile, source: str, style: Style
) -> bytes:
    """
    Write a whole ``steps.yaml`` with the names that a form gives.

    Parameters
    ----------
    names
        Of the steps, by their numbers.
    known
        The table that is replaced: how many steps there are, and the work items of
        those that it names.
    source
        Name of the form.
    """
    items = {each.number: each.item for each in known.steps if each.item is not None}
    before = {each.number: each.name for each in known.steps}
    lines = [
        f"source: {scalar(PurePath(source).name)}",
        f"count: {known.count}",
        "steps:",
    ]
    for number, name in sorted((before | dict(names)).items()):
        entry: dict[str, Data] = {"number": number, "name": name}
        if number in items:
            entry["item"] = items[number]
        lines.append(f"  - {entry_in_brackets(entry)}")
    return whole_file(StepsFile, _TABLE, lines, style)
