"""Changes of a file and the reading of a list, as they are shown (変更点・読取り)."""

from __future__ import annotations

import pytest

from stdmig.diagnostics import Location
from stdmig.inventory.editing.change import Change
from stdmig.render.cells import width
from stdmig.render.changes import changes_text
from stdmig.render.understood import (
    Said,
    SeenColumn,
    SeenSheet,
    UnderstoodPage,
    columns_text,
    conclusion_text,
)
from stdmig.words import LANGUAGES, Language, Name, text
from tests.hostile import ALL
from tests.screens import screen

PLACE = Location("systems.yaml", 3, 5)
TOWN = Name("住民記録")


def test_changes_stand_under_what_they_concern() -> None:
    """Old and new value stand in a line, under the unit or contract they are of."""
    changes = (
        Change(("contracts", 0, "end"), Name("甲"), "end", "R7.3.31", "R8.3.31", PLACE),
        Change(("contracts", 0, "note"), Name("甲"), "note", None, "延長", PLACE),
        Change(("systems", 0, "units", 0), TOWN, None, None, "juki", PLACE),
        Change(("systems", 1, "units", 0), Name("戸籍"), None, "koseki", None, PLACE),
        Change(
            *(("systems", 2, "with"), Name("税"), "with", "a", "b", PLACE),
            text("(nothing)"),
        ),
    )
    assert changes_text("systems.yaml", changes, screen("en")).splitlines() == [
        "systems.yaml: 5 changes",
        "  contract 甲",
        "    Contract end: R7.3.31 -> R8.3.31",
        "    Contract's note: (nothing) -> 延長",
        "  + unit 住民記録 (new)",
        "  - unit 戸籍 (removed)",
        "  system 税",
        "    with: a -> b",
        "      (nothing)",
    ]


def _page(name: str, *, tables: int = 1) -> UnderstoodPage:
    place = Location("list.xlsx", 5, 28, name)
    columns = (
        SeenColumn(place, name, Name("業務名", "System"), is_read=True),
        SeenColumn(place, name, text("not read"), is_read=False),
    )
    return UnderstoodPage(
        "list.xlsx",
        (*(SeenSheet(name, 3, columns) for _ in range(tables)),),
        (Said(place, text("{name}", name=name)),),
        (Said(place, text("{name}", name=name)),),
        *(20, 21, 4),
    )


def test_columns_are_shown_with_their_letters() -> None:
    """Letter, heading and meaning stand in a row; what is not read is in brackets."""
    assert columns_text(_page("現況"), screen("en")).splitlines() == [
        "list.xlsx, sheet '現況': 3 rows",
        "  column  heading in the list  read as",
        "  AB      現況                 System",
        "  AB      現況                 (not read)",
        "Rows that are not read",
        "  AB5  現況",
    ]


def test_cells_name_their_sheet_where_there_are_several() -> None:
    """With one table the cell is enough."""
    shown = columns_text(_page("現況", tables=2), screen("en"))
    assert "  現況!AB5  現況\n" in shown


def test_conclusion_counts_what_the_list_tells_of() -> None:
    """Remarks come first, since their owner should see them before agreeing."""
    assert conclusion_text(_page("現況"), screen("en")).splitlines() == [
        "How it was read",
        "  AB5  現況",
        "The list tells of 20 systems, 21 installed units and 4 contracts.",
    ]


def test_sheet_that_is_not_read_says_why() -> None:
    """No sheet is passed over in silence."""
    sheet = SeenSheet("凡例", 0, (), text("not read"))
    page = _page("現況")._replace(sheets=(sheet,), skipped=())
    assert columns_text(page, screen("en")) == (
        "list.xlsx, sheet '凡例': not read (not read)\n"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ALL)
def test_hostile_names_break_no_line(name: str, language: Language) -> None:
    """Whatever the cells say, no line is wider than the screen or does anything."""
    change = Change(("systems", 0), Name(name), "reason", name, name, PLACE)
    pages = (
        columns_text(_page(name), screen(language)),
        conclusion_text(_page(name), screen(language)),
        changes_text("systems.yaml", (change,), screen(language)),
    )
    for shown in pages:
        assert all(width(line) <= 80 for line in shown.splitlines())
        assert not set(shown) & set("\x1b\u202e\u202c")
