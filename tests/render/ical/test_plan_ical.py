"""The plan's days as an independent reader of calendars sees them (iCalendar)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

import icalendar
import pytest

from stdmig.render.dossier import Dossier
from stdmig.render.ical import plan_ical
from stdmig.words import Style
from stdmig.workspace import plan_workspace
from stdmig.workspace.dossier import dossier
from tests.dossiers import sample_dossier, town_dossier
from tests.helpers import ENGLISH, MINIMAL, sound, workspace_text
from tests.hostile import NAMES, hostile_workspace
from tests.rules.planned import planned


class Read(NamedTuple):
    """An event as it is read back; its days are the first and the last one."""

    uid: str
    summary: str
    start: date
    end: date
    told: str
    category: str


def _read(source: Dossier, style: Style = ENGLISH) -> list[Read]:
    calendar = icalendar.Calendar.from_ical(plan_ical(source, style).encode())
    found = []
    events: list[Any] = calendar.walk("VEVENT")
    for event in events:
        assert event.errors == []
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        assert type(start) is date
        assert type(end) is date
        (category,) = event["CATEGORIES"].cats
        found.append(
            Read(
                str(event["UID"]),
                str(event["SUMMARY"]),
                start,
                end - timedelta(days=1),
                str(event.get("DESCRIPTION", "")),
                str(category),
            )
        )
    return found


@pytest.fixture(scope="module")
def sample() -> dict[str, Read]:
    """Return the sample's events by what they show; sessions come every year."""
    events = _read(sample_dossier())
    found = [each for each in events if each.category != "Vote of the council"]
    by_name = {event.summary: event for event in found}
    assert len(by_name) == len(found)
    return by_name


def test_calendar_names_the_plan_and_asks_no_clock() -> None:
    """Every event is stamped with the as-of date, so that equal plans are equal."""
    text = plan_ical(sample_dossier(), ENGLISH)
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar["X-WR-CALNAME"] == "Aira City (sample): migration plan"
    assert calendar["X-WR-CALDESC"] == "as of 1 October 2021"
    events: list[Any] = calendar.walk("VEVENT")
    stamps = {str(event["DTSTAMP"].dt) for event in events}
    assert stamps == {"2021-10-01 00:00:00+00:00"}
    assert text == plan_ical(sample_dossier(), ENGLISH)
    assert "\n" not in text.replace("\r\n", "")


def test_cutovers_and_deadlines_stand_on_their_days(sample: dict[str, Read]) -> None:
    """Systems of one day share an event that names them all."""
    cutover = sample["Cutover: 20 systems"]
    assert (cutover.start, cutover.end) == (date(2025, 10, 1), date(2025, 10, 1))
    assert cutover.told.splitlines()[:2] == [
        "Basic resident register",
        "Seal registration",
    ]
    assert len(cutover.told.splitlines()) == 20
    assert sample["Deadline of the cutover: 20 systems"].start == date(2026, 3, 31)
    assert sample["Contract: Seal registration"].start == date(2024, 9, 30)
    assert sample["Budget requested"].start == date(2023, 10, 31)


def test_contract_ends_with_its_last_day_and_tells_its_gap(
    sample: dict[str, Read],
) -> None:
    """Who opens the event reads from when to when nobody serves."""
    end = sample["End of contract: 健康管理システム (not extended to the cutover)"]
    assert (end.start, end.end) == (date(2025, 3, 31), date(2025, 3, 31))
    assert end.told.splitlines() == [
        "No contract from 2025-04-01 to 2025-09-30: 183 days",
        "cutover 2025-10-01",
    ]
    assert end.category == "End of contract"


def test_request_lasts_as_long_as_its_window(sample: dict[str, Read]) -> None:
    """A window is one event, from its first to its last day, with what to ask for."""
    (name,) = [each for each in sample if each.startswith("Ask for money of FY2024")]
    request = sample[name]
    assert (request.start, request.end) == (date(2023, 9, 1), date(2023, 10, 31))
    assert "生活保護システム: 1 line" in request.told.splitlines()
    assert "Basic resident register: 3 lines" in request.told.splitlines()
    first = sample["Ask for money of FY2022 (initial): 1 line"]
    assert first.told == "生活保護システム: 1 line"


