"""Which unit of the file a row means where its section does not tell (既存との対応)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.diagnostics import Location
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.known import Known, KnownUnit
from stdmig.intake.inventory_list.plain import folded
from stdmig.intake.question import Choice, Question
from stdmig.inventory import STATUTORY
from stdmig.inventory.quoted import quoted
from stdmig.words import Name, text


class Sought(NamedTuple):
    """A unit of the list; `ref` is what the id of its question ends in."""

    system: str
    section: str
    vendor: str
    package: str
    place: Location
    ref: str


def known_by_person(sought: Sought, known: Known, inquiry: Inquiry) -> KnownUnit | None:
    """Return the unit of the file that the person names, None where it is new."""
    left = known.left(sought.system)
    if not left:
        return None
    alike = [each for each in left if _alike(each, sought)]
    question = Question(
        f"unit.{sought.ref}",
        text(
            "systems.yaml has {system} under another section than '{section}'. Is it"
            " one of these?",
            system=STATUTORY.get(sought.system, Name(sought.system)),
            section=quoted(sought.section or "-"),
        ),
        (sought.place,),
        (
            *(
                Choice(
                    each.id,
                    text(
                        "'{section}' ({vendor}): it changes",
                        section=quoted(each.unit.section),
                        vendor=quoted(each.unit.vendor or "-"),
                    ),
                )
                for each in left
            ),
            Choice("new", text("none of them: a unit of its own")),
        ),
        alike[0].id if len(alike) == 1 else None,
    )
    answer = inquiry.ask(question, sought.place)
    if answer is None or answer == "new":
        return None
    return known.take_by_id(sought.system, answer)


def _alike(known: KnownUnit, sought: Sought) -> bool:
    """Return whether sections or the product show that it is the same."""
    one, other = folded(known.unit.section), folded(sought.section)
    if one and other and (one.startswith(other) or other.startswith(one)):
        return True
    product = (folded(known.unit.vendor or ""), folded(known.unit.package or ""))
    return all(product) and product == (folded(sought.vendor), folded(sought.package))
