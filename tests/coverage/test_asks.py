"""In which budget an extension is asked for, and whether it still can be."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.coverage import Coverage, Gap, due_notice
from stdmig.dates import fiscal_year
from tests.rules.planned import planned, sample

TEMPLATE = """\
schema: stdmig.template/1
deadline: 2026-03-31
budget: {request: {from: "09-01", until: "10-31"}}
council:
  sessions:
    - {id: june, name: 6月, from: "06-01", until: "06-30", request_until: "04-30"}
    - {id: september, name: 9月, from: "09-01", until: "09-30", request_until: "07-31"}
    - {id: december, name: 12月, from: "12-01", until: "12-31", request_until: "10-31"}
    - {id: march, name: 3月, from: "03-01", until: "03-24", request_until: "01-31",
       votes_budget: true}
"""


def _one(
    contract: str,
    as_of: date,
    *,
    budgets: str = "{}",
    template: str = TEMPLATE,
    progress: str | None = None,
) -> Coverage:
    """Return the coverage of one contract, for a cutover on 2025-10-01."""
    systems = f"""\
schema: stdmig.systems/1
municipality: {{name: 見本市}}
systems:
  - {{id: kojin, units: [{{section: 税務課, contract: {contract}}}]}}
"""
    planning = f"{{cutover: 2025-10-01, budgets: {budgets}}}"
    (found,) = planned(
        systems, planning=planning, template=template, as_of=as_of, progress=progress
    ).coverages
    return found


LIVE = """\
schema: stdmig.progress/1
live: [{system: kojin, since: 2025-10-01}]
"""


def test_a_contract_to_march_with_notice_and_whole_years() -> None:
    """
    The worked example: to 2025-03-31, six months' notice, sold by the year.

    Notice: the six months begin the day after it and are over with 2025-03-31; they
    begin on 2024-10-01, so that notice is given by 2024-09-30. Extension: needed from
    2025-04-01 to 2025-09-30, the eve of the cutover; a whole year from 2025-04-01 ends
    2026-03-31. Overlap: from the cutover, 2025-10-01, to 2026-03-31. All of it lies in
    fiscal 2025, asked for in the autumn of 2024, 2024-09-01 to 2024-10-31, and voted by
    2025-03-24. The notice is due 31 days before the requests close.
    """
    contract = "{end: 2025-03-31, notice_months: 6, extension_unit_months: 12}"
    found = _one(contract, date(2024, 1, 10))
    assert found.notice_by == date(2024, 9, 30)
    assert found.needed_to == date(2025, 9, 30)
    assert found.gap == Gap(date(2025, 4, 1), date(2025, 9, 30))
    assert found.extension == Gap(date(2025, 4, 1), date(2026, 3, 31))
    assert found.extension_overlap == Gap(date(2025, 10, 1), date(2026, 3, 31))
    (ask,) = found.asks
    assert (ask.fiscal_year, ask.span) == (2025, found.extension)
    assert (ask.opens, ask.closes) == (date(2024, 9, 1), date(2024, 10, 31))
    assert (ask.voted, ask.state) == (date(2025, 3, 24), "not_yet")
    due = due_notice(found)
    assert due is not None
    assert (due.purpose, due.by, due.state) == ("extend", date(2024, 9, 30), "ahead")
    assert due.before_request == ask


def test_requests_of_the_sample() -> None:
    """As of 2021-10-01 fiscal 2022 is open; what comes later is not open yet."""
    found = {
        each.agreement.id: [(ask.fiscal_year, ask.state) for ask in each.asks]
        for each in sample().coverages
    }
    assert found == {
        "acrocity": [(2024, "not_yet"), (2025, "not_yet")],
        "welplus": [(2024, "not_yet"), (2025, "not_yet")],
        "kenko": [(2025, "not_yet")],
        "seiho": [
            (2022, "open"),
            (2023, "not_yet"),
            (2024, "not_yet"),
            (2025, "not_yet"),
        ],
    }


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        (date(2024, 8, 31), "not_yet"),
        (date(2024, 9, 1), "open"),
        (date(2024, 10, 31), "open"),
        (date(2024, 11, 1), "closed"),
    ],
)
def test_a_window_is_open_on_both_of_its_days(as_of: date, state: str) -> None:
    """First and last day are inside the window."""
    (ask,) = _one("{end: 2025-03-31}", as_of).asks
    assert ask.state == state


def test_without_a_window_nothing_is_known() -> None:
    """A template that knows no window gives neither its days nor its state."""
    bare = "schema: stdmig.template/1\ndeadline: 2026-03-31\n"
    (ask,) = _one("{end: 2025-03-31}", date(2025, 1, 1), template=bare).asks
    assert ask[2:] == (None, None, None, None, None)


@pytest.mark.parametrize(
    ("as_of", "budgets", "session", "year", "request_by", "voted", "in_time"),
    [
        # For days from 2025-04-01 only votes of fiscal 2024 are in time.
        ("2024-11-01", "{}", "march", 2024, "2025-01-31", "2025-03-24", True),
        ("2025-01-31", "{}", "march", 2024, "2025-01-31", "2025-03-24", True),
        # A day later the next one is June, which votes after the contract's end.
        ("2025-02-01", "{}", "june", 2025, "2025-04-30", "2025-06-30", False),
        (
            "2024-11-01",
            "{debt_obligation: false}",
            "june",
            2025,
            "2025-04-30",
            "2025-06-30",
            False,
        ),
        (
            "2024-11-01",
            "{supplementary: september}",
            "september",
            2025,
            "2025-07-31",
            "2025-09-30",
            False,
        ),
    ],
)
def test_the_next_way_in(
    as_of: str,
    budgets: str,
    session: str,
    year: int,
    request_by: str,
    voted: str,
    in_time: bool,
) -> None:
    """The first supplementary budget in time, else the first that is left."""
    found = _one("{end: 2025-03-31}", date.fromisoformat(as_of), budgets=budgets)
    way = found.asks[0].next_way
    assert way is not None
    assert (way.session.id, way.fiscal_year) == (session, year)
    assert (str(way.request_by), str(way.voted)) == (request_by, voted)
    assert (way.in_time, way.as_debt) == (in_time, year == 2024)
    assert fiscal_year(way.voted) == year


def test_no_way_is_left_once_the_year_is_over() -> None:
    """Fiscal 2025's last supplementary requests close on 2026-01-31."""
    contract = "{end: 2025-03-31, extension_unit_months: 12}"
    left = _one(contract, date(2026, 1, 31), progress=LIVE).asks[0].next_way
    assert left is not None
    assert left.session.id == "march"
    after = _one(contract, date(2026, 2, 1), progress=LIVE)
    assert after.asks[0].next_way is None


