"""Forms as a town hall fills them in, for tests (調査票の記入)."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl

from stdmig.diagnostics import Location
from stdmig.intake.forms.town import TownNamed
from stdmig.render.forms.asked import Asked
from stdmig.render.forms.workbook import form_workbook
from stdmig.words import Style
from stdmig.workspace.forms.asked import new_town

ENGLISH = Style("en", era=False)
SHEETS = {
    "town": "Municipality",
    "units": "Systems and units",
    "contracts": "Contract list",
    "designated": "Designated systems",
    "progress": "Progress",
}


class Form:
    """
    A form that is filled in cell by cell, as a person does it in a spreadsheet.

    Parameters
    ----------
    data
        The workbook.
    """

    def __init__(self, data: bytes) -> None:
        self.book: Any = openpyxl.load_workbook(io.BytesIO(data))

    def sheet(self, name: str) -> Any:
        """Return a sheet by its short name."""
        return self.book[SHEETS[name]]

    def head(self, name: str, heading: str) -> tuple[int, int]:
        """Return row and column of a heading."""
        for row in self.sheet(name).iter_rows():
            for cell in row:
                if cell.value is not None and _flat(cell.value) == _flat(heading):
                    return cell.row, cell.column
        raise LookupError(heading)

    def row(self, name: str, key: str) -> int:
        """Return the row of a sheet that begins with an id."""
        for row in self.sheet(name).iter_rows(max_col=1):
            if row[0].value == key:
                return int(row[0].row)
        raise LookupError(key)

    def put(self, name: str, key: str, **values: object) -> Form:
        """Write into the row of an id; keywords are headings with ``_`` for blanks."""
        for heading, value in values.items():
            _, column = self.head(name, heading.replace("_", " "))
            cell = self.sheet(name).cell(self.row(name, key), column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
        return self

    def bytes(self) -> bytes:
        """Return the workbook."""
        stream = io.BytesIO()
        self.book.save(stream)
        return stream.getvalue()

    def save(self, path: Path) -> Path:
        """Write the workbook into a folder that is made if new."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.bytes())
        return path


def blank_form(name: str = "見本町", code: str | None = "462250") -> Form:
    """Return the form of a town of which nothing is known."""
    town = TownNamed(name, code, Location("towns.csv"))
    return Form(form_workbook(Asked(new_town(town)), 40, ENGLISH))


def filled_form(name: str = "見本町", code: str | None = "462250") -> Form:
    """Return a form as a careful clerk fills it in."""
    form = blank_form(name, code)
    form.put("units", "juki", Section="住民課", Vendor="架空情報", Package="みほん")
    form.put("units", "juki", Contract_id="k01")
    form.put("units", "kojin", Section="税務課", Vendor="架空情報", Contract_id="k01")
    form.put("units", "seiho", Applies="no", Why_it_does_not_apply="県が実施")
    form.put("contracts", "k01", Contract="総合行政", Contract_start="R3.4.1")
    form.put("contracts", "k01", Contract_end="2026-03-31")
    form.put("designated", "kojin", Reason="4 the vendor lacks the resources")
    form.put("designated", "kojin", Planned_completion="R12.3")
    form.put("progress", "juki", As_of="R8.1.5", Steps_done=34, Live_since="R7.10.1")
    form.put("progress", "kojin", As_of="2026-01-05", Steps_done="２３")
    return form


def edited(data: bytes, change: Callable[[Form], object]) -> bytes:
    """Return a workbook after somebody changed it."""
    form = Form(data)
    change(form)
    return form.bytes()


def _flat(words: object) -> str:
    return "".join(str(words).split())
