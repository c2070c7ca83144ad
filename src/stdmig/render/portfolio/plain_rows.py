"""The towns as rows of a table that needs no script (スクリプトを使わない表)."""

from __future__ import annotations

from markupsafe import Markup

from stdmig.inventory.prefectures import prefecture_of
from stdmig.outlook.portfolio.portfolio import Portfolio, Ranked
from stdmig.render.html.pen import Pen
from stdmig.render.portfolio.matrix_columns import columns
from stdmig.render.portfolio.names import town_name
from stdmig.render.portfolio.town_figures import by_id, town_figures
from stdmig.render.towns.figures import percent, work_percent
from stdmig.render.towns.names import prefecture_name
from stdmig.render.towns.states import ORDER, STATES

# Most systems are live or soon will be: that is how a cell without a class looks.
_CELLS = {
    state: f"<td>{STATES[state].sign}"
    if state == "live"
    else f"<td class=s{place}>{STATES[state].sign}"
    for place, state in enumerate(ORDER)
}
_BARE, _NOT_LISTED = "<td>", "<td class=s5>"


def plain_rows(portfolio: Portfolio, pen: Pen) -> Markup:
    """
    Return the rows, the worst first.

    Put together by hand, and without the end tags that HTML lets out: 1,741 rows of
    27 cells are most of the page.
    """
    shown = columns(portfolio)
    return Markup("\n".join(_row(each, shown, pen) for each in portfolio.towns))


def _row(row: Ranked, shown: tuple[str, ...], pen: Pen) -> str:
    systems, figures = by_id(row), town_figures(row)
    states = [
        _CELLS[systems[id_].state] if id_ in systems else _NOT_LISTED for id_ in shown
    ]
    place = prefecture_name(prefecture_of(row.town.code))
    ends = (
        "" if figures.slack is None else figures.slack,
        row.gap_days or "",
        row.errors or "",
        percent(figures.step_rate),
        work_percent(figures.work_rate),
    )
    return (
        f"<tr><td>{row.rank}<th scope=row>{pen(town_name(row.town))}<td>{pen(place)}"
        f"{''.join(states)}{''.join(f'{_BARE}{each}' for each in ends)}"
    )
