"""Finding and reading the files of a workspace (作業フォルダー)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from stdmig.workspace import Request, open_workspace, plan_workspace
from tests.helpers import ENGLISH, MINIMAL, MINIMAL_PROCEDURES, MINIMAL_TEMPLATE

COSTS = """\
schema: stdmig.costs/1
costs: []
"""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Return a folder with ``systems.yaml`` alone."""
    (tmp_path / "systems.yaml").write_text(MINIMAL, encoding="utf-8")
    return tmp_path


def test_files_left_out_are_the_packaged_ones(town: Path) -> None:
    """``procedures.yaml`` and ``schedule_template.yaml`` fall back, and are named."""
    inventory, faults = open_workspace(Request(town))
    assert faults == []
    assert inventory is not None
    assert inventory.packaged == (
        "stdmig:procedures.yaml",
        "stdmig:schedule_template.yaml",
    )
    assert not inventory.sample
    assert len(inventory.procedures.items) == 18
    assert inventory.template.deadline.date == date(2026, 3, 31)


def test_wishes_of_the_sample_stay_with_the_sample(town: Path) -> None:
    """The packaged template lends its deadline, never the sample's cutover or day."""
    inventory, _ = open_workspace(Request(town))
    assert inventory is not None
    assert inventory.template.planning.cutover is None
    assert inventory.template.planning.as_of is None


def test_own_files_win(town: Path) -> None:
    """Files of the folder are read instead of the packaged ones."""
    (town / "procedures.yaml").write_text(MINIMAL_PROCEDURES, encoding="utf-8")
    (town / "schedule_template.yaml").write_text(MINIMAL_TEMPLATE, encoding="utf-8")
    inventory, faults = open_workspace(Request(town))
    assert faults == []
    assert inventory is not None
    assert inventory.packaged == ()
    assert [item.id for item in inventory.procedures.items] == ["survey"]


def test_systems_never_fall_back(tmp_path: Path) -> None:
    """Other files do not make a workspace: nobody else's systems are planned."""
    (tmp_path / "procedures.yaml").write_text(MINIMAL_PROCEDURES, encoding="utf-8")
    inventory, faults = open_workspace(Request(tmp_path))
    assert inventory is None
    (fault,) = faults
    assert fault.code == "STD015"
    assert str(fault.location) == f"{tmp_path.as_posix()}/systems.yaml:1:1"
    assert fault.message.into(ENGLISH) == "there is no systems.yaml in this folder"
    assert fault.help is not None
    assert "--sample" in fault.help.into(ENGLISH)
    assert "stdmig init" in fault.help.into(ENGLISH)


def test_faults_of_all_files_come_together(town: Path) -> None:
    """Every fault of every file is there at once, each in its own file."""
    (town / "procedures.yaml").write_text("items: 1\n", encoding="utf-8")
    (town / "schedule_template.yaml").write_text("deadline: 2026-02-30\n", "utf-8")
    (town / "costs.yaml").write_bytes(b"\xff\xfe")
    (town / "progress.yaml").write_text("live: 1\n", encoding="utf-8")
    inventory, faults = open_workspace(Request(town))
    assert inventory is None
    assert {Path(fault.location.file).name for fault in faults} == {
        *("procedures.yaml", "schedule_template.yaml", "costs.yaml", "progress.yaml")
    }


def test_sample_is_the_packaged_city() -> None:
    """The sample says in every place that it is one."""
    inventory, faults = open_workspace(Request(sample=True))
    assert faults == []
    assert inventory is not None
    assert inventory.sample
    assert inventory.municipality.title.ja == "姶良市"
    place = inventory.locate(("municipality", "name"))
    assert place.file == "sample:systems.yaml"


@pytest.mark.parametrize(
    ("option", "template", "day", "source"),
    [
        (date(2022, 4, 1), "2021-10-01", date(2022, 4, 1), "option"),
        (None, "2021-10-01", date(2021, 10, 1), "template"),
        (None, None, date(2030, 1, 2), "today"),
        (date(2022, 4, 1), None, date(2022, 4, 1), "option"),
    ],
)
def test_as_of_date_is_option_then_template_then_today(
    town: Path, option: date | None, template: str | None, day: date, source: str
) -> None:
    """The clock is asked last, and whoever said the day is known."""
    planning = f"planning: {{as_of: {template}}}\n" if template else ""
    (town / "schedule_template.yaml").write_text(
        MINIMAL_TEMPLATE + planning, encoding="utf-8"
    )
    inventory, faults = open_workspace(Request(town))
    assert inventory is not None, faults
    planned = plan_workspace(inventory, option, date(2030, 1, 2))
    assert planned.plan.as_of == day
    assert planned.as_of_source == source


def test_progress_is_read_where_it_is(town: Path) -> None:
    """Without progress.yaml nothing is recorded; with it, its systems are live."""
    inventory, _ = open_workspace(Request(town))
    assert inventory is not None
    assert inventory.progress is None
    record = "schema: stdmig.progress/1\nlive: [{system: juki, since: 2025-11}]\n"
    (town / "progress.yaml").write_text(record, encoding="utf-8")
    inventory, faults = open_workspace(Request(town))
    assert inventory is not None, faults
    plan = plan_workspace(inventory, date(2026, 10, 1), date(2030, 1, 2)).plan
    assert plan.cutover("juki").day == date(2025, 11, 1)
    assert plan.tasks == ()
