"""The contracts of a unit, in the order in which they run (契約の並び)."""

from __future__ import annotations

from stdmig.inventory.document import Document, Path
from stdmig.inventory.draft_of import contracts_of
from stdmig.inventory.editing.change import Change
from stdmig.inventory.editing.editor import Editor
from stdmig.inventory.editing.node import Node
from stdmig.inventory.editing.remark import remark_on
from stdmig.inventory.editing.removals import Placed
from stdmig.inventory.editing.step import Step, refused
from stdmig.inventory.editing.values import at
from stdmig.inventory.writing.collection import Data
from stdmig.inventory.writing.key_order import anchor
from stdmig.words import text


def row_step(
    document: Document,
    placed: Placed,
    wanted: tuple[str, ...],
    written: Node | None,
) -> Step | None:
    """
    Return the step that makes other contracts run for a unit; None where none is due.

    A contract that stands in the unit itself is never taken out: the file says
    nowhere else what it is.

    Parameters
    ----------
    placed
        The unit.
    wanted
        The ids that a draft gives.
    written
        What stands under ``contract``.
    """
    path = placed.path
    row = list(contracts_of(placed.unit, placed.own))
    current = tuple(name for name, _ in row)
    if wanted == current:
        return None
    mapping = at(document, path)
    here = (*path, "contract")
    change = Change(
        here,
        placed.title,
        "contract",
        ", ".join(current) or None,
        ", ".join(wanted) or None,
        document.locate(here),
        remark_on(mapping, "contract", ()),
    )
    inline = {place: name for place, (name, held) in enumerate(row) if held is not None}
    if any(wanted[place : place + 1] != (name,) for place, name in inline.items()):
        why = text("the contract that stands in the unit itself would be lost")
        return refused(change, why)
    if not wanted:
        return Step((change,), lambda editor: editor.remove(here))
    if "contract" not in mapping:
        after = anchor("unit", "contract", mapping)
        return Step(
            (change,),
            lambda editor: editor.insert(path, "contract", _ids(wanted), after=after),
        )
    if isinstance(mapping["contract"], dict):
        return Step((change,), lambda editor: _follow(editor, here, wanted[1:]))
    one_by_one = inline or (written and written.entries and not written.in_brackets)
    if one_by_one:
        return Step((change,), lambda editor: _each(editor, here, current, wanted))
    return Step((change,), lambda editor: editor.set(here, _ids(wanted)))


def _ids(wanted: tuple[str, ...]) -> Data:
    return list(wanted) if len(wanted) > 1 else wanted[0]


def _follow(editor: Editor, path: Path, more: tuple[str, ...]) -> None:
    for name in more:
        editor.follow(path, name)


def _each(
    editor: Editor, path: Path, current: tuple[str, ...], wanted: tuple[str, ...]
) -> None:
    for place, name in enumerate(wanted):
        if place >= len(current):
            editor.append(path, name)
        elif name != current[place]:
            editor.set((*path, place), name)
    for place in range(len(wanted), len(current)):
        editor.remove((*path, place))
