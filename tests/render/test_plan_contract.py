"""The plan for other programs, field by field (``stdmig.plan/1``)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest

from stdmig.schedule.reason import ReasonKind
from tests.command import call
from tests.helpers import MINIMAL, MINIMAL_TEMPLATE

Document = dict[str, Any]

DATES = (
    "planned_start",
    "planned_finish",
    "late_start",
    "late_finish",
    "last_chance_start",
    "early_start",
    "early_finish",
    "earliest_start",
)
TASK = {
    "id": str,
    "item": int,
    "part": str | None,
    "name": str,
    "scope": str,
    "procurement": str | None,
    "systems": list,
    "sections": list,
    "actors": list,
    "vendors": list,
    "duration": dict,
    "after": list,
    **dict.fromkeys(DATES, date),
    "status": str,
    "actual_start": date | None,
    "actual_finish": date | None,
    "total_float_days": int,
    "free_float_days": int,
    "critical": bool,
    "reasons": dict,
}
SYSTEM = {
    "id": str,
    "name": str,
    "cutover": date,
    "cutover_source": str,
    "early_cutover": date,
    "earliest_cutover": date,
    "deadline": date,
    "designated": dict | None,
    "transitional": list,
    "critical_path": list,
}
CONTRACT = {
    "contract": str | None,
    "units": list,
    "first_day": date | None,
    "last_day": date | None,
    "cutover": date,
    "runs_to": date | None,
    "gap_days": int | None,
    "open_gap_days": int | None,
    "gap_months": int | None,
    "extension": dict | None,
    "fiscal_years": list,
    "renewals": list,
    "overlap_months": int | None,
}
MILESTONE = {"id": str, "name": str, "date": date, "systems": list}
ASSUMPTION = {"id": str, "text": str, "location": dict, "tasks": list}
DOCUMENT = {
    "schema": str,
    "municipality": str,
    "as_of": date,
    "deadline": date,
    "sample": bool,
    "systems": list,
    "tasks": list,
    "contracts": list,
    "milestones": list,
    "assumptions": list,
    "bridges": list,
    "connections": list,
}


def _plan(*args: str | Path) -> Document:
    result = call("plan", "--format", "json", *args)
    assert result.code == 0, result.err
    document: Document = json.loads(result.out)
    return document


@pytest.fixture(scope="module")
def plan() -> Document:
    """Return the sample's plan as another program reads it."""
    return _plan("--sample")


@pytest.fixture(scope="module")
def tasks(plan: Document) -> dict[str, Document]:
    """Return its tasks by id."""
    return {task["id"]: task for task in plan["tasks"]}


def _is(kind: Any, value: object) -> bool:
    """Return whether a value is of a kind; dates are ISO texts, true is no number."""
    if kind is date:
        return isinstance(value, str) and _day(value).isoformat() == value
    if kind == date | None:
        return value is None or _is(date, value)
    return isinstance(value, kind) and (kind is bool or not isinstance(value, bool))


def _day(written: str) -> date:
    return date.fromisoformat(written)


