"""What people write and YAML 1.1 would turn into something else (受け付ける書き方)."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.inventory import Contract, Inventory
from tests.helpers import MINIMAL, faults_of, sound, workspace_text


def _contract(inventory: Inventory) -> Contract:
    (contract,) = inventory.file.contracts
    return contract


def _dated(start: str, end: str) -> Contract:
    text = MINIMAL.replace("令和元年10月1日", start).replace("令和6年9月30日", end)
    return _contract(sound(workspace_text(text)))


@pytest.mark.parametrize(
    "written",
    ["no", "Yes", "on", "OFF", "010", "0o17", "22:00", "1_000", "0x1F", "1e3"],
)
def test_words_stay_as_they_were_written(written: str) -> None:
    """Nothing is taken for a truth value, a number or a time of day."""
    text = MINIMAL.replace("市民課", written)

    (installation,) = sound(workspace_text(text)).installations

    assert installation.unit.section == written


def test_leading_zero_of_a_municipality_code() -> None:
    """011002 is the code of 札幌市 with or without quotes, and no octal number."""
    for written in ("011002", '"011002"'):
        text = MINIMAL.replace("name: 姶良市", f"name: 札幌市\n  code: {written}")
        assert sound(workspace_text(text)).municipality.code == "011002"


def test_leading_zero_of_a_number() -> None:
    """010 is ten where a number is wanted, and not eight."""
    text = MINIMAL.replace("name: 姶良市", "name: 姶良市\n  population: 010")

    assert sound(workspace_text(text)).municipality.population == 10


@pytest.mark.parametrize("written", ["false", "no", "No", "off", "0"])
def test_truth_values(written: str) -> None:
    """Where true or false is wanted, the words of YAML 1.1 for it are read."""
    text = f"{MINIMAL}  - id: seiho\n    applies: {written}\n    reason: 県の事務\n"

    assert [system.id for system in sound(workspace_text(text)).systems] == ["juki"]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2019-10-01", "2024-09-30"),
        ("２０１９－１０－０１", "２０２４－０９－３０"),
        ("2019/10/1", "2024.9.30"),
        ("令和元年10月1日", "令和6年9月30日"),
        ("令和１年１０月１日", "令和６年９月３０日"),
        ("R1.10.1", "Ｒ６．９．３０"),
        ("令和元年10月", "令和6年9月"),
        ("2019-10", "R6.9"),
    ],
)
def test_dates(start: str, end: str) -> None:
    """Every way of writing a date or its month gives the same contract."""
    contract = _dated(start, end)

    assert contract.start == date(2019, 10, 1)
    assert contract.end == date(2024, 9, 30)


def test_one_day() -> None:
    """A contract may begin and end on the same day."""
    contract = _dated("2024-09-30", "令和6年9月30日")

    assert contract.start == contract.end == date(2024, 9, 30)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("09-01", (9, 1)),
        ("9-1", (9, 1)),
        ("９月１日", (9, 1)),
        ("9/1", (9, 1)),
        ("02-29", (2, 29)),
    ],
)
def test_days_of_the_year(written: str, expected: tuple[int, int]) -> None:
    """Month and day are read with and without zeros, in any width; so is 02-29."""
    template = f"""\
        schema: stdmig.template/1
        deadline: 2026-03
        budget:
          request: {{from: {written}, until: 12-31}}
    """

    request = sound(workspace_text(template=template)).template.budget.request

    assert request is not None
    assert request.start == expected


@pytest.mark.parametrize(
    ("until", "closes"),
    [
        ("10-31", date(2023, 10, 31)),
        # Asked for in the calendar year in which fiscal 2024 begins.
        ("01-15", date(2024, 1, 15)),
        ("02-29", date(2024, 2, 29)),
    ],
)
def test_request_closes_before_the_fiscal_year(until: str, closes: date) -> None:
    """The last day to ask for money lies in the twelve months before its year."""
    budget = sound(workspace_text(template=_request_until(until))).template.budget

    assert budget.request_closes(2024) == closes


def test_request_closes_on_29_february_in_a_common_year() -> None:
    """Where there is no 29 February the window closes on the last day before it."""
    budget = sound(workspace_text(template=_request_until("02-29"))).template.budget

    assert budget.request_closes(2025) == date(2025, 2, 28)


def _request_until(until: str) -> str:
    return f"""\
        schema: stdmig.template/1
        deadline: 2026-03
        budget:
          request: {{from: 09-01, until: {until}}}
    """


def test_blank_values() -> None:
    """A key whose value is not known yet may stand without one."""
    systems = """\
        schema: stdmig.systems/1
        lang:
        municipality: {name: 姶良市, code: }
        specifications:
        contracts:
        systems:
          - id: juki
            applies:
            statutory:
            specification:
            assessment:
            cutover:
            units:
              - section: 市民課
                vendor:
                policy:
                related:
                contract:
                  kind:
                  end:
                  extensions:
                  accounts: {name: 一般会計, share: }
                  assumed:
    """
    template = """\
        schema: stdmig.template/1
        deadline: 2026-03-31
        planning:
        budget:
        milestones:
    """

    inventory = sound(
        workspace_text(
            systems, template=template, costs="schema: stdmig.costs/1\ncosts:"
        )
    )

    (installation,) = inventory.installations
    (contract,) = installation.unit.contracts
    assert installation.unit.policy == "undecided"
    assert isinstance(contract, Contract)
    assert (contract.kind, contract.end, contract.extensions) == (
        "multi_year",
        None,
        (),
    )
    assert contract.accounts[0].share == 100
    assert inventory.template.planning.durations == "maximum"
    assert inventory.template.milestones == ()
    assert inventory.costs is not None
    assert inventory.costs.costs == ()


def test_one_for_many() -> None:
    """Where a list of one is common, the value alone will do."""
    text = MINIMAL.replace(
        "contract: acrocity", "contract: acrocity\n        related: 戸籍システム"
    )

    (installation,) = sound(workspace_text(text)).installations

    assert installation.unit.related == ("戸籍システム",)


def test_spaces_around_a_word() -> None:
    """Spaces of any width around a word do not make it another word."""
    text = MINIMAL.replace("section: 市民課", 'section: "　市民課　"')

    (installation,) = sound(workspace_text(text)).installations

    assert installation.unit.section == "市民課"


def test_short_forms() -> None:
    """A deadline and an assessment may be written without their inner key."""
    systems = MINIMAL.replace("- id: juki", "- id: juki\n    assessment: none")
    template = "schema: stdmig.template/1\ndeadline: 令和8年3月\n"

    inventory = sound(workspace_text(systems, template=template))

    assert inventory.template.deadline.date == date(2026, 3, 31)
    assert not inventory.systems[0].needs_assessment


def test_system_beyond_the_law() -> None:
    """A system that the law does not name is read where the file says so."""
    text = f"{MINIMAL}  - {{id: kyushoku, name: 学校給食, statutory: false}}\n"

    _, system = sound(workspace_text(text)).systems

    assert system.title.ja == "学校給食"


@pytest.mark.parametrize("number", ["0-0", "00-0", "0-5", "0--0"])
def test_a_span_is_no_whole_number(number: str) -> None:
    """What loses its leading zeros on the way is refused, not read as a number."""
    systems = MINIMAL.replace("name: 姶良市", f"name: 姶良市\n  population: {number}")
    assert faults_of(workspace_text(systems)) == [
        f"systems.yaml:4:15 STD007 '{number}' is not a whole number"
    ]
