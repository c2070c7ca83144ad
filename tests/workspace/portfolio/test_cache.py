"""What is kept between two runs never changes an answer (控え)."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from random import Random

import pytest

from stdmig.outlook.portfolio.town import Town
from stdmig.workspace.portfolio import Gathered, gather
from stdmig.workspace.portfolio import entry as entries
from stdmig.workspace.portfolio.town_of import Job, Outcome, town_of
from tests.helpers import ROOT
from tests.many_towns import write_town, write_towns

AS_OF = date(2024, 6, 1)
LONG_AGO = 1_600_000_000


@pytest.fixture
def planned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the name of every workspace that is planned."""
    seen: list[str] = []

    def told(place: Path, job: Job) -> Outcome:
        seen.append(place.name)
        return town_of(place, job)

    monkeypatch.setattr(entries, "town_of", told)
    return seen


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, ...]:
    """Return four workspaces, beside which the cache is kept."""
    return write_towns(tmp_path / "県", 4)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Return a folder for the cache that is not there yet."""
    return tmp_path / "控え"


def fresh(places: tuple[Path, ...]) -> Gathered:
    """Return the answer without any cache."""
    return gather(places, AS_OF, jobs=1)


def file_in(cache: Path) -> Path:
    """Return the one file of a cache."""
    (file,) = cache.iterdir()
    return file


def test_unchanged_workspaces_are_not_planned_again(
    places: tuple[Path, ...], cache: Path, planned: list[str]
) -> None:
    """A second run plans nothing, a third one the one that was saved in between."""
    first = gather(places, AS_OF, jobs=1, cache=cache)
    assert planned == ["0001", "0002", "0003", "0004"]
    planned.clear()
    assert gather(places, AS_OF, jobs=1, cache=cache) == first
    assert planned == []
    write_town(places[2], 9)
    third = gather(places, AS_OF, jobs=1, cache=cache)
    assert planned == ["0003"]
    assert [each.name for each in third.towns] == ["第1町", "第2町", "第9町", "第4町"]
    assert third == fresh(places)


def same_size_and_time(file: Path) -> None:
    """Change a file so that neither its size nor its time tells."""
    before = file.stat()
    file.write_bytes(file.read_bytes().replace("第2町".encode(), "第8町".encode()))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert file.stat().st_mtime_ns == before.st_mtime_ns


def replaced(file: Path) -> None:
    """Put another file in its place, as an editor or git does."""
    before, other = file.stat(), file.with_suffix(".new")
    other.write_bytes(file.read_bytes().replace("第2町".encode(), "第8町".encode()))
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(file)


def linked(file: Path) -> None:
    """Let a link lead to another file of the same size."""
    other = file.with_name("other.txt")
    other.write_bytes(file.read_bytes().replace("第2町".encode(), "第8町".encode()))
    file.unlink()
    file.symlink_to(other)


@pytest.mark.parametrize("change", [same_size_and_time, replaced, linked])
@pytest.mark.parametrize("age", [0, 10_000], ids=["just saved", "saved long ago"])
def test_no_change_goes_unnoticed(
    places: tuple[Path, ...],
    cache: Path,
    change: Callable[[Path], None],
    age: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A change is seen by number, entry time or content where size and time agree."""
    module = import_module("stdmig.workspace.portfolio.cache")
    now = module.time_of_disk
    monkeypatch.setattr(
        module, "time_of_disk", lambda folder: now(folder) + age * 1_000_000_000
    )
    assert gather(places, AS_OF, cache=cache).towns[1].name == "第2町"
    change(places[1] / "systems.yaml")
    found = gather(places, AS_OF, cache=cache)
    assert found.towns[1].name == "第8町"
    assert found == fresh(places)


