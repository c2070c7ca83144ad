"""Many workspaces become one answer, however it is come by (複数自治体の集約)."""

from __future__ import annotations

import errno
import os
import signal
import sys
import threading
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from stdmig.outlook.portfolio.town import Town
from stdmig.workspace.portfolio import Gathered, gather, worker, workers
from stdmig.workspace.portfolio import entry as entries
from stdmig.workspace.portfolio.town_of import Job, Outcome, town_of
from stdmig.workspace.portfolio.worker import Work, Worker, start_worker
from tests.helpers import ENGLISH
from tests.many_towns import write_town, write_towns

AS_OF = date(2024, 6, 1)
JOB = Job(AS_OF)

forks = pytest.mark.skipif(
    sys.platform != "linux", reason="a process begun afresh knows no monkeypatch"
)


def planned_in_turn(places: tuple[Path, ...]) -> tuple[Town, ...]:
    """Return what each workspace gives by itself, without lines, workers or cache."""
    found = [town_of(place, JOB).found for place in places]
    return tuple(each for each in found if isinstance(each, Town))


def names(found: Gathered) -> list[str]:
    """Return the municipalities by name."""
    return [each.name for each in found.towns]


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_answer_is_the_same_whatever_jobs_and_cache_are(
    tmp_path: Path, jobs: int
) -> None:
    """Cold, warm and without a cache, in one process or several, all are equal."""
    places = write_towns(tmp_path / "県", 20)
    expected = Gathered(planned_in_turn(places), ())
    assert len(expected.towns) == 20
    cache = tmp_path / "cache"
    assert gather(places, AS_OF, jobs=jobs) == expected
    assert gather(places, AS_OF, jobs=jobs, cache=cache) == expected
    assert gather(places, AS_OF, jobs=jobs, cache=cache) == expected


def test_processes_begun_afresh_give_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a fork is not safe (Windows, macOS, threads), spawned processes plan."""
    monkeypatch.setattr(worker, "start_method", lambda: "spawn")
    monkeypatch.setattr(workers, "worth", lambda number, jobs: jobs)
    places = write_towns(tmp_path, 5)
    assert gather(places, AS_OF, jobs=2).towns == planned_in_turn(places)


def test_more_processes_than_any_system_waits_for_are_not_begun() -> None:
    """However many are asked for, sixty is the most, on Windows too."""
    assert workers.worth(1741, 100_000) == 60
    assert workers.worth(1741, 3) == 3


def test_threads_forbid_a_fork() -> None:
    """A lock that another thread holds would be held for ever in a fork."""
    assert worker.start_method() in ("fork", "spawn")
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        assert worker.start_method() == "spawn"
    finally:
        done.set()
        other.join()


def test_places_are_named_as_given(tmp_path: Path) -> None:
    """A warm run under another name of the folder names its places anew."""
    write_towns(tmp_path / "県", 2)
    first = gather([tmp_path / "県" / "0002"], AS_OF, cache=tmp_path / "cache")
    other = tmp_path / "県" / ".." / "県" / "0002"
    again = gather([other], AS_OF, cache=tmp_path / "cache")
    assert first.towns[0].place.endswith("県/0002")
    assert again.towns[0].place.endswith("県/../県/0002")
    assert again.towns[0][1:] == first.towns[0][1:]


def test_progress_is_told_to_the_end(tmp_path: Path) -> None:
    """Whoever shows a bar hears of every municipality once, the known ones at once."""
    places = write_towns(tmp_path / "県", 10)
    told: list[tuple[int, int]] = []
    cache = tmp_path / "cache"
    gather(places, AS_OF, jobs=2, cache=cache, told=lambda *seen: told.append(seen))
    assert told == [(number, 10) for number in range(1, 11)]
    told.clear()
    write_town(places[3], 77)
    gather(places, AS_OF, cache=cache, told=lambda *seen: told.append(seen))
    assert told == [(9, 10), (10, 10)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_broken_workspace_does_not_hide_the_others(tmp_path: Path, jobs: int) -> None:
    """It is named with the line of its fault, and every other one is there."""
    places = write_towns(tmp_path / "県", 12)
    file = places[4] / "systems.yaml"
    file.write_text("schema: stdmig.systems/1\nmunicipality: [\n", encoding="utf-8")
    cache = tmp_path / "cache"
    for _ in range(2):
        found = gather(places, AS_OF, jobs=jobs, cache=cache)
        assert len(found.towns) == 11
        assert "第5町" not in names(found)
        (broken,) = found.broken
        assert broken.place == places[4].as_posix()
        assert {each.code for each in broken.faults} == {"STD002"}
        assert broken.faults[0].location.file == file.as_posix()
    write_town(places[4], 5)
    mended = gather(places, AS_OF, jobs=jobs, cache=cache)
    assert names(mended)[4] == "第5町"
    assert mended.broken == ()


def test_broken_workspace_has_the_name_that_it_gives(tmp_path: Path) -> None:
    """A fault elsewhere in the file does not hide whose file it is."""
    places = write_towns(tmp_path, 2)
    file = places[1] / "systems.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("policy: stay", "policy: leave"), encoding="utf-8")
    (broken,) = gather(places, AS_OF).broken
    assert (broken.name, broken.code) == ("第2町", "030020")
    (fault,) = broken.faults
    assert str(fault.location) == f"{file.as_posix()}:21:18"
    file.write_text(text.replace("name: 第2町", "name: []"), encoding="utf-8")
    (broken,) = gather(places, AS_OF).broken
    assert (broken.name, broken.code) == (None, None)


def test_folder_that_vanishes_is_reported(tmp_path: Path) -> None:
    """What was listed and is gone when it is read is one broken workspace."""
    places = write_towns(tmp_path, 2)
    (places[0] / "systems.yaml").unlink()
    places[0].rmdir()
    found = gather(places, AS_OF, cache=tmp_path / "cache")
    assert names(found) == ["第2町"]
    (fault,) = found.broken[0].faults
    assert fault.code == "STD015"
    assert fault.message.into(ENGLISH) == "there is no such folder"


@forks
def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A FIFO named ``systems.yaml`` is a fault, where opening it would never end."""
    places = write_towns(tmp_path, 2)
    (places[1] / "systems.yaml").unlink()
    os.mkfifo(places[1] / "systems.yaml")
    found = gather(places, AS_OF, cache=tmp_path / "cache")
    assert names(found) == ["第1町"]
    (fault,) = found.broken[0].faults
    assert fault.message.into(ENGLISH) == (
        "cannot be read: it is a pipe or a device, not a file"
    )


