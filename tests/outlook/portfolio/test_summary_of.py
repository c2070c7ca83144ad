"""A municipality's plain values agree with what the commands tell (団体の要約)."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from stdmig.coverage import open_gap
from stdmig.outlook.budgets import budget_groups
from stdmig.outlook.needed_votes import needed_votes
from stdmig.outlook.open_requests import open_requests
from stdmig.outlook.portfolio.summary_of import summary_of
from stdmig.outlook.portfolio.town import Day, Town, TownContract, TownSystem, TownWork
from stdmig.workspace import Planned, Request, open_workspace, plan_workspace
from tests.helpers import ROOT
from tests.many_towns import write_town

DAYS = [
    date(2019, 4, 1),
    date(2021, 10, 1),
    date(2022, 11, 15),
    date(2024, 2, 20),
    date(2025, 12, 1),
    date(2026, 6, 1),
]

NOW = date(2024, 6, 1)


def day(year: int, month: int, number: int) -> Day:
    """Return a day as the records have it."""
    return date(year, month, number).toordinal()


def plan(request: Request, as_of: date = NOW) -> Planned:
    """Return a workspace planned as of a day."""
    inventory, faults = open_workspace(request)
    assert faults == []
    assert inventory is not None
    return plan_workspace(inventory, as_of, as_of)


def town(planned: Planned, *items: str) -> Town:
    """Return what is kept of it."""
    plan = planned.plan
    return summary_of("町", plan, planned.coverages, planned.findings, items)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the workspace of one small municipality."""
    return write_town(tmp_path / "町", 2)


def written(folder: Path, name: str, text: str) -> Town:
    """Return the municipality with one file more."""
    (folder / name).write_text(text, encoding="utf-8")
    return town(plan(Request(folder)))


def workspaces() -> list[Request]:
    """Return workspaces with everything that a file may hold."""
    named = [ROOT / "examples" / name for name in ("small-town", "designated-town")]
    return [Request(sample=True), *map(Request, named)]


@pytest.mark.parametrize("as_of", DAYS)
@pytest.mark.parametrize("request_", workspaces(), ids=["sample", "small", "late"])
def test_days_agree_with_those_of_the_plan(request_: Request, as_of: date) -> None:
    """Requests, votes and notices are counted as they are told elsewhere in words."""
    _agree(plan(request_, as_of), as_of)


@pytest.mark.parametrize("as_of", DAYS)
@pytest.mark.parametrize("items", [(8,), (11,), (8, 11), (13, 14), (15, 8)])
def test_days_agree_where_work_does_not_apply(
    folder: Path, items: tuple[int, ...], as_of: date
) -> None:
    """What is not asked for, or not done, is due nowhere."""
    entries = [f"  - {{item: {each}, status: not_applicable}}\n" for each in items]
    text = "schema: stdmig.progress/1\ntasks:\n" + "".join(entries)
    (folder / "progress.yaml").write_text(text, encoding="utf-8")
    planned = plan(Request(folder), as_of)
    _agree(planned, as_of)
    migration = [each for each in planned.budget if each.cost_item == "migration"]
    assert any(each.cost_item != "migration" for each in planned.budget)
    for each in migration:
        assert each.start <= each.end
        assert (each.request_state == "not_applicable") is (8 in items)


def _agree(planned: Planned, as_of: date) -> None:
    """Hold the due days of the portfolio against those of the plan."""
    found, made = town(planned), planned.plan
    requests: Counter[tuple[Day, int]] = Counter()
    for each in open_requests(planned.budget, as_of):
        requests[each.day.toordinal(), each.fiscal_year] += len(each.lines)
    assert {
        (each.day, each.fiscal_year): each.about
        for each in found.due
        if each.kind == "request"
    } == requests
    places = range(len(made.tasks))
    votes = needed_votes(made, budget_groups(made), planned.coverages, places)
    assert [each[1::2] for each in found.due if each.kind == "vote"] == [
        (each.day.toordinal(), len(each.matters)) for each in votes
    ]
    assert list(found.due) == sorted(found.due, key=lambda each: each.day)


@pytest.mark.parametrize(
    ("items", "bought"), [((), 3), ((8,), 3), ((11,), 0), ((8, 11), 0)]
)
def test_what_is_signed_is_bought(
    folder: Path, items: tuple[int, ...], bought: int
) -> None:
    """A contract without a request is bought; without a contract nothing is."""
    entries = [f"  - {{item: {each}, status: not_applicable}}\n" for each in items]
    text = "schema: stdmig.progress/1\ntasks:\n" + "".join(entries)
    found = written(folder, "progress.yaml", text)
    assert len(found.purchases) == bought