def test_a_wanted_look_up_period_counts_like_a_gap() -> None:
    """The longer of both periods counts: six months from 2025-10-01 to 2026-03-31."""
    found = _one(
        "{end: 2025-09-30, parallel_months: 1, lookup_months: 6}", date(2024, 1, 10)
    )
    assert found.needed_to == date(2026, 3, 31)
    assert found.gap == Gap(date(2025, 10, 1), date(2026, 3, 31))
    assert found.wanted_beyond == found.gap


def test_the_gap_is_against_the_last_of_several_contracts() -> None:
    """A contract that another follows is needed only to the day before it."""
    systems = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
contracts:
  - {id: old, end: 2024-09-30}
  - {id: new, start: 2024-10-01, end: 2025-08-31}
systems:
  - {id: kojin, units: [{section: 税務課, contract: [old, new]}]}
"""
    old, new = planned(systems, planning="{cutover: 2025-10-01}").coverages
    assert (old.needed_to, old.gap) == (date(2024, 9, 30), None)
    assert old.follower is not None
    assert old.follower.id == "new"
    assert new.gap == Gap(date(2025, 9, 1), date(2025, 9, 30))
    assert new.follower is None


def test_a_follower_after_the_cutover_does_not_shorten_the_need() -> None:
    """A next contract from 2026-04-01 leaves the eve of the cutover as it is."""
    systems = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
contracts:
  - {id: old, end: 2025-03-31}
  - {id: new, start: 2026-04-01, end: 2027-03-31}
systems:
  - {id: kojin, units: [{section: 税務課, contract: [old, new]}]}
"""
    old, _ = planned(systems, planning="{cutover: 2025-10-01}").coverages
    assert (old.needed_to, old.follower) == (date(2025, 9, 30), None)
