"""Which system each row is about: read, or asked (業務の特定)."""

from __future__ import annotations

from stdmig.intake.inventory_list.ask_systems import asked_by_name, asked_together
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.name_parts import name_parts, says_nothing
from stdmig.intake.inventory_list.placed import Named, Placed
from stdmig.intake.inventory_list.plain import folded
from stdmig.intake.inventory_list.recognise import recognise
from stdmig.intake.inventory_list.rows import Row
from stdmig.intake.inventory_list.skipping import Skipped
from stdmig.intake.inventory_list.table import Table
from stdmig.inventory import STATUTORY
from stdmig.inventory.quoted import quoted
from stdmig.inventory.systems import SystemsFile
from stdmig.words import text


def place_rows(
    tables: tuple[Table, ...], known: SystemsFile | None, inquiry: Inquiry
) -> list[Placed]:
    """Return the rows that tell of a system or a unit, each with its systems."""
    customs = _own_names(known)
    placed: dict[tuple[int, int], Placed] = {}
    beyond: list[Named] = []
    open_: list[Named] = []
    parts: list[Named] = []
    for table in tables:
        for row in table.body.rows:
            at = (table.number, row.at)
            if (own := _by_id(row, customs)) is not None:
                placed[at] = Placed(table, row, (own,))
                continue
            named = _named(table, row)
            if named is None:
                continue
            if folded(named.cell.words) in customs:
                key = customs[folded(named.cell.words)]
                placed[at] = Placed(table, row, (key,))
                continue
            if named.meant.systems:
                parts += _not_recognised(named)
            if named.meant.sure is not None:
                _remark_on(named, inquiry)
                placed[at] = Placed(table, row, (named.meant.sure,))
            else:
                (beyond if _is_beyond(named) else open_).append(named)
                placed[at] = Placed(table, row, (), settled=False)
    outside = [each for each in parts if each.meant.beyond]
    answers = asked_together([*beyond, *outside], inquiry)
    for each in answers[: len(beyond)] + asked_by_name(open_, inquiry):
        placed[each.table.number, each.row.at] = each
    others = [*answers[len(beyond) :], *_asked_about_parts(parts, customs, inquiry)]
    return _with_parts(placed, others)


def _not_recognised(named: Named) -> list[Named]:
    """Return the names that a cell lists beside those of systems."""
    parts = name_parts(str(named.cell.value))
    if len(parts) == 1:
        return []
    return [
        named._replace(
            cell=named.cell._replace(value=part), meant=recognise(part), nth=nth
        )
        for nth, part in enumerate(parts, start=1)
        if not recognise(part).systems and not says_nothing(part)
    ]


def _asked_about_parts(
    parts: list[Named], customs: dict[str, str], inquiry: Inquiry
) -> list[Placed]:
    """Return what becomes of names beside those of systems, asked where not known."""
    placed = []
    for each in parts:
        name = each.cell.words
        if each.meant.beyond:
            continue
        if folded(name) in customs:
            placed.append(Placed(each.table, each.row, (customs[folded(name)],)))
        elif each.meant.candidates:
            wording = text(
                "'{name}' was not taken for a system of its own", name=quoted(name)
            )
            inquiry.remark(each.cell.place, wording)
        else:
            placed += asked_by_name([each], inquiry)
    return placed


def _with_parts(
    placed: dict[tuple[int, int], Placed], others: list[Placed]
) -> list[Placed]:
    """Return the rows with the systems that were found beside those of each row."""
    beside: list[Placed] = []
    for other in others:
        at = (other.table.number, other.row.at)
        if other.beyond is not None:
            beside.append(other)
        elif other.systems:
            systems = dict.fromkeys((*placed[at].systems, *other.systems))
            placed[at] = placed[at]._replace(systems=tuple(systems))
    return [*placed.values(), *beside]


def left_out_rows(placed: list[Placed]) -> tuple[Skipped, ...]:
    """Return the rows that are left out because they are none of the systems."""
    return tuple(
        Skipped(
            each.row.place,
            quoted(each.row.words("system.name") or each.row.words("unit.name")),
            text("none of the 20 systems; left out"),
        )
        for each in placed
        if each.settled and not each.systems
    )


def _own_names(known: SystemsFile | None) -> dict[str, str]:
    """Return the ids of the file's systems by what they are called there."""
    names = {key: key for key in STATUTORY} | {
        folded(name.ja): key for key, name in STATUTORY.items()
    }
    for system in known.systems if known else ():
        names[folded(system.id)] = system.id
        names[folded(system.title.ja)] = system.id
        if system.name_en:
            names[folded(system.name_en)] = system.id
    return {folded(name): key for name, key in names.items()}


def _by_id(row: Row, customs: dict[str, str]) -> str | None:
    return customs.get(folded(row.words("system.id")))


def _named(table: Table, row: Row) -> Named | None:
    """Return the cell that says most about the system of a row, and what it says."""
    cells = [row.get(field) for field in ("system.name", "unit.name", "system.id")]
    filled = [cell for cell in cells if cell is not None]
    if not filled:
        return None
    meant = [recognise(cell.words) for cell in filled]
    first = meant[0]
    for cell, each in zip(filled, meant, strict=True):
        narrower = each.sure in first.candidates or not first.candidates
        if len(first.systems) > 1:
            break
        if each.sure is not None and (narrower or each is first) and not first.beyond:
            return Named(table, row, cell, each)
    for cell, each in zip(filled, meant, strict=True):
        if each.candidates or each.beyond:
            return Named(table, row, cell, each)
    return Named(table, row, filled[0], first)


def _is_beyond(named: Named) -> bool:
    outside = any(
        word in named.row.words("unit.note")
        for word in ("標準化対象外", "対象外業務", "20業務以外", "20業務外")
    )
    return named.meant.beyond or (outside and not named.meant.systems)


def _remark_on(named: Named, inquiry: Inquiry) -> None:
    key = named.meant.sure
    if key is None or (named.meant.exact and named.row.get("system.name")):
        return
    inquiry.remark(
        named.cell.place,
        text(
            "'{name}' was read as {system}",
            name=quoted(named.cell.words),
            system=STATUTORY[key],
        ),
    )
