"""Many workspaces planned again with a vendor that is later."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path

import pytest

from stdmig.workspace.portfolio import gather, slip, worker, workers
from stdmig.workspace.portfolio.reading import Reading, read_unchanged
from stdmig.workspace.portfolio.slip import SlipJob, slip_towns
from stdmig.workspace.portfolio.slip_row import slip_from, slip_row
from tests.helpers import ENGLISH
from tests.rules.planned import TEMPLATE
from tests.slips import (
    AS_OF,
    ASAHI,
    ASAHI_PROGRESS,
    MINATO,
    MINATO_PROGRESS,
    PROCEDURES,
    SAKURA,
    supposed,
    three_towns,
)

JOB = SlipJob(AS_OF, (supposed(),))

forks = pytest.mark.skipif(
    sys.platform != "linux", reason="a process begun afresh knows no monkeypatch"
)

OTHER = """\
schema: stdmig.systems/1
municipality: {name: かえで町（架空）}
systems:
  - {id: juki, units: [{section: 住民課, vendor: 架空けやき, policy: stay}]}
"""


@pytest.fixture
def places(tmp_path: Path) -> list[Path]:
    """Return the folders of three municipalities and of one without the vendor."""
    files = {
        "asahi": (ASAHI, ASAHI_PROGRESS),
        "kaede": (OTHER, None),
        "minato": (MINATO, MINATO_PROGRESS),
        "sakura": (SAKURA, None),
    }
    found = []
    for name, (systems, progress) in files.items():
        folder = tmp_path / name
        folder.mkdir()
        texts = {
            "systems.yaml": systems,
            "procedures.yaml": PROCEDURES,
            "schedule_template.yaml": TEMPLATE,
            "progress.yaml": progress,
        }
        for file, text in texts.items():
            if text is not None:
                (folder / file).write_text(text, encoding="utf-8")
        found.append(folder)
    return found


def test_the_same_as_in_memory(places: list[Path]) -> None:
    """Folders give the figures of the three municipalities, worst first."""
    told: list[tuple[int, int]] = []
    towns = gather(places, AS_OF).towns
    slipped = slip_towns(towns, JOB, told=lambda done, of: told.append((done, of)))
    report, expected = slipped.report, three_towns()
    assert report.total == expected.total
    assert report.spellings == expected.spellings
    assert report.others == 1
    assert [Path(town.place).name for town in report.towns] == [
        "asahi",
        "minato",
        "sakura",
    ]
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_processes_change_nothing(places: list[Path]) -> None:
    """Two processes give what one gives, in the same order."""
    towns = gather(places, AS_OF).towns * 12
    assert slip_towns(towns, JOB, jobs=2) == slip_towns(towns, JOB, jobs=1)


def test_only_towns_with_the_vendor_are_read_again(places: list[Path]) -> None:
    """A municipality without the vendor may even be gone."""
    towns = gather(places, AS_OF).towns
    shutil.rmtree(places[1])
    slipped = slip_towns(towns, JOB)
    assert slipped.broken == ()
    assert slipped.report.total == three_towns().total


def test_what_broke_in_between_is_told(places: list[Path]) -> None:
    """The others keep their figures; the broken one is told with its fault."""
    towns = gather(places, AS_OF).towns
    (places[0] / "systems.yaml").write_text("schema: [", encoding="utf-8")
    slipped = slip_towns(towns * 12, JOB, jobs=2)
    assert {each.place for each in slipped.broken} == {places[0].as_posix()}
    assert slipped.broken[0].faults[0].code.startswith("STD0")
    assert slipped.broken[0].faults[0].message.into(ENGLISH)
    assert slipped.report.total.towns == 24
    assert slipped.report.others == 12


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_of_either_kind_give_the_same(
    places: list[Path], monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    """What goes through the pipes comes out as it went in."""
    if method == "fork" and sys.platform != "linux":
        pytest.skip("a fork is not safe everywhere")
    monkeypatch.setattr(worker, "start_method", lambda: method)
    monkeypatch.setattr(workers, "start_method", lambda: method)
    towns = gather(places, AS_OF, jobs=1).towns * 17
    assert slip_towns(towns, JOB, jobs=2) == slip_towns(towns, JOB, jobs=1)


@forks
def test_lost_process_costs_nothing(
    places: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a killed process had in hand is planned again."""
    towns = gather(places, AS_OF).towns * 12
    expected, mark = slip_towns(towns, JOB, jobs=1), tmp_path / "killed"

    def killed_once(place: Path) -> Reading:
        if place.name == "minato" and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return read_unchanged(place)

    monkeypatch.setattr(slip, "read_unchanged", killed_once)
    assert slip_towns(towns, JOB, jobs=2) == expected
    assert mark.exists()


@forks
def test_workspace_that_ends_every_process_is_reported(
    places: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is broken; it takes neither the others nor the command along."""
    towns = gather(places, AS_OF).towns * 12

    def deadly(place: Path) -> Reading:
        if place.name == "minato":
            os.kill(os.getpid(), signal.SIGKILL)
        return read_unchanged(place)

    monkeypatch.setattr(slip, "read_unchanged", deadly)
    slipped = slip_towns(towns, JOB, jobs=2)
    assert {each.place for each in slipped.broken} == {places[2].as_posix()}
    assert len(slipped.broken) == 12
    (fault,) = slipped.broken[0].faults
    assert fault.code == "STD001"
    assert fault.message.into(ENGLISH) == (
        "the process that planned it was ended from outside"
    )
    assert slipped.report.total.towns == 24


def test_record_survives_its_line() -> None:
    """Every value comes back as it was, tuples as tuples; nothing stays nothing."""
    for town in three_towns().towns:
        back = slip_from(slip_row(town))
        assert back == town
        assert repr(back) == repr(town)
    assert slip_from(slip_row(None)) is None
