"""Units taken out of a file, and the ids of those that stay (削除)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from stdmig.inventory.check_systems import unit_id
from stdmig.inventory.document import Document, Path
from stdmig.inventory.editing.change import Change
from stdmig.inventory.editing.step import Step, refused
from stdmig.inventory.editing.values import at
from stdmig.inventory.systems import Unit
from stdmig.words import Name, text


class Placed(NamedTuple):
    """
    A unit of the file.

    Attributes
    ----------
    path
        Route to it.
    own
        The id by which it goes.
    unit
        What the file says of it.
    system
        Id of its system.
    title
        What it is called.
    """

    path: Path
    own: str
    unit: Unit
    system: str
    title: Name


def removal_steps(
    document: Document, units: Collection[Placed], removed: Collection[str]
) -> Iterator[Step]:
    """Yield a step for every unit that is taken out."""
    for placed in units:
        if placed.own not in removed:
            continue
        path = placed.path
        where = document.locate(path)
        change = Change(path, placed.title, None, placed.own, None, where)
        if isinstance(at(document, path[:2]).get("units"), dict):
            yield refused(
                change, text("the system has this unit alone, without a list")
            )
            continue
        yield _removal(change)


def kept_id_steps(
    document: Document,
    units: Collection[Placed],
    removed: Collection[str],
    added: Collection[str],
    sections: Mapping[str, str],
) -> Iterator[Step]:
    """
    Yield a step for every unit whose id would become another: it is written out.

    A unit without an id of its own goes by its system's while it is alone there, and
    by system and section beside others; progress.yaml knows it by what it went by.

    Parameters
    ----------
    added
        The systems of new units, once for each.
    sections
        New sections, by the ids of their units.
    """
    kept = [placed for placed in units if placed.own not in removed]
    for placed in kept:
        mine = [each for each in kept if each.system == placed.system]
        alone = len(mine) + list(added).count(placed.system) == 1
        own = placed.unit.id
        section = sections.get(placed.own, placed.unit.section)
        if unit_id(placed.system, section, own, alone=alone) == placed.own:
            continue
        if any(character in " \u3000@:,\t" for character in placed.own):
            continue
        path = placed.path
        remark = text("written out, since it would go by another id now")
        where = document.locate(path)
        change = Change(
            (*path, "id"), placed.title, "id", None, placed.own, where, remark
        )
        yield _written_out(change, placed)


def _removal(change: Change) -> Step:
    return Step((change,), lambda editor: editor.remove(change.path))


def _written_out(change: Change, placed: Placed) -> Step:
    return Step(
        (change,),
        lambda editor: editor.insert(placed.path, "id", placed.own, after=None),
    )
