"""A cell as people call it who have the list open (セルの番地)."""

from __future__ import annotations

from stdmig.diagnostics import Location
from stdmig.diagnostics.location import column_letters
from stdmig.render.one_line import one_line


def cell_name(place: Location, *, with_sheet: bool = True) -> str:
    """
    Return the name of a cell: ``B5``, or ``一覧!B5``.

    Parameters
    ----------
    place
        The cell; in a CSV its line, and which of its values.
    with_sheet
        Whether its worksheet is named, if it has one.
    """
    cell = f"{column_letters(place.column)}{place.line}"
    if with_sheet and place.sheet is not None:
        return f"{one_line(place.sheet)}!{cell}"
    return cell
