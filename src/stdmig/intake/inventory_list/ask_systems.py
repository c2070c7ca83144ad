"""What a person is asked about the systems of rows (業務の確認)."""

from __future__ import annotations

from stdmig.diagnostics import Location
from stdmig.intake.inventory_list.identifiers import identifier
from stdmig.intake.inventory_list.inquiry import Inquiry, several_of
from stdmig.intake.inventory_list.name_parts import name_parts
from stdmig.intake.inventory_list.placed import Named, Placed
from stdmig.intake.inventory_list.plain import plain
from stdmig.intake.inventory_list.recognise import Recognised
from stdmig.intake.question import Choice, Question
from stdmig.inventory import STATUTORY
from stdmig.inventory.quoted import quoted
from stdmig.words import listing, text


def asked_together(rows: list[Named], inquiry: Inquiry) -> list[Placed]:
    """Ask once about everything that is known to be none of the 20."""
    if not rows:
        return []
    names = dict.fromkeys(quoted(each.cell.words) for each in rows)
    question = Question(
        "beyond",
        text(
            "Some rows are none of the 20 systems: {names}. What becomes of them?",
            names=listing(names),
        ),
        tuple(each.cell.place for each in rows),
        (
            Choice("leave", text("leave them out; they are not standardised")),
            Choice("list", text("list them as systems beyond the law")),
        ),
        "leave",
    )
    answer = inquiry.ask(question, rows[0].cell.place)
    for each in rows:
        if each.nth and answer == "leave":
            wording = text(
                "'{name}' is none of the 20 systems; left out",
                name=quoted(each.cell.words),
            )
            inquiry.remark(each.cell.place, wording)
    return [
        Placed(each.table, each.row, (), settled=answer is not None)
        if answer != "list"
        else _listed_beyond(each)
        for each in rows
    ]


def _listed_beyond(named: Named) -> Placed:
    name = named.cell.words
    return Placed(named.table, named.row, (identifier(name, "system"),), name)


def asked_by_name(rows: list[Named], inquiry: Inquiry) -> list[Placed]:
    """Ask once for each name that means several systems, or none that is known."""
    alike: dict[tuple[str, Recognised], list[Named]] = {}
    for each in rows:
        alike.setdefault((plain(each.cell.words), each.meant), []).append(each)
    placed = []
    for (_, meant), group in alike.items():
        first = group[0]
        question = _about_name(first, meant, [each.cell.place for each in group])
        answer = inquiry.ask(question, first.cell.place)
        for each in group:
            if answer == "other":
                placed.append(_listed_beyond(each))
                continue
            ids = tuple(several_of(answer or "none"))
            systems = () if ids == ("none",) else ids
            placed.append(
                Placed(each.table, each.row, systems, settled=answer is not None)
            )
    return placed


def _about_name(named: Named, meant: Recognised, places: list[Location]) -> Question:
    name = quoted(named.cell.words)
    offered = meant.candidates or tuple(STATUTORY)
    if len(meant.systems) > 1 and len(name_parts(str(named.cell.value))) > 1:
        wording = text("'{name}' lists several systems. Which are meant?", name=name)
    elif meant.candidates:
        wording = text("'{name}' can mean several systems. Which are meant?", name=name)
    else:
        wording = text("Which of the 20 systems is '{name}'?", name=name)
    nth = f".{named.nth}" if named.nth else ""
    choices = (
        *(Choice(key, STATUTORY[key]) for key in offered),
        Choice("none", text("none of them; leave it out")),
        Choice("other", text("none of them; list it as a system beyond the law")),
    )
    return Question(
        f"system.{named.table.ref(named.cell.place)}{nth}",
        wording,
        tuple(places),
        choices,
        ",".join(meant.systems) or None,
        several=True,
    )
