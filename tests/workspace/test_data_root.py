"""Where the packaged files are, in a wheel and in a clone (同梱データの場所)."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from stdmig.workspace import data_root

FILES = ("systems.yaml", "procedures.yaml", "schedule_template.yaml")


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let the package be installed in a folder of its own."""
    folder = tmp_path / "src" / "stdmig"
    folder.mkdir(parents=True)
    # The function has the name of its module, and hides it.
    module = import_module("stdmig.workspace.data_root")
    monkeypatch.setattr(module, "files", lambda _: folder)
    data_root.cache_clear()
    yield folder
    data_root.cache_clear()


def _data(folder: Path) -> Path:
    folder.mkdir()
    (folder / "systems.yaml").touch()
    return folder


def test_wheel_carries_its_data(package: Path) -> None:
    """In a wheel the files are inside the package."""
    within = _data(package / "_data")
    assert data_root() == within


def test_editable_install_uses_the_folder_of_the_clone(package: Path) -> None:
    """In a clone they are two folders above it, under ``data``."""
    beside = _data(package.parent.parent / "data")
    assert data_root() == beside


def test_wheel_does_not_look_beside_itself(package: Path) -> None:
    """What happens to lie beside an installed package is not its data."""
    _data(package.parent.parent / "data")
    within = _data(package / "_data")
    assert data_root() == within


def test_broken_installation_is_named(package: Path) -> None:
    """Without its data the program says which folder lacks them."""
    with pytest.raises(FileNotFoundError, match="the data files of stdmig are neither"):
        data_root()


def test_data_of_this_installation_are_there() -> None:
    """The installation that runs the tests has every packaged file."""
    assert [name for name in FILES if not (data_root() / name).is_file()] == []
