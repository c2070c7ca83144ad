"""Tasks, findings and assumptions as tables (作業一覧・指摘・前提)."""

from __future__ import annotations

from datetime import date

from stdmig.diagnostics import Location
from stdmig.render.palette import MUTED
from stdmig.render.workbook import workbook
from stdmig.rules import Suppression
from stdmig.words import Style
from tests.render.workbook.reading import (
    dossier_of,
    made,
    opened,
    plain,
    planned,
    table,
)


def test_every_task_has_a_row_with_its_dates() -> None:
    """The sheet holds the plan's tasks in their order, dates as dates."""
    plan = planned("sample").plan
    rows = table(opened(made("sample"))["Tasks"]).dicts()
    assert [row["Task id"] for row in rows] == [task.id for task in plan.tasks]
    (request,) = (row for row in rows if row["Task id"] == "8@inkan")
    assert request == {
        "Task id": "8@inkan",
        "Item": "8",
        "Task": "Budget request",
        "Scope": "procurement",
        "Procurement": "Seal registration",
        "Systems": "Seal registration",
        "Sections": None,
        "Present vendors": None,
        "Comes after": "7@inkan",
        "Status": "not begun",
        "Critical": "yes",
        "Planned start": date(2023, 9, 1),
        "Planned finish": date(2023, 10, 31),
        "Late start": date(2023, 9, 1),
        "Late finish": date(2023, 10, 31),
        "Last chance to start": date(2024, 9, 1),
        "Early start": date(2023, 9, 1),
        "Early finish": date(2023, 10, 31),
        "Earliest start": date(2022, 8, 1),
        "Total float (days)": 0,
        "Free float (days)": 0,
        "Shortest (months)": 2,
        "Longest (months)": 2,
    }


def test_task_of_all_systems_says_how_many() -> None:
    """What the municipality does once names their number, not twenty names."""
    first = table(opened(made("sample"))["Tasks"]).dicts()[0]
    assert (first["Task id"], first["Systems"]) == ("1", "all 20 systems")


def test_what_is_over_has_no_float_and_stands_back() -> None:
    """Done tasks keep their dates, in a lighter ink and without a float."""
    found = table(opened(made("designated"))["Tasks"])
    (row,) = (
        row for row in found.rows if found.cell(row, "Task id").value == "8@midori"
    )
    assert found.cell(row, "Status").value == "done"
    assert found.cell(row, "Total float (days)").value is None
    assert plain(found.cell(row, "Planned start").value) == date(2025, 9, 1)
    assert found.cell(row, "Task").font.color.rgb == f"FF{MUTED[1:].upper()}"
    statuses = set(found.column("Status"))
    assert statuses == {"done", "under way", "not begun", "not applicable"}


def test_finding_stands_with_what_to_do() -> None:
    """The worst findings come first, each with its place and its cure."""
    rows = table(opened(made("sample"))["Findings"]).dicts()
    assert len(rows) == len(planned("sample").findings) == 23
    first = rows[0]
    assert (first["Severity"], first["Code"]) == ("error", "STD201")
    assert first["Subject"] == "アクロシティ住民情報システム"
    assert first["Subject key"] == "contract: acrocity"
    assert first["Finding"].startswith("アクロシティ住民情報システム (14 units): ends")
    assert first["What follows"].count("\n") == 3
    assert first["What to do"].startswith("extend the contract to the day before")
    assert first["Gap (days)"] == 365
    assert first["Place in the file"].startswith("sample:systems.yaml:")
    assert first["Handling"] == "to be dealt with"


def test_accepted_finding_stands_last_with_its_reason() -> None:
    """An accepted finding is still told, in lighter ink: why, by whom, until when."""
    whole = dossier_of("sample")
    first, second, *others = whole.report.entries
    accepted = Suppression(
        "accepted",
        "=延長済み",
        "財政課長",
        date(2022, 3, 31),
        Location("systems.yaml", 9),
    )
    entries = (
        first._replace(suppression=accepted),
        second._replace(suppression=Suppression("baseline")),
        *others,
    )
    report = whole.report._replace(entries=entries)
    data = workbook(whole._replace(report=report), Style.of("en"))
    found = table(opened(data)["Findings"])
    assert found.column("Handling")[-2:] == [
        "accepted by 財政課長 until 2022-03-31: =延長済み",
        "in the baseline",
    ]
    assert found.column("Code")[-2:] == [first.code, second.code]
    cell = found.cell(found.rows[-1], "Finding")
    assert cell.font.color.rgb == f"FF{MUTED[1:].upper()}"
    assert opened(data)["Findings"]["A3"].value == (
        "1 error, 20 warnings, 0 notes; not counted: 1 accepted, 1 in the baseline"
    )


def test_assumptions_are_listed_with_their_places() -> None:
    """Every assumption of the plan has its sentence, its line and its tasks."""
    found = dossier_of("sample").page.assumptions
    rows = table(opened(made("sample"))["Assumptions"]).dicts()
    english = Style.of("en")
    assert [
        (row["What is taken to be true"], row["Place in the file"]) for row in rows
    ] == [(each.text.into(english), str(each.location)) for each in found]
    assert [row["No."] for row in rows] == list(range(1, len(found) + 1))
    assert [row["Tasks that lean on it"] for row in rows] == [
        len(each.tasks) for each in found
    ]


def test_lists_bear_the_comma_of_the_language() -> None:
    """Japanese names are parted by 、, English ones by a comma and a blank."""
    japanese = table(opened(made("sample", "ja"))["作業一覧"])
    (row,) = (row for row in japanese.dicts() if row["作業ID"] == "3@kokuho")
    assert row["担当課"] == "税務課、保険年金課"
    english = table(opened(made("sample"))["Tasks"]).dicts()
    (row,) = (row for row in english if row["Task id"] == "3@kokuho")
    assert row["Sections"] == "税務課, 保険年金課"
