"""A system that becomes a designated one (特定移行支援システムの追加)."""

from __future__ import annotations

from stdmig.inventory.designation import Designation
from stdmig.inventory.document import Document, Path
from stdmig.inventory.draft import DraftDesignation
from stdmig.inventory.editing.change import Change
from stdmig.inventory.editing.step import Step, refused
from stdmig.inventory.editing.values import DayStyle, at
from stdmig.inventory.systems import System
from stdmig.inventory.writing.collection import in_brackets
from stdmig.inventory.writing.draft_values import told_values
from stdmig.inventory.writing.key_order import anchor


def new_designation(
    document: Document,
    system: System,
    path: Path,
    designation: DraftDesignation,
    day_style: DayStyle,
) -> Step:
    """Return the step that writes ``designated`` into a system that has none."""
    values, faults = told_values(
        "designated", Designation, designation.values, day_style.spell
    )
    here = (*path, "designated")
    mapping = at(document, path)
    where = document.locate(here)
    change = Change(here, system.title, "designated", None, in_brackets(values), where)
    if faults:
        return refused(change, faults[0])
    if "designated" in mapping:
        return Step((change,), lambda editor: editor.set(here, values))
    after = anchor("system", "designated", mapping)
    return Step(
        (change,),
        lambda editor: editor.insert(path, "designated", values, after=after),
    )