def test_file_saved_while_it_was_read_is_compared(
    places: tuple[Path, ...], cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was saved again within one tick of the disk's clock is seen all the same."""
    module = import_module("stdmig.workspace.portfolio.signature")
    facts = module.facts_of
    moment = 10**19
    # A disk whose clock stands still, and that numbers nothing.
    monkeypatch.setattr(
        module, "facts_of", lambda path: (facts(path)[0], moment, moment, 0)
    )
    assert gather(places, AS_OF, cache=cache).towns[1].name == "第2町"
    same_size_and_time(places[1] / "systems.yaml")
    assert gather(places, AS_OF, cache=cache).towns[1].name == "第8町"


def test_settled_files_are_not_read_again(
    places: tuple[Path, ...], cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once files are clearly older than a run, the next runs only look at the disk."""
    module = import_module("stdmig.workspace.portfolio.cache")
    compared: list[Path] = []
    digest = module.folder_digest

    def told(place: Path) -> object:
        compared.append(place)
        return digest(place)

    monkeypatch.setattr(module, "folder_digest", told)
    gather(places, AS_OF, cache=cache)
    now = module.time_of_disk
    monkeypatch.setattr(module, "time_of_disk", lambda folder: now(folder) + 10**10)
    second = gather(places, AS_OF, cache=cache)
    assert compared == list(places)
    assert gather(places, AS_OF, cache=cache) == second == fresh(places)
    assert compared == list(places)


@pytest.mark.parametrize("name", ["progress.yaml", "procedures.yaml"])
def test_file_that_comes_or_goes_is_noticed(
    places: tuple[Path, ...], cache: Path, planned: list[str], name: str
) -> None:
    """A file that was not there, and one that is gone, are changes."""
    gather(places, AS_OF, cache=cache)
    file = places[0] / name
    file.write_bytes((ROOT / "data" / "procedures.yaml").read_bytes())
    if name == "progress.yaml":
        file.write_text(
            "schema: stdmig.progress/1\nlive:\n  - {system: juki, since: 2024-01-09}\n",
            encoding="utf-8",
        )
    planned.clear()
    found = gather(places, AS_OF, cache=cache)
    assert planned == ["0001"]
    live = found.towns[0].systems[0].state == "live"
    assert live == (name == "progress.yaml")
    file.unlink()
    planned.clear()
    again = gather(places, AS_OF, cache=cache)
    assert planned == ["0001"]
    assert again == fresh(places)


def test_other_day_or_program_is_planned_anew(
    places: tuple[Path, ...],
    cache: Path,
    planned: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What another as-of date or another program found is not trusted."""
    gather(places, AS_OF, cache=cache)
    planned.clear()
    later = gather(places, date(2025, 6, 1), cache=cache)
    assert len(planned) == 4
    assert later == gather(places, date(2025, 6, 1))
    planned.clear()
    module = import_module("stdmig.workspace.portfolio.kept")
    monkeypatch.setattr(module, "product_digest", lambda: "another")
    gather(places, date(2025, 6, 1), cache=cache)
    assert len(planned) == 4


def test_program_is_told_by_its_files(tmp_path: Path) -> None:
    """One changed line of the program, or of the packaged data, makes it another."""
    module = import_module("stdmig.workspace.portfolio.product")
    file = tmp_path / "rule.py"
    file.write_text("A = 1\n")
    (tmp_path / "__pycache__").mkdir()
    before = list(module.files_of(str(tmp_path)))
    (tmp_path / "__pycache__" / "rule.pyc").write_bytes(b"")
    assert list(module.files_of(str(tmp_path))) == before
    file.write_text("A = 12\n")
    assert list(module.files_of(str(tmp_path))) != before
    assert module.product_digest() == module.product_digest()


def truncated(data: bytes) -> bytes:
    """Return the first half."""
    return data[: len(data) // 2]


def flipped(data: bytes) -> bytes:
    """Return it with one figure changed that is JSON all the same."""
    return data.replace(b'"juki"', b'"jukj"', 1)


def foreign(data: bytes) -> bytes:
    """Return a pickle that would run a program."""
    return b"cos\nsystem\n(S'touch /tmp/stdmig-was-here'\ntR."


def nothing(data: bytes) -> bytes:
    """Return an empty file."""
    return b""


def shorter(data: bytes) -> bytes:
    """Return it without its last line, as if the disk had been full."""
    return data.rpartition(b"\n")[0]


def headless(data: bytes) -> bytes:
    """Return text that is no cache."""
    return "控えではない\n".encode() * 1000


@pytest.mark.parametrize(
    "damage", [truncated, flipped, foreign, nothing, shorter, headless]
)
def test_damaged_cache_is_as_none(
    places: tuple[Path, ...],
    cache: Path,
    planned: list[str],
    damage: Callable[[bytes], bytes],
) -> None:
    """It is not read in part, and the next run has a sound one again."""
    first = gather(places, AS_OF, cache=cache)
    file = file_in(cache)
    sound = file.read_bytes()
    file.write_bytes(damage(sound))
    planned.clear()
    assert gather(places, AS_OF, cache=cache) == first
    assert len(planned) == 4
    assert not Path("/tmp/stdmig-was-here").exists()
    assert sorted(file.read_bytes().splitlines()) == sorted(sound.splitlines())


def test_huge_cache_is_not_read(
    places: tuple[Path, ...], cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file larger than any of ours is passed over by its size."""
    first = gather(places, AS_OF, cache=cache)
    with file_in(cache).open("r+b") as stream:
        stream.truncate(10**12)
    assert gather(places, AS_OF, cache=cache) == first
    assert file_in(cache).stat().st_size < 10**6


def test_rows_of_another_shape_are_planned_anew(
    places: tuple[Path, ...], cache: Path, planned: list[str]
) -> None:
    """Even with a sound digest, a row that is no municipality's is not taken."""
    first = gather(places, AS_OF, cache=cache)
    kept = import_module("stdmig.workspace.portfolio.kept")
    file, header = file_in(cache), kept.header_of(Job(AS_OF))
    known = kept.kept_in(file.read_bytes(), header)
    rows = [b"", b"[]", b"null", b'{"a":1}']
    changed = {
        key: each._replace(row=row)
        for (key, each), row in zip(known.items(), rows, strict=True)
    }
    file.write_bytes(kept.bytes_of(header, changed))
    planned.clear()
    assert gather(places, AS_OF, cache=cache) == first
    assert len(planned) == 4


def test_cache_may_go_at_any_time(places: tuple[Path, ...], cache: Path) -> None:
    """Deleting it costs time alone."""
    first = gather(places, AS_OF, cache=cache)
    file_in(cache).unlink()
    assert gather(places, AS_OF, cache=cache) == first
    file_in(cache).unlink()
    cache.rmdir()
    assert gather(places, AS_OF, cache=cache) == first


def test_cache_that_cannot_be_written_is_done_without(
    places: tuple[Path, ...], cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full or read-only disk is told once, and the answer is the same."""
    cache.write_bytes(b"a file stands where the folder should be")
    found = gather(places, AS_OF, cache=cache)
    assert isinstance(found.uncached, FileExistsError)
    assert found._replace(uncached=None) == fresh(places)
    cache.unlink()

    def full(path: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    module = import_module("stdmig.workspace.portfolio.cache")
    monkeypatch.setattr(module, "write_whole", full)
    found = gather(places, AS_OF, cache=cache)
    assert found.uncached is not None
    assert found.uncached.errno == errno.ENOSPC
    assert found._replace(uncached=None) == fresh(places)


def test_nobody_else_may_look_into_a_new_cache(
    places: tuple[Path, ...], cache: Path
) -> None:
    """It holds what municipalities wrote, so its folder is the user's own."""
    gather(places, AS_OF, cache=cache)
    assert cache.stat().st_mode & 0o777 == 0o700
    assert b"cos\n" not in file_in(cache).read_bytes()
    first, header, *lines = file_in(cache).read_bytes().split(b"\n")
    assert first.startswith(b"stdmig.portfolio-cache/1 ")
    assert json.loads(header)[1] == "2024-06-01"
    assert [json.loads(each.split(b"\t")[1])[0] for each in lines] == [
        "第1町",
        "第2町",
        "第3町",
        "第4町",
    ]


def test_part_of_the_workspaces_does_not_push_out_the_others(
    places: tuple[Path, ...], cache: Path, planned: list[str]
) -> None:
    """A run over two of four leaves what is known of the others."""
    gather(places, AS_OF, cache=cache)
    gather((places[0], places[3]), AS_OF, cache=cache)
    write_town(places[0], 6)
    gather((places[0], places[3]), AS_OF, cache=cache)
    planned.clear()
    found = gather(places, AS_OF, cache=cache)
    assert planned == []
    assert found == fresh(places)


def test_what_killed_runs_left_is_cleared_away(
    places: tuple[Path, ...], cache: Path
) -> None:
    """Old drafts go, those of a run that is still at it stay, and so does the rest."""
    cache.mkdir()
    for name in (".stdmig-old", "portfolio-0123456789abcdef.cache", "notes.txt"):
        (cache / name).write_bytes(b"")
        os.utime(cache / name, (LONG_AGO, LONG_AGO))
    (cache / ".stdmig-new").write_bytes(b"")
    (cache / "portfolio-fedcba9876543210.cache").write_bytes(b"")
    gather(places, AS_OF, cache=cache)
    left = sorted(each.name for each in cache.iterdir())
    assert len(left) == 4
    assert ".stdmig-new" in left
    assert "notes.txt" in left
    assert "portfolio-fedcba9876543210.cache" in left


_RUN = """\
import sys
from datetime import date
from pathlib import Path
from stdmig.workspace.portfolio import gather, list_places
print("begun", flush=True)
places = list_places([Path(sys.argv[1])]).places
found = gather(places, date(2024, 6, 1), jobs=2, cache=Path(sys.argv[2]))
print(len(found.towns), flush=True)
"""


def begin(
    folder: Path, cache: Path, stderr: int | None = None
) -> subprocess.Popen[str]:
    """Start a run in a process of its own, and wait until it is at work."""
    process = subprocess.Popen(
        [sys.executable, "-c", _RUN, str(folder), str(cache)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    return process


def left_of(session: int) -> list[int]:
    """Return the processes that still belong to a session."""
    found = []
    for each in Path("/proc").iterdir():
        if each.name.isdecimal():
            try:
                stat = (each / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(stat[3]) == session and stat[0] != "Z":
                found.append(int(each.name))
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_killing_a_run_leaves_a_sound_cache(tmp_path: Path, cache: Path) -> None:
    """Wherever it is killed, its processes end, and the next run has the answer."""
    places = write_towns(tmp_path / "県", 24)
    expected = fresh(places)
    chance = Random(7)
    for number in range(6):
        process = begin(tmp_path / "県", cache)
        time.sleep(chance.uniform(0, 0.5))
        process.kill()
        process.communicate()
        deadline = time.monotonic() + 20
        while left_of(process.pid) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert left_of(process.pid) == []
        if number % 3 == 2:
            assert gather(places, AS_OF, jobs=1, cache=cache) == expected
            write_town(places[number], number + 1)
    assert gather(places, AS_OF, cache=cache) == expected
    caches = [each for each in cache.iterdir() if each.suffix == ".cache"]
    assert len(caches) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_interrupting_a_run_ends_all_of_its_processes(
    tmp_path: Path, cache: Path
) -> None:
    """Ctrl-C reaches every process of the terminal; none stays, none complains."""
    write_towns(tmp_path / "県", 600)
    process = begin(tmp_path / "県", cache, stderr=subprocess.PIPE)
    time.sleep(0.4)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert told.count("KeyboardInterrupt") == 1
    assert told.count("Traceback") == 1
    assert left_of(process.pid) == []
    assert process.returncode not in (0, 1)


def test_two_runs_at_once_do_not_disturb_each_other(
    tmp_path: Path, cache: Path
) -> None:
    """Both have all, and what they leave is sound."""
    places = write_towns(tmp_path / "県", 16)
    runs = [begin(tmp_path / "県", cache) for _ in range(2)]
    assert [each.communicate()[0] for each in runs] == ["16\n", "16\n"]
    assert [each.suffix for each in cache.iterdir()] == [".cache"]
    found = gather(places, AS_OF, cache=cache)
    assert found == fresh(places)
    assert all(isinstance(each, Town) for each in found.towns)