@pytest.mark.parametrize("as_of", DAYS)
@pytest.mark.parametrize("request_", workspaces(), ids=["sample", "small", "late"])
def test_figures_agree_with_those_of_the_plan(request_: Request, as_of: date) -> None:
    """Cutovers, floats, gaps and findings are the plan's own."""
    planned = plan(request_, as_of)
    found = town(planned)
    cutovers = {each.system.id: each for each in planned.plan.cutovers}
    for system in found.systems:
        cutover = cutovers.get(system.id)
        assert (system.state == "absent") == (cutover is None)
        if cutover is not None:
            assert system.cutover == cutover.day.toordinal()
            assert system.deadline == cutover.deadline.toordinal()
            late = (cutover.day - cutover.early).days
            assert system.float_days == (None if system.state == "live" else late)
    held = [each for each in planned.coverages if each.contract is not None]
    assert [each.gap_days for each in found.contracts] == [
        open_gap(each).days for each in held
    ]
    counts = Counter(
        (each.rule.code, each.severity.key)
        for each in planned.findings
        if each.suppression is None
    )
    assert {each[:2]: each.number for each in found.findings} == counts
    assert found.sample == request_.sample


def test_who_it_is(folder: Path) -> None:
    """Name, code and size are those of the file."""
    found = town(plan(Request(folder)))
    assert found[:5] == ("町", "第2町", "Town 2", "030020", 2000)
    assert found.limits == ()
    assert found.work_done == 0
    assert found.work_whole > 100
    assert [each.id for each in found.systems] == ["juki", "kaigo", "seiho", "nenkin"]


def system(found: Town, name: str) -> TownSystem:
    """Return one system."""
    return next(each for each in found.systems if each.id == name)


def test_designation_vendor_and_package_are_kept(folder: Path) -> None:
    """A name that looks like a formula stays a name."""
    kaigo = system(town(plan(Request(folder))), "kaigo")
    assert kaigo.designated
    assert (kaigo.reason, kaigo.completion) == (4, day(2027, 3, 31))
    assert kaigo.vendors == ("架空福祉株式会社",)
    assert kaigo.packages == ("=1+1",)
    absent = system(town(plan(Request(folder))), "seiho")
    assert absent.state == "absent"
    assert absent.cutover is absent.early is absent.float_days is None
    assert not absent.designated


@pytest.mark.parametrize(
    ("as_of", "cutover", "state"),
    [
        ("2021-06-01", "2026-01-05", "fits"),
        ("2023-06-01", "2026-01-05", "late"),
        ("2024-06-01", "2026-01-05", "impossible"),
        ("2026-02-01", "2026-01-05", "overdue"),
        ("2021-06-01", "2028-01-05", "impossible"),
    ],
)
def test_state_is_the_first_that_holds(
    folder: Path, as_of: str, cutover: str, state: str
) -> None:
    """Past and not live, beyond what is possible or allowed, late, or all is well."""
    file = folder / "systems.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("  - id: juki\n", f"  - id: juki\n    cutover: {cutover}\n"),
        encoding="utf-8",
    )
    found = town(plan(Request(folder), date.fromisoformat(as_of)))
    assert system(found, "juki").state == state


def test_live_system_has_nothing_left_to_do(folder: Path) -> None:
    """It has its day and no float, and none of its work or money is waited for."""
    live = "schema: stdmig.progress/1\nlive:\n  - {system: juki, since: 2024-01-09}\n"
    found = written(folder, "progress.yaml", live)
    juki = system(found, "juki")
    assert (juki.state, juki.cutover) == ("live", day(2024, 1, 9))
    assert juki.float_days is None
    assert all("juki" not in each.systems for each in found.work)
    assert all("juki" not in each.systems for each in found.purchases)
    assert found.work_done > 0


def test_steps_are_counted(folder: Path) -> None:
    """Done, started and not applicable steps; all of them for an absent system."""
    steps = (
        "schema: stdmig.progress/1\nsteps:\n"
        "  - {system: juki, done: 1-24, started: [25], not_applicable: [40]}\n"
    )
    found = written(folder, "progress.yaml", steps)
    assert system(found, "juki")[11:15] == (24, 1, 1, 40)
    assert system(found, "kaigo")[11:15] == (0, 0, 0, 0)
    assert system(found, "seiho")[11:15] == (0, 0, 40, 40)


