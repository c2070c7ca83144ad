"""The fee of a contract that several rows tell of (契約の金額)."""

from __future__ import annotations

from stdmig.diagnostics import Location
from stdmig.intake.inventory_list.day_reading import Span
from stdmig.intake.inventory_list.entry import Entry, Fee
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.lengths import last_day
from stdmig.intake.inventory_list.shares import Share
from stdmig.intake.question import Choice, Question
from stdmig.inventory.quoted import quoted
from stdmig.words import text


def fee_of(shares: list[Share], name: str, inquiry: Inquiry) -> dict[str, int]:
    """Return the fee of a contract: told once, or added up where the person says so."""
    fees = list(
        dict.fromkeys(
            fee for share in shares if not share.turn for fee in share.entry.fees
        )
    )
    by_key: dict[str, list[Fee]] = {}
    for fee in fees:
        by_key.setdefault(fee.key, []).append(fee)
    if "monthly_fee" in by_key and "annual_fee" in by_key:
        wording = text("a monthly fee is there too; the annual one was not taken")
        inquiry.remark(by_key.pop("annual_fee")[0].place, wording)
    if len(by_key) > 1 and "total" in by_key:
        wording = text("another fee is there too; the total was not taken")
        inquiry.remark(by_key.pop("total")[0].place, wording)
    for key, told in by_key.items():
        amounts = {fee.yen for fee in told}
        if len(told) == 1 or (len(amounts) == 1 and shares[0].id is not None):
            yen: int | None = told[0].yen
        else:
            yen = _shared_fee(told, shares[0].entry, name, inquiry)
        if yen is None:
            return {}
        return as_paid(key, yen, shares[0].span, told[0].place, inquiry)
    return {}


def as_paid(
    key: str, yen: int, span: Span, place: Location, inquiry: Inquiry
) -> dict[str, int]:
    """
    Return a fee under its key in the file; a total as the fee of one month.

    A total whose months are not known, or that they do not divide into whole yen, is
    left out.
    """
    if key != "total":
        return {key: yen}
    months = _months(span)
    if months is None:
        message = text(
            "the total of {yen} yen was left out: the days of the contract are not"
            " whole months",
            yen=f"{yen:,}",
        )
    elif yen % months:
        message = text(
            "the total of {yen} yen was left out: {n} months do not divide it into"
            " whole yen",
            yen=f"{yen:,}",
            n=months,
        )
    else:
        remark = text(
            "the total of {yen} yen over {n} months is {fee} yen a month",
            yen=f"{yen:,}",
            n=months,
            fee=f"{yen // months:,}",
        )
        inquiry.remark(place, remark)
        return {"monthly_fee": yen // months}
    inquiry.left_out(place, message)
    return {}


def _months(span: Span) -> int | None:
    """Return how many whole months a contract lasts, or None."""
    if span.start is None or span.end is None:
        return None
    years, months = span.end.year - span.start.year, span.end.month - span.start.month
    about = years * 12 + months
    counted = (each for each in (about, about + 1) if each > 0)
    return next((n for n in counted if last_day(span.start, n) == span.end), None)


def _shared_fee(
    told: list[Fee], entry: Entry, name: str, inquiry: Inquiry
) -> int | None:
    total = sum(fee.yen for fee in told)
    alike = len({fee.yen for fee in told}) == 1
    question = Question(
        f"fees.{entry.table.ref(told[0].place)}",
        text(
            "The rows of the contract '{id}' give {n} amounts. How are they meant?",
            id=quoted(name),
            n=len(told),
        ),
        tuple(fee.place for fee in told),
        (
            Choice(
                "sum", text("shares of one fee: {total} yen in all", total=f"{total:,}")
            ),
            *(
                [
                    Choice(
                        "once", text("the same fee: {fee} yen", fee=f"{told[0].yen:,}")
                    )
                ]
                if alike
                else []
            ),
            Choice("skip", text("not known: leave them out")),
        ),
        None if alike else "sum",
    )
    answer = inquiry.ask(question, told[0].place)
    return {"sum": total, "once": told[0].yen}.get(answer or "")
