"""What changed in the budget request: years, accounts, lines (予算の増減の表)."""

from __future__ import annotations

from collections.abc import Hashable

from stdmig.budget import BudgetLine
from stdmig.dates import shown_fiscal_year
from stdmig.outlook.comparison import Comparison, LineChange
from stdmig.render.compare.amounts import more_money, shifted, sign, total
from stdmig.render.compare.line_words import line_words
from stdmig.render.compare.table import Row, Table
from stdmig.words import Name, Readable, Text, count, text


def year_table(found: Comparison) -> Table:
    """Return what each fiscal year asks for, and the total; what is alike is left."""
    rows = [
        Row(
            "~",
            text("{year}", year=shown_fiscal_year(each.key)),
            total(each.before),
            total(each.after),
            more_money(each),
        )
        for each in found.money.years
    ]
    if rows:
        whole = found.money.total
        rows.append(
            Row(
                "~",
                text("Total"),
                total(whole.before),
                total(whole.after),
                more_money(whole),
            )
        )
    return Table(
        "budget",
        text("Budget by fiscal year"),
        text("Fiscal year"),
        tuple(rows),
        note=text(
            "Sums hold the lines with a price alone; what nobody priced is not zero."
        ),
    )


def share_table(found: Comparison) -> Table:
    """Return what each account and section asks for more or less, where priced."""
    rows = []
    for each in found.money.shares:
        account, section = each.key
        name = text(
            "{account} / {section}",
            account=account or text("no account given"),
            section=section or text("no section given"),
        )
        rows.append(
            Row("~", name, total(each.before), total(each.after), more_money(each))
        )
    return Table(
        "shares",
        text("Budget by account and section"),
        text("Account / section"),
        tuple(rows),
        folded=True,
    )


def line_table(found: Comparison) -> Table:
    """Return the lines of the request that differ; alike ones of a cost are folded."""
    titles = {
        item.id: item.title
        for side in (found.before, found.after)
        for item in side.plan.inventory.procedures.cost_items
    }
    together: dict[Hashable, list[LineChange]] = {}
    for number, each in enumerate(found.money.lines):
        facts = each.line.cost_item, *_sides(each)
        known = each.line.cost_item in titles
        together.setdefault(facts if known else number, []).append(each)
    rows = tuple(_line_row(alike, titles) for alike in together.values())
    return Table(
        "lines", text("Lines of the budget request"), text("Line"), rows, folded=True
    )


def _line_row(alike: list[LineChange], titles: dict[str, Name]) -> Row:
    before, after, line = alike[0].before, alike[0].after, alike[0].line
    several = len(alike) > 1
    return Row(
        sign(before, after),
        count(
            "{item} ({n} line)",
            "{item} ({n} lines)",
            len(alike),
            item=titles[line.cost_item],
        )
        if several
        else line.title,
        *_sides(alike[0]),
        _difference(before, after),
        _names(alike) if several else (),
    )


def _names(alike: list[LineChange]) -> tuple[Readable, ...]:
    """Return whose lines they are: the system where the title begins with one."""
    titles = (each.line.title for each in alike)
    return tuple(
        dict.fromkeys(
            name
            for title in titles
            for name in [dict(title.params).get("system", title)]
            if isinstance(name, Readable)
        )
    )


def _sides(change: LineChange) -> tuple[Text | None, Text | None]:
    return (
        line_words(change.before, change.after),
        line_words(change.after, change.before),
    )


def _difference(before: BudgetLine | None, after: BudgetLine | None) -> Text | None:
    """Return how much more it costs; where that is alike, how much later it is."""
    if before is None or after is None:
        return None
    was, is_ = before.amount.yen, after.amount.yen
    if was is not None and is_ is not None and was != is_:
        return text("{yen} yen", yen=f"{is_ - was:+,}")
    return shifted(before.start, after.start) or shifted(before.end, after.end)
