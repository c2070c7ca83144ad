"""Units taken out of a file, and the ids of those that stay (削除)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from stdmig.inventory.check_systems import unit_id
from stdmig.inventory.document import Document, Path
from stdmig.inventory.editing.change import Change
from stdmig.inventory.editing.step import Step, refused
from stdmig.inventory.editing.values import at
from stdmig.inventory.made_id import given_identifier, is_identifier
from stdmig.inventory.quoted import quoted
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
    by system and section beside others; progress.yaml knows it by what it went by. An
    id that holds what no id may is written as one that is made from it, by which a
    list that has the old one finds the unit again.

    Parameters
    ----------
    added
        The systems of new units, once for each.
    sections
        New sections, by the ids of their units.
    """
    kept = [placed for placed in units if placed.own not in removed]
    many = Counter(placed.system for placed in kept) + Counter(added)
    taken = {placed.own for placed in units if is_identifier(placed.own)}
    for placed in kept:
        alone = many[placed.system] == 1
        own = placed.unit.id
        section = sections.get(placed.own, placed.unit.section)
        if unit_id(placed.system, section, own, alone=alone) == placed.own:
            continue
        written = given_identifier(placed.own)
        path = placed.path
        remark = text("written out, since it would go by another id now")
        where = document.locate(path)
        change = Change(
            (*path, "id"), placed.title, "id", None, written or None, where, remark
        )
        if not written or (written != placed.own and written in taken):
            why = text(
                "it would go by another id now, and '{id}' cannot be written",
                id=quoted(placed.own),
            )
            yield refused(change._replace(after=placed.own), why)
            continue
        taken.add(written)
        yield _written_out(change, placed, written)


def _removal(change: Change) -> Step:
    return Step((change,), lambda editor: editor.remove(change.path))


def _written_out(change: Change, placed: Placed, written: str) -> Step:
    return Step(
        (change,),
        lambda editor: editor.insert(placed.path, "id", written, after=None),
    )