def test_gap_is_that_of_the_system(folder: Path) -> None:
    """Each system lacks the days up to its own cutover, the contract up to the last."""
    found = town(plan(Request(folder)))
    (contract,) = found.contracts
    last = contract.ends
    assert last == day(2027, 3, 31)
    juki, kaigo = system(found, "juki"), system(found, "kaigo")
    assert juki.gap_days == 0
    assert kaigo.cutover is not None
    assert kaigo.gap_days == max(kaigo.cutover - 1 - last, 0)
    (folder / "systems.yaml").write_text(
        (folder / "systems.yaml")
        .read_text(encoding="utf-8")
        .replace("end: 2027-03-31", "end: 2025-03-31"),
        encoding="utf-8",
    )
    found = town(plan(Request(folder)))
    (contract,) = found.contracts
    juki, kaigo = system(found, "juki"), system(found, "kaigo")
    last = day(2025, 3, 31)
    assert juki.cutover is not None
    assert kaigo.cutover is not None
    assert juki.gap_days == juki.cutover - 1 - last
    assert kaigo.gap_days == kaigo.cutover - 1 - last
    assert contract == TownContract(
        "base",
        "基幹系保守",
        "架空情報C株式会社",
        last,
        last,
        max(juki.cutover, kaigo.cutover) - 1,
        max(juki.gap_days, kaigo.gap_days),
        day(2024, 9, 30),
        False,
        ("juki", "kaigo"),
    )
    assert ("notice", day(2024, 9, 30), None, 1) in found.due


def test_signed_extension_alone_fills_a_gap(folder: Path) -> None:
    """What is planned or asked for leaves the days uncovered."""
    file = folder / "systems.yaml"
    text = file.read_text(encoding="utf-8").replace("2027-03-31", "2025-03-31")
    days = {}
    for state in ("planned", "signed"):
        extension = (
            "    extensions:\n"
            f"      - {{start: 2025-04-01, end: 2025-09-30, state: {state}}}\n"
        )
        more = text.replace(
            "    notice_months: 6\n", f"    notice_months: 6\n{extension}"
        )
        file.write_text(more, encoding="utf-8")
        found = town(plan(Request(folder)))
        days[state] = system(found, "juki").gap_days, found.contracts[0].gap_days
    signed = (date(2025, 9, 30) - date(2025, 3, 31)).days
    for before, after in zip(days["planned"], days["signed"], strict=True):
        assert before - after == signed


def test_work_of_a_vendor_is_kept_with_its_dates(folder: Path) -> None:
    """Equal dates of a vendor's package are one; what is over is none."""
    planned = plan(Request(folder))
    found, made = town(planned), planned.plan
    place = made.network.place_of["14@kaigo"]
    start, finish = made.planned.start[place], made.planned.finish[place]
    assert (
        TownWork("架空福祉株式会社", "=1+1", "14", start, finish, ("kaigo",), 10)
        in found.work
    )
    assert {each.item for each in found.work} == {"13", "14", "14c", "15"}
    done = "schema: stdmig.progress/1\ntasks:\n  - {item: 14, status: done}\n"
    later = written(folder, "progress.yaml", done)
    assert {each.item for each in later.work} == {"13", "14c", "15"}
    assert later.work_done > 0


def test_load_of_a_vendor_is_that_of_its_tasks(folder: Path) -> None:
    """Equal work adds up; a task of two packages of one vendor counts once."""
    file = folder / "systems.yaml"
    text = file.read_text(encoding="utf-8").replace("架空福祉", "架空情報C")
    file.write_text(text, encoding="utf-8")
    found = town(plan(Request(folder)))
    letters = [each for each in found.work if each.item == "14c"]
    assert [(each.package, each.load) for each in letters] == [
        ("みどり住民", 10),
        ("=1+1", 0),
    ]
    for number in ("13", "14", "15"):
        own = [each for each in found.work if each.item == number]
        assert sum(each.load or 0 for each in own) == 20


