"""Many municipalities as one HTML page (団体の集計の紙面)."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from stdmig.outlook.portfolio.portfolio import Portfolio
from stdmig.outlook.portfolio.statements import statements
from stdmig.outlook.slip.rollup import SlipReport
from stdmig.outlook.slip.statements import statements as slip_statements
from stdmig.render.html.heading import Fact, Heading, told
from stdmig.render.html.pen import Pen
from stdmig.render.html.whole_page import whole_page
from stdmig.render.portfolio.data import data_block
from stdmig.render.portfolio.endings import endings
from stdmig.render.portfolio.heat import heat
from stdmig.render.portfolio.labels import LABELS
from stdmig.render.portfolio.lists import MOST_DAYS, due, findings, joint, unread
from stdmig.render.portfolio.matrix_columns import columns
from stdmig.render.portfolio.names import whose
from stdmig.render.portfolio.page_title import page_title
from stdmig.render.portfolio.plain_rows import plain_rows
from stdmig.render.portfolio.share_bar import share_bar
from stdmig.render.portfolio.tile_map import tile_map
from stdmig.render.portfolio.totals import prefectures, states, systems, tiles
from stdmig.render.slip.html import slip_section
from stdmig.render.slip.names import slip_title
from stdmig.render.towns.names import system_name
from stdmig.words import Style, count, listing, text


def portfolio_page(
    portfolio: Portfolio, style: Style, slip: SlipReport | None = None
) -> str:
    """
    Return many municipalities as one HTML file.

    It asks for nothing: style, script and data are inside, and its own policy lets
    nothing else in. Without its script it is a plain page with all municipalities.
    The same portfolio gives the same bytes.

    Parameters
    ----------
    portfolio
        The municipalities and what they come to together.
    style
        Language and calendar of the reader.
    slip
        What a late vendor does to the municipalities: it comes first, and everything
        else is told to be without it.
    """
    pen = Pen(style)
    labels = dict(LABELS)
    if slip is not None:
        labels["summary"] = slip_title(slip)
    contents = {
        "head": _heading(portfolio, slip, pen),
        "sample": any(row.town.sample for row in portfolio.towns),
        "t": {name: pen(words) for name, words in labels.items()},
        **_slip(portfolio, slip, pen),
        **_totals(portfolio, pen),
        **_matrix(portfolio, pen),
        **_rest(portfolio, pen),
    }
    return whole_page(
        "portfolio.html",
        style,
        contents,
        css=["portfolio.css"],
        scripts=("portfolio_writing.js", "portfolio_details.js", "portfolio.js"),
    )


def _slip(portfolio: Portfolio, slip: SlipReport | None, pen: Pen) -> dict[str, object]:
    if slip is None:
        return {"slip": None}
    return {
        "slip": slip_section(slip, pen.style),
        "planned": told(statements(portfolio), pen),
    }


def _totals(portfolio: Portfolio, pen: Pen) -> dict[str, object]:
    total = portfolio.total
    return {
        "states": states(total, pen),
        "whole": share_bar(total, pen.style, 1000.0) if total.systems else None,
        "tiles": tuple(tiles(total, pen)),
        "map": tile_map(portfolio, pen.style),
        "unmapped": any(each.code is None for each in portfolio.prefectures),
        "prefectures": prefectures(portfolio, pen),
        "systems": systems(portfolio, pen),
    }


def _matrix(portfolio: Portfolio, pen: Pen) -> dict[str, object]:
    return {
        "columns": [pen(system_name(id_)) for id_ in columns(portfolio)],
        "plain": plain_rows(portfolio, pen),
        "data": data_block(portfolio, pen.style),
        "vendor_names": sorted(pen(row.vendor) for row in portfolio.vendors),
    }


def _rest(portfolio: Portfolio, pen: Pen) -> dict[str, object]:
    return {
        "heat": heat(portfolio, pen),
        "endings": endings(portfolio, pen),
        "due": due(portfolio, pen),
        "more_due": len(portfolio.due) > MOST_DAYS,
        "joint": tuple(joint(portfolio, pen)),
        "findings": tuple(findings(portfolio, pen)),
        "broken": tuple(unread(portfolio.broken, pen)),
    }


def _heading(portfolio: Portfolio, slip: SlipReport | None, pen: Pen) -> Heading:
    name = whose(portfolio)
    chosen = listing(map(system_name, portfolio.chosen)) if portfolio.chosen else None
    return Heading(
        pen(name),
        pen(page_title(portfolio, slip)),
        pen(chosen) if chosen else None,
        tuple(_facts(portfolio, pen)),
        told(statements(portfolio) if slip is None else slip_statements(slip), pen),
    )


def _facts(portfolio: Portfolio, pen: Pen) -> Iterator[Fact]:
    total, none = portfolio.total, Markup("")
    yield Fact("as-of", pen(text("As-of date")), pen.time(portfolio.as_of), none)
    unread = count("{n} cannot be read", "{n} cannot be read", total.broken)
    yield Fact(
        "towns",
        pen(text("Municipalities")),
        pen(f"{total.towns:,}"),
        pen(unread) if total.broken else none,
    )
    absent = total.states.get("absent", 0)
    apart = count("{n} does not apply", "{n} do not apply", absent)
    yield Fact(
        "systems",
        pen(text("Systems")),
        pen(f"{total.systems:,}"),
        pen(apart) if absent else none,
    )
