"""All tables of a comparison, the most important first (比較の表の一覧)."""

from __future__ import annotations

from stdmig.outlook.comparison import Comparison
from stdmig.render.compare.amounts import day, shifted, sign
from stdmig.render.compare.contract_tables import ask_table, contract_table
from stdmig.render.compare.finding_table import finding_table, reworded_table
from stdmig.render.compare.money_tables import line_table, share_table, year_table
from stdmig.render.compare.system_tables import cutover_table, fit_table, path_table
from stdmig.render.compare.table import Row, Table
from stdmig.render.compare.task_tables import alone_table, limit_table, moved_table
from stdmig.words import text


def tables(found: Comparison) -> tuple[Table, ...]:
    """Return the tables that hold anything."""
    every = (
        cutover_table(found),
        fit_table(found),
        contract_table(found),
        ask_table(found),
        finding_table(found),
        year_table(found),
        share_table(found),
        alone_table(found),
        _dates(found),
        moved_table(found),
        limit_table(found),
        line_table(found),
        path_table(found),
        reworded_table(found),
    )
    return tuple(each for each in every if each.rows)


def _dates(found: Comparison) -> Table:
    rows = tuple(
        Row(
            sign(each.before, each.after),
            each.what,
            day(each.before),
            day(each.after),
            shifted(each.before, each.after),
        )
        for each in found.dates
    )
    return Table("dates", text("Next dates"), text("What is due"), rows, folded=True)
