"""The forms of municipalities, by the names of their files (調査票の作成)."""

from __future__ import annotations

from collections.abc import Sequence

from stdmig.render.forms.asked import Asked
from stdmig.render.forms.workbook import form_workbook
from stdmig.words import Style
from stdmig.workspace.forms.file_names import safe_name, unique_name
from stdmig.workspace.steps_table import packaged_steps


def make_forms(asked: Sequence[Asked], style: Style) -> dict[str, bytes]:
    """
    Return a workbook for each municipality.

    A file is named after the code, where there is one, and the name.
    """
    steps, taken = packaged_steps().count, set[str]()
    files = {}
    for each in asked:
        town = each.file.municipality
        name = safe_name(town.name)
        wanted = f"{town.code}_{name}" if town.code else name
        files[f"{unique_name(wanted, taken)}.xlsx"] = form_workbook(each, steps, style)
    return files
