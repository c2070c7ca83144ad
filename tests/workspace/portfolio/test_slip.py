"""Many workspaces planned again with a vendor that is later."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from stdmig.workspace.portfolio import gather
from stdmig.workspace.portfolio.slip import SlipJob, slip_towns
from stdmig.workspace.portfolio.slip_workers import spread
from tests.helpers import ENGLISH, ROOT
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


def length(place: Path, more: int) -> int:
    """Return what another process can work out."""
    return len(place.name) + more


def test_spread_keeps_the_order() -> None:
    """Results come in the order of the places, whoever made them."""
    places = [Path("x" * (number % 7 + 1)) for number in range(100)]
    expected = [length(place, 3) for place in places]
    assert list(spread(length, places, 3, 2)) == expected
    assert list(spread(length, places, 3, 1)) == expected
    assert list(spread(length, [], 3, 2)) == []


_SLOW = """\
import sys, time
from pathlib import Path
from stdmig.workspace.portfolio.slip_workers import spread

def slow(place, job):
    time.sleep(0.02)

for _ in spread(slow, [Path("x")] * 4000, 1, 2):
    print("at work", flush=True)
    sys.stdout = open("/dev/null", "w")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a fork holds what was open")
def test_killing_a_run_ends_its_processes() -> None:
    """None waits for ever for work that nobody gives any more."""
    process = subprocess.Popen(
        [sys.executable, "-c", _SLOW],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"at work\n"
    process.kill()
    # The pipe ends when the last process that holds it does.
    assert select.select([process.stdout], [], [], 20)[0]
    assert process.stdout.read() == b""
    process.wait()
    process.stdout.close()
