"""A workspace is read as it was at one moment, or reported (一貫した読取り)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from stdmig.workspace.portfolio import gather
from stdmig.workspace.portfolio.reading import read_unchanged
from stdmig.workspace.read import read_input
from tests.helpers import ENGLISH
from tests.many_towns import write_town, write_towns

AS_OF = date(2024, 6, 1)

Reader = Callable[[Path], bytes]


def progress(day: str) -> str:
    """Return a ``progress.yaml`` that goes with a name of the municipality."""
    return f"schema: stdmig.progress/1\nlive:\n  - {{system: juki, since: {day}}}\n"


@pytest.fixture
def between(monkeypatch: pytest.MonkeyPatch) -> Callable[[Reader], None]:
    """Return what puts another reader in the place of the real one."""
    monkeypatch.setattr(
        import_module("stdmig.workspace.portfolio.reading"), "_PAUSE", 0
    )

    def use(reader: Reader) -> None:
        monkeypatch.setattr(
            import_module("stdmig.workspace.open"), "read_input", reader
        )

    return use


def test_what_is_saved_in_between_is_read_anew(
    tmp_path: Path, between: Callable[[Reader], None]
) -> None:
    """Two files that belong together are both of the state after the change."""
    place = write_town(tmp_path / "0001", 1)
    (place / "progress.yaml").write_text(progress("2024-01-09"), encoding="utf-8")
    changes = [2]

    def changing(path: Path) -> bytes:
        data = read_input(path)
        if path.name == "systems.yaml" and changes:
            write_town(place, changes.pop())
            (place / "progress.yaml").write_text(
                progress("2024-02-13"), encoding="utf-8"
            )
        return data

    between(changing)
    (town,) = gather([place], AS_OF).towns
    assert town.name == "第2町"
    assert town.systems[0].cutover == date(2024, 2, 13).toordinal()


def test_change_that_leaves_size_and_time_is_seen(
    tmp_path: Path, between: Callable[[Reader], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where the disk tells nothing, a second look at the content does."""
    place = write_town(tmp_path / "0001", 1)
    module = import_module("stdmig.workspace.portfolio.reading")
    monkeypatch.setattr(module, "signature", lambda _: None)
    changes = [2]

    def changing(path: Path) -> bytes:
        data = read_input(path)
        if path.name == "systems.yaml" and changes:
            write_town(place, changes.pop())
        return data

    between(changing)
    reading = read_unchanged(place)
    assert reading.sources is not None
    assert "第2町" in reading.sources.systems.data.decode()


def test_workspace_that_never_rests_is_reported(
    tmp_path: Path, between: Callable[[Reader], None]
) -> None:
    """It is a fault of its own, in words, and the others are planned."""
    places = write_towns(tmp_path, 3)
    numbers = iter(range(10, 1000))

    def changing(path: Path) -> bytes:
        data = read_input(path)
        if path.parent == places[1] and path.name == "systems.yaml":
            write_town(places[1], next(numbers))
        return data

    between(changing)
    found = gather(places, AS_OF, cache=tmp_path / "cache")
    assert [each.name for each in found.towns] == ["第1町", "第3町"]
    (broken,) = found.broken
    assert broken.place == places[1].as_posix()
    (fault,) = broken.faults
    assert fault.code == "STD001"
    assert fault.location.file == places[1].as_posix()
    assert fault.message.into(ENGLISH) == (
        "cannot be read: its files changed while they were read"
    )


def test_half_a_file_is_not_taken_for_a_fault(
    tmp_path: Path, between: Callable[[Reader], None]
) -> None:
    """An editor that writes in place is waited for, not blamed."""
    place = write_town(tmp_path / "0001", 1)
    whole = (place / "systems.yaml").read_bytes()
    (place / "systems.yaml").write_bytes(whole[:300])
    seen: list[Path] = []

    def finishing(path: Path) -> bytes:
        data = read_input(path)
        if path.name == "systems.yaml":
            seen.append(path)
            if data != whole:
                (place / "systems.yaml").write_bytes(whole)
        return data

    between(finishing)
    found = gather([place], AS_OF)
    assert found.broken == ()
    assert found.towns[0].name == "第1町"
    assert len(seen) == 2


def test_file_that_appears_in_between_is_read(
    tmp_path: Path, between: Callable[[Reader], None]
) -> None:
    """A file that was not there when its turn came is not left out."""
    place = write_town(tmp_path / "0001", 1)

    def adding(path: Path) -> bytes:
        if path.name == "baselines.yaml" and not (place / "progress.yaml").exists():
            (place / "progress.yaml").write_text(
                progress("2024-01-09"), encoding="utf-8"
            )
        return read_input(path)

    between(adding)
    (town,) = gather([place], AS_OF).towns
    assert town.systems[0].state == "live"
