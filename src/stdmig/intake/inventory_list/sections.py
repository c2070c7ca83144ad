"""Cells that name several sections (複数の担当課)."""

from __future__ import annotations

import re

from stdmig.intake.inventory_list.header_columns import IS_SECTION
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.rows import Filled, Row
from stdmig.intake.inventory_list.table import Table
from stdmig.intake.question import Choice, Question
from stdmig.inventory.quoted import quoted
from stdmig.words import Name, text

_BETWEEN = re.compile(r"[／/・･、，,;；\n＋+＆&]|及び|と(?=.+(?:課|室|係|局|部)$)")
_OTHERS = re.compile(r"\s*(?:ほか|外|他|等|など)(?:[0-9０-９]+課)?$")


def with_one_section(table: Table, inquiry: Inquiry) -> Table:
    """Return a table each of whose rows names one section, the others in its note."""
    if table.ours:
        return table
    rows = tuple(_with_one(table, row, inquiry) for row in table.body.rows)
    return table._replace(body=table.body._replace(rows=rows))


def _with_one(table: Table, row: Row, inquiry: Inquiry) -> Row:
    cell = row.get("unit.section")
    names = _names(str(cell.value)) if cell else ()
    if cell is None or not names:
        return row
    place = cell.repeated or cell.place
    question = Question(
        f"sections.{table.ref(place)}",
        text(
            "'{words}' names several sections. Which one owns the system?",
            words=quoted(cell.words),
        ),
        (place,),
        (
            *(Choice(str(n), Name(name)) for n, name in enumerate(names, start=1)),
            Choice("all", text("write all of them, as in the cell")),
        ),
        "1",
    )
    answer = inquiry.ask(question, place)
    if answer is None or answer == "all":
        return row
    wording = text(
        "'{words}' was kept in the unit's note; its section is {name}",
        words=quoted(cell.words),
        name=quoted(names[int(answer) - 1]),
    )
    if not cell.repeated:
        inquiry.remark(place, wording)
    note = row.get("unit.note") or Filled("", cell.place)
    kept = " / ".join(filter(None, [note.words, f"担当課: {cell.words}"]))
    cells = {
        "unit.section#0": cell._replace(value=names[int(answer) - 1]),
        "unit.note#0": note._replace(value=kept),
    }
    return row._replace(cells={**row.cells, **cells})


def _names(written: str) -> tuple[str, ...]:
    """Return the sections that a cell names if they are several, else nothing."""
    bare = _OTHERS.sub("", written.strip())
    parts = [each.strip() for each in _BETWEEN.split(bare)]
    parts = [each for each in parts if each]
    if len(parts) < 2 and bare == written.strip():
        return ()
    # 教育委員会 学校教育課 is one section, under the body that it belongs to.
    if _level(parts[0]) < _level(parts[-1]):
        return ()
    return tuple(parts) if all(IS_SECTION.fullmatch(each) for each in parts) else ()


def _level(section: str) -> int:
    return _LEVELS.find(section[-1:])


_LEVELS = "会部局課室係班"
"""Last letters of sections, from the top."""
