"""What to do about a contract that ends too early (契約の延長)."""

from __future__ import annotations

from datetime import date

from stdmig.diagnostics import Severity
from stdmig.rules import Finding
from tests.helpers import ENGLISH
from tests.rules.planned import TEMPLATE, planned


def _gap(
    contract: str,
    cutover: str,
    *,
    template: str = TEMPLATE,
    as_of: date = date(2023, 4, 1),
) -> Finding:
    """Return the finding about the end of one contract."""
    town = planned(
        f"""\
schema: stdmig.systems/1
municipality: {{name: 見本市}}
contracts:
  - {{id: tax, name: 税総合の契約, {contract}}}
systems:
  - {{id: kojin, cutover: {cutover}, units: [{{section: 税務課, contract: tax}}]}}
""",
        template=template,
        as_of=as_of,
    )
    (found,) = [each for each in town.findings if each.rule.code == "STD201"]
    return found


def _told(contract: str, cutover: str) -> list[str]:
    """Return what is said to be needed until the cutover."""
    details = _gap(contract, cutover).hit.details
    return [each.into(ENGLISH) for each in details]


def test_sold_by_the_month() -> None:
    """A unit of one month is told without a number."""
    assert _told("end: 2025-03-31, extension_unit_months: 1", "2025-04-11") == [
        "extend from 2025-04-01 to 2025-04-30 (1 month: FY2025 1)",
        "it is sold by the month, so it overlaps what follows from 2025-04-11 to"
        " 2025-04-30",
        "ask for FY2025 in its initial budget, 2024-09-01 to 2024-10-31 (not open yet)",
    ]


def test_unit_that_fits_is_not_told() -> None:
    """What is sold by the half-year and needed for one overlaps nothing."""
    assert _told("end: 2025-03-31, extension_unit_months: 6", "2025-10-01") == [
        "extend from 2025-04-01 to 2025-09-30 (6 months: FY2025 6)",
        "ask for FY2025 in its initial budget, 2024-09-01 to 2024-10-31 (not open yet)",
    ]


def test_the_day_of_notice_is_told_until_somebody_gave_it() -> None:
    """Six months before the end it is due; given, it is told when."""
    due, given, last = (
        _told(f"end: 2025-03-31, notice_months: {more}", "2025-10-01")[1]
        for more in ("6", "6, notice_given: 2024-08-01", "0")
    )
    assert due == "notice must be given by 2024-09-30 (6 months before the end)"
    assert given == "notice was given on 2024-08-01"
    assert last == "notice must be given by 2025-03-31 (0 months before the end)"


def test_each_part_that_is_unsigned_is_looked_at_by_itself() -> None:
    """Of two parts the one over two fiscal years needs a debt obligation."""
    signed = "extensions: [{start: 2024-07-01, end: 2024-12-31, state: signed}]"
    told = _told(f"end: 2024-03-31, {signed}", "2025-10-01")
    assert told[:3] == [
        "extend from 2024-04-01 to 2024-06-30 (3 months: FY2024 3)",
        "extend from 2025-01-01 to 2025-09-30 (9 months: FY2024 3, FY2025 6)",
        "as one contract it needs a debt obligation in the budget of FY2024, for"
        " FY2025",
    ]
    assert told[3].startswith("ask for FY2024 ")


def test_notice_of_one_month() -> None:
    """It is due a month before the end, which is told in the singular."""
    assert _told("end: 2025-03-31, notice_months: 1", "2025-04-02")[1] == (
        "notice must be given by 2025-02-28 (1 month before the end)"
    )


def test_a_day_short_of_what_is_wanted() -> None:
    """The old system is wanted for a month beside the new one, a day longer."""
    found = _gap("end: 2025-04-30, parallel_months: 1", "2025-04-02")
    assert found.hit.message.into(ENGLISH) == (
        "税総合の契約 (1 unit): ends 2025-04-30, 1 day short of 2025-05-01, to which"
        " the old system is wanted after the cutover 2025-04-02"
    )


def test_renewing_itself_up_to_the_eve_is_a_warning_and_a_day_less_an_error() -> None:
    """It ends on 2025-03-31 and renews itself by six months: to 2025-09-30."""
    contract = "end: 2025-03-31, auto_renewal_months: 6, auto_renewal_until: 2025-09-30"
    assert _gap(contract, "2025-10-01").severity is Severity.WARNING
    assert _gap(contract, "2025-10-02").severity is Severity.ERROR


def test_without_a_window_nobody_is_told_when_to_ask() -> None:
    """Neither the words nor the data make up days for the requests."""
    bare = "schema: stdmig.template/1\ndeadline: 2026-03-31\n"
    found = _gap("end: 2025-03-31", "2025-10-01", template=bare)
    assert [each.into(ENGLISH) for each in found.hit.details] == [
        "extend from 2025-04-01 to 2025-09-30 (6 months: FY2025 6)"
    ]
    (asked,) = found.hit.data["requests"]
    assert (asked["fiscal_year"], asked["opens"], asked["closes"]) == (2025, None, None)


def test_closed_requests_are_told_up_to_the_last_day_of_their_year() -> None:
    """The part of fiscal 2025 ends on 2025-09-30; after that day nothing is asked."""
    told = [
        [
            each.into(ENGLISH)
            for each in _gap("end: 2025-03-31", "2025-10-01", as_of=day).hit.details
            if "closed" in each.into(ENGLISH)
        ]
        for day in (date(2025, 9, 30), date(2025, 10, 1))
    ]
    assert told == [
        [
            "requests for the initial budget of FY2025 closed on 2024-10-31; no"
            " supplementary budget for it is known"
        ],
        [],
    ]