def test_purchase_is_kept_until_it_is_signed(folder: Path) -> None:
    """It has the name of the common procurement, its span and its systems."""
    planned = plan(Request(folder))
    made = planned.plan
    bought = {each.id: each for each in town(planned).purchases}
    assert list(bought) == ["みどり住民:stay", "welfare", "nenkin"]
    welfare = bought["welfare"]
    signing = made.network.place_of["11@welfare"]
    first = min(
        made.planned.start[place]
        for place, task in enumerate(made.tasks)
        if task.procurement and task.procurement.id == "welfare"
    )
    assert welfare == (
        "welfare",
        "=1+1",
        "県央共同調達",
        first,
        made.planned.finish[signing],
        made.cutover("kaigo").day.toordinal(),
        ("kaigo",),
        "switch",
    )
    done = "schema: stdmig.progress/1\ntasks:\n  - {task: 11@welfare, status: done}\n"
    later = written(folder, "progress.yaml", done)
    assert [each.id for each in later.purchases] == ["みどり住民:stay", "nenkin"]


def test_findings_that_are_accepted_do_not_count(folder: Path) -> None:
    """They count neither for the municipality nor for the system."""
    before = town(plan(Request(folder)))
    with (folder / "systems.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "accept:\n  - {code: STD102, system: nenkin, reason: 照会中,"
            " by: 情報政策課, until: 2024-12-31}\n"
        )
    after = town(plan(Request(folder)))
    assert set(before.findings) - set(after.findings) == {("STD102", "warning", 1)}
    was, now = system(before, "nenkin"), system(after, "nenkin")
    assert was.warnings - now.warnings == 1
    assert system(before, "juki").warnings == system(after, "juki").warnings


def test_findings_count_for_the_systems_that_they_name(folder: Path) -> None:
    """A contract's finding counts for every system that it covers, and no other."""
    file = folder / "systems.yaml"
    before = town(plan(Request(folder)))
    file.write_text(
        file.read_text(encoding="utf-8").replace("2027-03-31", "2025-03-31"),
        encoding="utf-8",
    )
    found = town(plan(Request(folder)))
    assert ("STD201", "error", 1) in found.findings
    assert ("STD302", "error", 2) in found.findings
    assert {each.id: each.errors for each in found.systems} == {
        "juki": 2,
        "kaigo": 1,
        "seiho": 0,
        "nenkin": 1,
    }
    assert {each.id: each.errors for each in before.systems} == {
        "juki": 1,
        "kaigo": 0,
        "seiho": 0,
        "nenkin": 1,
    }


def test_limits_of_vendors_are_kept_in_tenths(folder: Path) -> None:
    """A month without a number has no limit."""
    capacity = (
        "schema: stdmig.capacity/1\nvendors:\n"
        "  - {vendor: 架空情報C株式会社, items: [14, 15], capacity: 2.5,"
        " busy: [{months: [4], capacity: 0.5}]}\n"
        "  - {vendor: 架空福祉株式会社, items: [13],"
        " busy: [{months: [3], capacity: 1}]}\n"
    )
    found = written(folder, "capacity.yaml", capacity)
    a, c = found.limits
    assert a == ("架空情報C株式会社", ("14", "15"), (25, 25, 25, 5, *[25] * 8))
    assert c == ("架空福祉株式会社", ("13",), (None, None, 10, *[None] * 9))


def test_parallel_contracts_of_a_system_count_the_one_that_lacks_most(
    folder: Path,
) -> None:
    """Two units of a system do not add up; a unit's holes do."""
    file = folder / "systems.yaml"
    head = file.read_text(encoding="utf-8").partition("systems:\n  - id: juki")[0]
    file.write_text(
        head.partition("procurements:")[0] + "systems:\n"
        "  - id: juki\n"
        "    cutover: 2026-01-01\n"
        "    units:\n"
        "      - id: one\n"
        "        section: 市民課\n"
        "        contract: [{id: a, start: 2020-04-01, end: 2025-03-31},\n"
        "                   {id: b, start: 2025-05-01, end: 2025-12-01}]\n"
        "      - id: two\n"
        "        section: 税務課\n"
        "        contract: {start: 2020-04-01, end: 2025-11-30}\n",
        encoding="utf-8",
    )
    found = town(plan(Request(folder)))
    eve = date(2026, 1, 1) - timedelta(days=1)
    first = 30 + (eve - date(2025, 12, 1)).days
    second = (eve - date(2025, 11, 30)).days
    assert first > second
    assert system(found, "juki").gap_days == first
