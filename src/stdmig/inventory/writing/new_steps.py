"""New files for the steps: their table, and what is recorded of them (ステップ)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from stdmig.inventory.editing.step_records import StepRow
from stdmig.inventory.progress import ProgressFile
from stdmig.inventory.schema.files import INPUT_FILES, InputFile
from stdmig.inventory.schema.modeline import modeline
from stdmig.inventory.steps import StepsFile
from stdmig.inventory.writing.collection import Data, entry_in_brackets
from stdmig.inventory.writing.comment import comment
from stdmig.inventory.writing.day import day_in_file
from stdmig.inventory.writing.scalar import scalar
from stdmig.words import Style, Text, text

_TABLE = text(
    "The steps that the ministry counts (steps of its manual)\n"
    "\n"
    "'stdmig import steps' wrote this file with the names that stand in the form.\n"
    "number  the number of the step\n"
    "name    what the manual calls it\n"
    "item    the work item to which it belongs, where that is known"
)
_RECORDS = text(
    "Progress: how far the steps of each system are\n"
    "\n"
    "'stdmig import steps' wrote this file. A step that is not named is not begun.\n"
    "steps  system          id of the system, as in systems.yaml\n"
    "       as_of           the day on which this was so\n"
    "       done            numbers of the steps that are done, such as [1-23, 25]\n"
    "       started         those under way\n"
    "       not_applicable  those that do not apply\n"
    "After every change run 'stdmig check': it says what is wrong, and where."
)


def new_step_records_yaml(rows: Iterable[StepRow], style: Style) -> bytes:
    """Write a whole ``progress.yaml`` that holds nothing but the steps."""
    lines = ["steps:"]
    for row in rows:
        day = None if row.as_of is None else day_in_file(row.as_of, style)
        lines.append(f"  - {entry_in_brackets(row.values(day))}")
    return _file(_RECORDS, ProgressFile, lines, style)


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
    return _file(_TABLE, StepsFile, lines, style)


def _file(
    words: Text,
    model: type[ProgressFile] | type[StepsFile],
    lines: list[str],
    style: Style,
) -> bytes:
    file: InputFile = next(each for each in INPUT_FILES if each.model is model)
    head = [*comment(words, style), modeline(file), f"schema: {file.schema_id}"]
    return "".join(f"{line}\n" for line in (*head, *lines)).encode("utf-8", "replace")