def _wrong(rows: list[Document], fields: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the fields of rows that are missing or of another kind."""
    return [
        (str(row.get("id", row)), name)
        for row in rows
        for name, kind in fields.items()
        if name not in row or not _is(kind, row[name])
    ]


def test_fields_of_the_document_are_all_there(plan: Document) -> None:
    """The document names its version and holds every field in its kind."""
    assert plan["schema"] == "stdmig.plan/1"
    assert _wrong([plan], DOCUMENT) == []
    assert plan["as_of"] == "2021-10-01"
    assert plan["deadline"] == "2026-03-31"
    assert plan["sample"] is True


@pytest.mark.parametrize(
    ("rows", "fields", "number"),
    [
        ("systems", SYSTEM, 20),
        ("tasks", TASK, 224),
        ("contracts", CONTRACT, 4),
        ("milestones", MILESTONE, 7),
        ("assumptions", ASSUMPTION, 38),
    ],
)
def test_fields_of_every_row_are_all_there(
    plan: Document, rows: str, fields: dict[str, Any], number: int
) -> None:
    """Every row of every list has each of its fields in its kind."""
    # 6 milestones, of which one differs between 印鑑登録 and the other systems.
    assert len(plan[rows]) == number
    assert _wrong(plan[rows], fields) == []


def test_task_ids_are_made_of_the_item_and_whose_it_is(
    tasks: dict[str, Document],
) -> None:
    """Ids are ``1``, ``14c``, ``ITEM@PROCUREMENT`` and ``ITEM@SYSTEM``."""
    for name, task in tasks.items():
        part = {None: "", "characters": "c"}[task["part"]]
        whose = {
            "municipality": "",
            "procurement": f"@{task['procurement']}",
            "system": f"@{task['systems'][0]}",
        }[task["scope"]]
        assert name == f"{task['item']}{part}{whose}"
        assert (task["procurement"] is None) == (task["scope"] != "procurement")
        assert 1 <= task["item"] <= 17
    assert [name for name in tasks if "@" not in name] == ["1", "14c"]


def test_every_reference_names_something(
    plan: Document, tasks: dict[str, Document]
) -> None:
    """Ids in one list are ids of another; cutovers and links are no tasks."""
    systems = {system["id"] for system in plan["systems"]}
    for task in tasks.values():
        assert set(task["systems"]) <= systems
        assert set(task["after"]) <= tasks.keys() - {task["id"]}
    for system in plan["systems"]:
        assert set(system["critical_path"]) <= tasks.keys()
    for milestone in plan["milestones"]:
        assert set(milestone["systems"]) <= systems
    for assumption in plan["assumptions"]:
        assert set(assumption["tasks"]) <= tasks.keys()
    assert not any("cutover" in name for name in tasks)


def test_tasks_follow_what_they_wait_for(plan: Document) -> None:
    """A program that reads from top to bottom has seen every predecessor."""
    seen: set[str] = set()
    for task in plan["tasks"]:
        assert set(task["after"]) <= seen, task["id"]
        seen.add(task["id"])


def test_every_date_has_a_reason_of_a_known_kind(
    plan: Document, tasks: dict[str, Document]
) -> None:
    """Reasons are of the kinds of the contract, and their refs exist."""
    known = {
        **{kind: set(tasks) for kind in ("link", "window", "budget")},
        "wanted": {system["id"] for system in plan["systems"]},
        "deadline": {system["id"] for system in plan["systems"]},
        "publication": {"leading", "first", "second"},
        "as_of": {"as_of"},
    }
    for task in tasks.values():
        assert task["reasons"].keys() == set(DATES)
        for reason in task["reasons"].values():
            assert reason.keys() == {"kind", "ref"}
            assert reason["kind"] in get_args(ReasonKind)
            assert reason["ref"] in known[reason["kind"]], task["id"]


def test_kinds_of_reasons_are_those_of_the_contract() -> None:
    """Other programs know these words; within the version none is renamed."""
    assert set(get_args(ReasonKind)) == {
        *("link", "window", "budget", "blackout", "deadline"),
        *("publication", "as_of", "wanted", "progress", "completion", "chosen"),
    }


def test_reasons_of_late_dates_touch_what_sets_them(
    plan: Document, tasks: dict[str, Document]
) -> None:
    """A task ends, inclusively, on the day before that which sets its late finish."""
    cutovers = {system["id"]: system["cutover"] for system in plan["systems"]}
    for task in tasks.values():
        reason = task["reasons"]["late_finish"]
        after = (
            tasks[reason["ref"]]["late_start"]
            if reason["ref"] in tasks
            else cutovers[reason["ref"]]
        )
        # A month ends where the next begins, so that nothing is left between here,
        # unless the money or a vote lies between.
        assert _day(task["late_finish"]) + timedelta(1) <= _day(after), task["id"]
        if reason["kind"] not in ("budget", "window"):
            left = _day(after) - _day(task["late_finish"])
            assert left < timedelta(32), task["id"]


def test_finishes_are_last_days(plan: Document, tasks: dict[str, Document]) -> None:
    """On the critical path each task starts on the day after the last finish."""
    (first,) = [each for each in plan["systems"] if each["id"] == "juki"]
    assert plan["critical_system"] == "juki"
    chain = [tasks[name] for name in first["critical_path"]]
    assert [task["item"] for task in chain] == [*range(1, 13), 14, 15]
    starts = [_day(task["late_start"]) for task in chain[1:]]
    starts.append(_day(first["cutover"]))
    finishes = [_day(task["late_finish"]) for task in chain]
    assert [finish + timedelta(1) for finish in finishes] == starts


def test_critical_tasks_are_those_of_the_paths(
    plan: Document, tasks: dict[str, Document]
) -> None:
    """A task is critical when it is on some system's path, and only then."""
    listed = {name for system in plan["systems"] for name in system["critical_path"]}
    assert {name for name, task in tasks.items() if task["critical"]} == listed


def test_float_is_the_difference_of_the_starts(tasks: dict[str, Document]) -> None:
    """Total float is late start minus early start, in days, negative where late."""
    for task in tasks.values():
        days = (_day(task["late_start"]) - _day(task["early_start"])).days
        assert task["total_float_days"] == days
    assert min(task["total_float_days"] for task in tasks.values()) == -366


def test_worked_example_reaches_other_programs(tasks: dict[str, Document]) -> None:
    """Item 15 of a system lasts from 2025-04-01 to the eve of the cutover."""
    task = tasks["15@kojin"]
    assert (task["late_start"], task["late_finish"]) == ("2025-04-01", "2025-09-30")
    assert task["duration"] == {"min": 2, "max": 6, "unit": "month"}
    assert task["sections"] == ["税務課"]
    assert task["reasons"]["late_finish"] == {"kind": "wanted", "ref": "kojin"}


def test_contracts_carry_their_figures(plan: Document) -> None:
    """Gap, extension and renewals are those of the worked example."""
    contracts = {each["contract"]: each for each in plan["contracts"]}
    assert contracts.keys() == {"acrocity", "welplus", "kenko", "seiho"}
    tax = contracts["acrocity"]
    assert tax["last_day"] == "2024-09-30"
    assert tax["gap_days"] == 365
    assert tax["gap_months"] == 12
    assert tax["extension"] == {"start": "2024-10-01", "end": "2025-09-30"}
    assert tax["fiscal_years"] == [2024, 2025]
    assert tax["renewals"] == []
    assert len(tax["units"]) == 14
    assert contracts["kenko"]["gap_days"] == 183
    assert contracts["seiho"]["renewals"] == [2022, 2023, 2024, 2025]


def _texts(value: object) -> Iterator[str]:
    """Yield every text of a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)


def test_dates_are_iso_everywhere(plan: Document) -> None:
    """No field for programs holds an era date; only sentences for people do."""
    sentences = {assumption["text"] for assumption in plan["assumptions"]}
    found = [
        words
        for words in _texts(plan)
        if words not in sentences and re.search(r"[HRS]\d+\.|令和|平成", words)
    ]
    assert found == []


def test_unknown_is_null(tmp_path: Path) -> None:
    """What nobody knows is null: never zero, never an empty text, never left out."""
    _write(tmp_path, "systems: [{id: juki, units: [{section: 市民課, contract: {}}]}]")
    plan = _plan("-w", tmp_path, "--as-of", "2021-10-01")
    assert plan["municipality_code"] is None
    (contract,) = plan["contracts"]
    unknown = (
        *("first_day", "last_day", "runs_to", "gap_days", "open_gap_days"),
        *("gap_months", "extension"),
    )
    assert {name: contract[name] for name in unknown} == dict.fromkeys(unknown)
    assert contract["overlap_months"] is None
    assert contract["renewals"] == []


def test_cutover_without_a_wish_is_chosen(tmp_path: Path) -> None:
    """Without a wanted day one is chosen before the deadline, and it says so."""
    (tmp_path / "systems.yaml").write_text(MINIMAL, encoding="utf-8")
    plan = _plan("-w", tmp_path, "--as-of", "2021-10-01")
    (system,) = plan["systems"]
    # The packaged black-outs close March and April to 住民基本台帳; the longest closure
    # before is that of the turn of the year.
    assert system["cutover"] == "2026-01-05"
    assert system["cutover_source"] == "chosen"
    assert plan["sample"] is False
    reasons = [task["reasons"]["late_finish"] for task in plan["tasks"]]
    assert {"kind": "blackout", "ref": "juki"} in reasons


def test_systems_are_there_when_no_item_is_theirs_alone(tmp_path: Path) -> None:
    """A procedure that is walked once per municipality still plans its systems."""
    (tmp_path / "systems.yaml").write_text(MINIMAL, encoding="utf-8")
    (tmp_path / "procedures.yaml").write_text(
        "schema: stdmig.procedures/1\n"
        "phases: [{id: all, name: 全体}]\n"
        "items: [{number: 1, id: one, name: 準備, phase: all, scope: municipality,"
        " months: {min: 1, max: 2}}]\n"
        "cutover: {after: [1]}\n",
        encoding="utf-8",
    )
    (tmp_path / "schedule_template.yaml").write_text(MINIMAL_TEMPLATE, encoding="utf-8")
    plan = _plan("-w", tmp_path, "--as-of", "2021-10-01")
    assert [system["id"] for system in plan["systems"]] == ["juki"]
    assert [task["id"] for task in plan["tasks"]] == ["1"]


def _write(folder: Path, systems: str, lang: str | None = None) -> None:
    spoken = f"lang: {lang}\n" if lang else ""
    (folder / "systems.yaml").write_text(
        f"schema: stdmig.systems/1\nmunicipality: {{name: 見本市, name_en: Sample}}\n"
        f"{spoken}{systems}\n",
        encoding="utf-8",
    )


SYSTEMS = "systems: [{id: juki, units: [{section: 市民課}]}]"


@pytest.mark.parametrize(
    ("lang", "options", "name"),
    [
        (None, (), "見本市"),
        ("en", (), "Sample"),
        ("ja", (), "見本市"),
        ("en", ("--lang", "ja"), "見本市"),
        ("ja", ("--lang", "en"), "Sample"),
        (None, ("--lang", "en"), "Sample"),
    ],
)
def test_text_follows_option_and_file_never_the_locale(
    tmp_path: Path, lang: str | None, options: tuple[str, ...], name: str
) -> None:
    """``--lang`` decides, else ``lang:``, else Japanese; the reader is English here."""
    _write(tmp_path, SYSTEMS, lang)
    plan = _plan("-w", tmp_path, "--as-of", "2021-10-01", *options)
    assert plan["municipality"] == name
    named = "住民基本台帳" if name == "見本市" else "Basic resident register"
    assert plan["systems"][0]["name"] == named


def test_section_gets_its_own_part(plan: Document) -> None:
    """``--section`` keeps the tasks, systems, contracts and milestones of a section."""
    own = _plan("--sample", "--section", "社会福祉課")
    assert own["section"] == "社会福祉課"
    assert plan["section"] is None
    assert [system["id"] for system in own["systems"]] == ["seiho"]
    assert [each["contract"] for each in own["contracts"]] == ["seiho"]
    assert all("社会福祉課" in task["sections"] for task in own["tasks"])
    assert all(each["systems"] == ["seiho"] for each in own["milestones"])
    mine = {task["id"] for task in own["tasks"]}
    assert all(set(each["tasks"]) <= mine for each in own["assumptions"])
    by_id = {task["id"]: task for task in plan["tasks"]}
    assert own["tasks"] == [by_id[task["id"]] for task in own["tasks"]]


def test_plan_for_programs_is_as_filed(golden: Callable[[str, str], None]) -> None:
    """A section's document is, to the byte, the one that was read and approved."""
    # The dates of all tasks are held by the table of the plan, which is shorter.
    options = ("--sample", "--section", "社会福祉課", "--format", "json")
    golden("plan_of_section.json", call("plan", *options).out)
