"""The formulas of the budget sheet, and what they come to (予算要求の計算式)."""

from __future__ import annotations

from decimal import Decimal

from stdmig.render.budget_table import COLUMNS, calculation
from stdmig.render.workbook.book import Formula, column_name
from stdmig.words import Style, Text, text

PLACE = {column.key: place for place, column in enumerate(COLUMNS)}
"""Column of every key of the request."""

LETTER = {key: column_name(place) for key, place in PLACE.items()}

SOURCES = ("national", "prefectural", "bonds", "other")
"""What others pay; the rest is the town's own (一般財源)."""

SUMMED = ("previous", "request", "change", "amount", *SOURCES, "general")
"""The columns that are added up."""


class LineFormulas:
    """
    The formulas of one line.

    Parameters
    ----------
    row
        Of the line, from 1 as spreadsheets count.
    tax
        The cell of the rate that holds where a line names none.
    cells
        What the request knows of the line: the values of the formulas.
    """

    def __init__(
        self, row: int, tax: str, cells: dict[str, object], style: Style
    ) -> None:
        self.row, self.tax, self.cells, self.style = row, tax, cells, style

    def all(self) -> dict[str, Formula]:
        """Return the formulas by the keys of their columns."""
        return {
            "amount": self._known("amount", self._amount()),
            "request": self._known("request", self._request()),
            "change": self._known("change", self._change()),
            "calculation": self._known("calculation", self._calculation()),
            "general": self._known("general", self._general()),
        }

    def _known(self, key: str, expression: str) -> Formula:
        value = self.cells[key]
        assert value is None or isinstance(value, int | Decimal | str)
        return Formula(expression, value)

    def _at(self, key: str) -> str:
        return f"{LETTER[key]}{self.row}"

    def _rate(self) -> str:
        own = self._at("tax_rate")
        return f"IF(COUNT({own}),{own},{self.tax})"

    def _amount(self) -> str:
        """
        Return quantity times price with tax, a fraction of a yen cut off.

        Binary fractions come out a hair below or above what decimals would; to five
        places first, no yen is lost to them below ten thousand million yen.
        """
        quantity, price = self._at("quantity"), self._at("unit_price")
        rates = f"{self._at('tax_rate')},{self.tax}"
        known = f"AND(COUNT({quantity},{price})=2,COUNT({rates})>0)"
        gross = f"{quantity}*{price}*(100+{self._rate()})/100"
        return f'=IF({known},ROUNDDOWN(ROUND({gross},5),0),"")'

    def _request(self) -> str:
        amount = self._at("amount")
        return f'=IF(COUNT({amount}),ROUNDUP({amount}/1000,0),"")'

    def _change(self) -> str:
        request, previous = self._at("request"), self._at("previous")
        known = f"COUNT({request},{previous})=2"
        return f'=IF({known},{request}-{previous},"")'

    def _general(self) -> str:
        """Return what is left of the request once somebody knows what others pay."""
        request = self._at("request")
        others = f"{self._at(SOURCES[0])}:{self._at(SOURCES[-1])}"
        known = f"AND(COUNT({request}),COUNT({others}))"
        return f'=IF({known},{request}-SUM({others}),"")'

    def _calculation(self) -> str:
        """Return the sentence about an amount, put together from its cells."""
        marks = {
            "\x01": self._at("quantity"),
            "\x02": self._at("unit"),
            "\x03": f'TEXT({self._at("unit_price")},"#,##0")',
            "\x04": self._rate(),
        }
        told = spoken(calculation(*marks).into(self.style), marks)
        known = f'AND(COUNT({self._at("amount")}),{self._at("unit")}<>"")'
        return f'=IF({known},{told},"")'


def spoken(told: str, marks: dict[str, str]) -> str:
    """
    Return an expression for a sentence in which cells stand in the place of marks.

    Parameters
    ----------
    told
        The sentence with its marks.
    marks
        What each mark stands for.
    """
    quoted = told.replace('"', '""')
    for mark, cell in marks.items():
        quoted = quoted.replace(mark, f'"&{cell}&"')
    return f'"{quoted}"'


def _lacking(number: object) -> Text:
    return text("without amount: {n}", n=number)


class Totals:
    """
    The sums over the lines, by fiscal year and over all.

    Parameters
    ----------
    first, last
        Rows of the lines, from 1.
    rows
        What the request knows of them.
    """

    def __init__(
        self, first: int, last: int, rows: list[dict[str, object]], style: Style
    ) -> None:
        self.first, self.last, self.rows, self.style = first, last, rows, style

    def total(self, key: str, year: tuple[str, str] | None = None) -> Formula:
        """
        Return the sum of a column; empty where none of its cells is known.

        Parameters
        ----------
        year
            Of one fiscal year: the cell that names it, and its name.
        """
        span = self._span(key)
        if year is None:
            counted, added = f"COUNT({span})", f"SUM({span})"
        else:
            years = self._span("fiscal_year")
            counted = f"SUMPRODUCT(({years}={year[0]})*ISNUMBER({span}))"
            added = f"SUMIFS({span},{years},{year[0]})"
        known = [
            value
            for row in self._of(year)
            if isinstance(value := row[key], int | Decimal)
        ]
        expression = f'=IF({counted}=0,"",{added})'
        return Formula(expression, sum(known) if known else None)

    def without_amount(self, year: tuple[str, str] | None = None) -> Formula:
        """Return the words about the lines that no sum contains, if there are any."""
        lacking = f'({self._span("amount")}="")'
        if year is None:
            counted = f"SUMPRODUCT({lacking}*1)"
        else:
            years = self._span("fiscal_year")
            counted = f"SUMPRODUCT(({years}={year[0]})*{lacking})"
        told = spoken(_lacking("\x01").into(self.style), {"\x01": counted})
        number = sum(row["amount"] is None for row in self._of(year))
        value = _lacking(number).into(self.style) if number else None
        return Formula(f'=IF({counted}=0,"",{told})', value)

    def _of(self, year: tuple[str, str] | None) -> list[dict[str, object]]:
        named = year[1] if year else None
        return [row for row in self.rows if named in (None, row["fiscal_year"])]

    def _span(self, key: str) -> str:
        letter = LETTER[key]
        return f"${letter}${self.first}:${letter}${self.last}"
