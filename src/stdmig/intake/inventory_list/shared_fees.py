"""The fee of a contract that several rows tell of (契約の金額)."""

from __future__ import annotations

from stdmig.intake.inventory_list.entry import Entry, Fee
from stdmig.intake.inventory_list.inquiry import Inquiry
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
    for key, told in by_key.items():
        amounts = {fee.yen for fee in told}
        if len(told) == 1 or (len(amounts) == 1 and shares[0].id is not None):
            return {key: told[0].yen}
        total = _shared_fee(told, shares[0].entry, name, inquiry)
        return {} if total is None else {key: total}
    return {}


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
