"""What is asked about columns of amounts, with what each answer makes (金額の確認)."""

from __future__ import annotations

from stdmig.diagnostics import Location
from stdmig.diagnostics.location import column_letters
from stdmig.intake.inventory_list.amounts import read_amount, tax_of, without_tax
from stdmig.intake.inventory_list.column import Column
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.plain import one_line
from stdmig.intake.inventory_list.table import Table
from stdmig.intake.question import Choice, Question
from stdmig.inventory.quoted import quoted
from stdmig.words import Text, listing, text


class FeeGroup:
    """
    Columns of amounts that are asked about together.

    Attributes
    ----------
    columns
        One, or several that say the same of tax.
    unit
        Yen that 1 means.
    """

    def __init__(self, table: Table, columns: list[Column], unit: int) -> None:
        self.table = table
        self.columns = columns
        self.unit = unit

    @property
    def place(self) -> Location:
        """Return the first heading."""
        return self.columns[0].place

    @property
    def ref(self) -> str:
        """Return what ids of questions end in."""
        return self.table.ref(self.place)

    @property
    def headings(self) -> Text:
        """Return how the columns are called."""
        return listing(quoted(each.heading) for each in self.columns)

    def sample(self) -> tuple[str, int] | None:
        """Return the first amount that is understood: as written, and in yen."""
        for row in self.table.body.rows:
            cell = row.cells.get(self.columns[0].key)
            amount = read_amount(cell.value, self.unit) if cell else None
            if cell is not None and amount is not None and amount.yen:
                number = isinstance(cell.value, int | float)
                return f"{cell.value:,}" if number else cell.words, amount.yen
        return None

    def example(self) -> Text:
        """Return how the first amount is read."""
        sample = self.sample()
        if sample is None:
            return text("no amount was understood")
        written, yen = sample
        return text("{written} → {yen} yen", written=quoted(written), yen=f"{yen:,}")


def key_of(group: FeeGroup, inquiry: Inquiry) -> str | None:
    """Return ``monthly_fee``, ``annual_fee`` or ``total``; None where left out."""
    (column,) = group.columns
    if column.meaning.field != "contract.fee":
        return column.meaning.field.partition(".")[2]
    question = Question(
        f"fee.{group.ref}",
        text(
            "What are the amounts under '{heading}' ({example})?",
            heading=quoted(column.heading),
            example=group.example(),
        ),
        (group.place,),
        (
            Choice("monthly", text("a month's fee")),
            Choice("annual", text("a year's fee")),
            Choice("total", text("the total over the whole contract")),
            Choice("skip", text("something else, or not known: leave them out")),
        ),
        "total" if "総額" in column.heading else "skip",
    )
    answer = inquiry.ask(question, group.place)
    keys = {"monthly": "monthly_fee", "annual": "annual_fee", "total": "total"}
    return keys.get(answer or "")


def counted(groups: list[FeeGroup], inquiry: Inquiry) -> list[FeeGroup] | None:
    """Return which of several columns of one kind of fee count; None where open."""
    if len(groups) == 1 or groups[0].columns[0].meaning.exact:
        return groups
    letters = {column_letters(each.place.column): each for each in groups}
    first = groups[0]
    question = Question(
        f"add.{first.ref}",
        text(
            "{headings} are fees of the same contract. Which of them count?",
            headings=listing(quoted(each.columns[0].heading) for each in groups),
        ),
        tuple(each.place for each in groups),
        (
            Choice(
                "sum", text("all of them, added up ({example})", example=_sum(groups))
            ),
            *(
                Choice(
                    key,
                    text(
                        "only '{heading}' ({example})",
                        heading=quoted(each.columns[0].heading),
                        example=each.example(),
                    ),
                )
                for key, each in letters.items()
            ),
            Choice("skip", text("not known: leave them out")),
        ),
        "sum",
    )
    answer = inquiry.ask(question, first.place)
    if answer is None:
        return None
    if answer == "sum":
        wording = text("the fees under {headings} were added up", headings=_all(groups))
        inquiry.remark(first.place, wording)
        return groups
    left = [each for key, each in letters.items() if key != answer]
    wording = text("the amounts under {headings} were not taken", headings=_all(left))
    inquiry.remark(left[0].place, wording)
    return [letters[answer]] if answer in letters else []


def _all(groups: list[FeeGroup]) -> Text:
    return listing(text("'{name}'", name=quoted(e.columns[0].heading)) for e in groups)


def _sum(groups: list[FeeGroup]) -> Text:
    samples = [sample for each in groups if (sample := each.sample())]
    if not samples:
        return text("no amount was understood")
    return text(
        "{written} → {yen} yen",
        written=" + ".join(quoted(written) for written, _ in samples),
        yen=f"{sum(yen for _, yen in samples):,}",
    )


def taxed(group: FeeGroup, inquiry: Inquiry) -> bool | None:
    """Return whether tax is in the amounts; None where they are left out or asked."""
    told = tax_of(group.columns[0].heading)
    if group.columns[0].meaning.exact or told == "without":
        return False
    if told is None and (said := _said_around(group.table)) is not None:
        told, place = said
        if told == "without":
            remark = text(
                "the fees under '{heading}' were taken without tax, as this note says",
                heading=group.headings,
            )
            inquiry.remark(place, remark)
            return False
    question = Question(
        f"tax.{group.ref}",
        text(
            "The amounts under '{heading}' include the consumption tax. What becomes"
            " of them?",
            heading=group.headings,
        )
        if told == "included"
        else text(
            "Is the consumption tax in the amounts under '{heading}'?",
            heading=group.headings,
        ),
        tuple(each.place for each in group.columns),
        (
            Choice("without", _as_they_are(group)),
            Choice("included", _taken_off(group)),
            Choice("skip", text("leave them out")),
        ),
        "included" if told == "included" else "skip",
    )
    return {"without": False, "included": True}.get(
        inquiry.ask(question, group.place) or ""
    )


def _as_they_are(group: FeeGroup) -> Text:
    return text(
        "they are without tax: take them as they are ({example})",
        example=group.example(),
    )


def _taken_off(group: FeeGroup) -> Text:
    sample = group.sample()
    if sample is None:
        return text("they include 10 %: take it off")
    written, yen = sample
    return text(
        "they include 10 %: take it off ({written} → {yen} yen)",
        written=quoted(written),
        yen=f"{without_tax(yen):,}",
    )


def _said_around(table: Table) -> tuple[str, Location] | None:
    """Return what a note above or below the table says of tax, and where."""
    for place, words in around(table):
        told = tax_of(words)
        if told is not None:
            return told, place
    return None


def around(table: Table) -> list[tuple[Location, str]]:
    """Return what stands above the table and in the rows that are no entries."""
    sheet, header = table.sheet, table.header
    rows = {each.place.line for each in table.body.skipped}
    return [
        (sheet.place(index, place), one_line(cell.value))
        for index, row in enumerate(sheet.rows)
        if index < header.top or sheet.place(index, 0).line in rows
        for place, cell in enumerate(row)
        if not cell.spread and one_line(cell.value)
    ]
