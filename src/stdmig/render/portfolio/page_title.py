"""What a page or a workbook about many municipalities is called (紙面の表題)."""

from __future__ import annotations

from stdmig.outlook.portfolio.portfolio import Portfolio
from stdmig.outlook.slip.rollup import SlipReport
from stdmig.render.portfolio.names import whose
from stdmig.render.slip.names import slip_title
from stdmig.words import Text, text


def page_title(portfolio: Portfolio, slip: SlipReport | None = None) -> Text:
    """Return what a page or a workbook is called: whose it is, and what is asked."""
    name = whose(portfolio)
    if slip is not None:
        return text("{name}: {what}", name=name, what=slip_title(slip))
    return text("{name}: municipalities at a glance", name=name)