def test_request_tells_the_sum_that_is_known() -> None:
    """A line without a price hides no other; every system is counted alike."""
    costs = """\
schema: stdmig.costs/1
tax_rate: 10
costs:
  - {item: migration, system: juki, unit_price: 4000000, quantity: 1, unit_name: 式}
  - {item: migration, system: koki, unit_price: 1000, quantity: 3, unit_name: 式}
"""
    systems = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: juki, units: [{section: 市民課, policy: stay}]}
  - {id: koki, units: [{section: 市民課, policy: stay}]}
  - {id: koseki, units: [{section: 市民課, policy: stay}]}
"""
    town = planned(systems, planning="{cutover: 2025-10-01}", costs=costs)
    events = _read(dossier(town))
    (last,) = [
        each for each in events if each.summary.startswith("Ask for money of FY2025")
    ]
    told = last.told.splitlines()
    assert told == [
        "Basic resident register: 2 lines, 4,400,000 yen known of them",
        "Medical care for the late-stage elderly: 2 lines, 3,300 yen known of them",
        "Family register: 2 lines",
    ]


def test_votes_tell_what_waits_for_them() -> None:
    """A session of the council is an event where the plan leans on its vote."""
    events = _read(sample_dossier())
    votes = [each for each in events if each.category == "Vote of the council"]
    by_day = {each.start: each for each in votes}
    assert len(by_day) == len(votes)
    march = by_day[date(2024, 3, 31)]
    assert march.summary == "Vote of the March session"
    assert "ordinary budget of FY2024" in march.told.splitlines()
    september = by_day[date(2025, 9, 30)]
    ordinance = "17 Amendment of ordinances and rules (Electoral roll)"
    assert ordinance in september.told.splitlines()
    assert min(by_day) >= date(2021, 10, 1)


def test_notice_is_an_event_of_its_own() -> None:
    """The last day to extend a contract is told apart from its end."""
    end = "    end: 令和6年9月30日\n"
    assert end in MINIMAL
    contract = MINIMAL.replace(end, f"{end}    notice_months: 6\n")
    events = _read(dossier(planned(contract, planning="{cutover: 2025-10-01}")))
    (notice,) = [each for each in events if each.category == "Notice"]
    assert notice.summary == "Last day to give notice: extend アクロシティ"
    assert notice.start == date(2024, 3, 31)


def test_event_keeps_its_uid_when_its_day_changes() -> None:
    """A calendar that is read again moves the event instead of adding another."""
    uids = []
    for day in ("2025-10-01", "2025-11-04"):
        town = planned(MINIMAL, planning=f"{{cutover: {day}}}")
        events = {each.category: each for each in _read(dossier(town))}
        assert events["Cutover"].start == date.fromisoformat(day)
        uids.append(events["Cutover"].uid)
    assert uids[0] == uids[1]
    assert uids[0].endswith("@stdmig")


@pytest.mark.parametrize("source", [sample_dossier, town_dossier])
def test_uids_are_unique_and_plain(source: object) -> None:
    """No two events of a file are taken for one."""
    assert callable(source)
    uids = [event.uid for event in _read(source())]
    assert len(set(uids)) == len(uids)
    assert all(uid.isascii() and len(uid) < 60 for uid in uids)


def test_hostile_names_are_read_back_whole() -> None:
    """Names of contracts arrive to the character and end no event early."""
    inventory = sound(hostile_workspace())
    source = dossier(plan_workspace(inventory, date(2021, 10, 1), date.max))
    events = _read(source)
    assert {event.category for event in events} <= {
        "Cutover",
        "Milestone",
        "Deadline",
        "End of contract",
        "Notice",
        "Budget request",
        "Vote of the council",
    }
    told = "\n".join(f"{event.summary}\n{event.told}" for event in events)
    assert [name for name in NAMES if name not in told] == []


def test_japanese_calendar_speaks_japanese() -> None:
    """Days in texts are those of the Japanese calendar; the file's own stay ISO."""
    told = {event.summary: event for event in _read(sample_dossier(), Style.of("ja"))}
    gaps = [event.told for event in told.values() if "R7.9.30" in event.told]
    assert len(gaps) >= 4


def test_town_without_systems_has_an_empty_calendar() -> None:
    """Nothing to tell is a calendar without events, not a broken file."""
    systems = "schema: stdmig.systems/1\nmunicipality: {name: 空町}\nsystems: []\n"
    inventory = sound(workspace_text(systems))
    source = dossier(plan_workspace(inventory, date(2021, 10, 1), date.max))
    assert _read(source) == []