@forks
def test_lost_process_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a killed process had in hand is planned again, and nothing hangs."""
    places = write_towns(tmp_path / "県", 20)
    mark = tmp_path / "killed"

    def killed_once(place: Path, job: Job) -> Outcome:
        if place.name == "0007" and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return town_of(place, job)

    monkeypatch.setattr(entries, "town_of", killed_once)
    found = gather(places, AS_OF, jobs=2, cache=tmp_path / "cache")
    assert mark.exists()
    assert found == Gathered(planned_in_turn(places), ())


@forks
def test_workspace_that_ends_every_process_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that takes more memory than there is is named; all others are planned."""
    places = write_towns(tmp_path / "県", 20)

    def deadly(place: Path, job: Job) -> Outcome:
        if place.name in ("0007", "0008"):
            os.kill(os.getpid(), signal.SIGKILL)
        return town_of(place, job)

    monkeypatch.setattr(entries, "town_of", deadly)
    found = gather(places, AS_OF, jobs=2, cache=tmp_path / "cache")
    left = (*places[:6], *places[8:])
    assert found.towns == planned_in_turn(left)
    assert [each.place for each in found.broken] == [
        places[6].as_posix(),
        places[7].as_posix(),
    ]
    (fault,) = found.broken[0].faults
    assert fault.message.into(ENGLISH) == (
        "the process that planned it was ended from outside"
    )


@forks
def test_fault_of_ours_is_not_swallowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What goes wrong in a process goes wrong here as well, with its traceback."""
    places = write_towns(tmp_path / "県", 20)

    def wrong(place: Path, job: Job) -> Outcome:
        if place.name == "0011":
            raise AssertionError("a bug")
        return town_of(place, job)

    monkeypatch.setattr(entries, "town_of", wrong)
    here = import_module("stdmig.workspace.portfolio.gather")
    monkeypatch.setattr(here, "town_of", wrong)
    with pytest.raises(AssertionError, match="a bug"):
        gather(places, AS_OF, jobs=2)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that gets the number of every process that is started."""
    found: list[int] = []

    def kept(others: Sequence[Worker], work: Work) -> Worker:
        begun = start_worker(others, work)
        found.append(begun.process.pid or 0)
        return begun

    monkeypatch.setattr(workers, "start_worker", kept)
    return found


@forks
def test_interruption_leaves_no_process_behind(
    tmp_path: Path, started: list[int]
) -> None:
    """Ctrl-C in the middle ends everybody, and is passed on."""
    places = write_towns(tmp_path / "県", 20)

    def interrupted(done: int, _: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        gather(places, AS_OF, jobs=2, told=interrupted)
    assert len(started) == 2
    for each in started:
        with pytest.raises(ProcessLookupError):
            os.kill(each, 0)


@pytest.mark.parametrize("allowed", [0, 1])
def test_system_that_allows_no_more_processes_costs_time_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, allowed: int
) -> None:
    """All is planned by the one that could be started, or here."""
    places = write_towns(tmp_path, 10)

    def refused(others: Sequence[Worker], work: Work) -> Worker:
        if len(others) == allowed:
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        return start_worker(others, work)

    monkeypatch.setattr(workers, "start_worker", refused)
    assert gather(places, AS_OF, jobs=2).towns == planned_in_turn(places)


def test_few_are_planned_without_a_process(tmp_path: Path, started: list[int]) -> None:
    """A process for three municipalities would cost more than it saves."""
    places = write_towns(tmp_path, 3)
    assert len(gather(places, AS_OF, jobs=2).towns) == 3
    assert started == []
    assert gather([], AS_OF, jobs=2, cache=tmp_path / "cache") == Gathered((), ())


def test_further_items_are_asked_for(tmp_path: Path) -> None:
    """The work of vendors in an item that a limit names is there, warm as well."""
    places = write_towns(tmp_path / "県", 1)
    cache = tmp_path / "cache"
    plain = gather(places, AS_OF, cache=cache)
    more = gather(places, AS_OF, cache=cache, items=["2"])
    again = gather(places, AS_OF, cache=cache, items=["2"])
    kinds = {each.item for each in plain.towns[0].work}
    assert kinds == {"13", "14", "14c", "15"}
    assert {each.item for each in more.towns[0].work} == kinds | {"2"}
    assert again == more
