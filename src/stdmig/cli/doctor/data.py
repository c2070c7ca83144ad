"""The files that ship with stdmig (同梱ファイル)."""

from __future__ import annotations

from stdmig.cli.doctor.found import ok, problem
from stdmig.render.doctor.checkup import Check
from stdmig.words import text
from stdmig.workspace import Request, data_root, open_workspace


def check_data() -> Check:
    """Return where they are, and whether the sample city can be read from them."""
    again = text("install stdmig again")
    try:
        folder = str(data_root())
    except FileNotFoundError:
        return problem(text("the packaged files are missing"), again, folder=None)
    inventory, _ = open_workspace(Request(sample=True))
    if inventory is None:
        says = text("the files in {place} cannot be read", place=folder)
        return problem(says, again, folder=folder)
    return ok(folder, folder=folder)
