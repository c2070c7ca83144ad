"""Files as pipelines name them (パス)."""

from __future__ import annotations

import pytest

from stdmig.render.check.path import absolute, below


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("systems.yaml", "systems.yaml"),
        ("./data/systems.yaml", "data/systems.yaml"),
        ("data/../町/systems.yaml", "町/systems.yaml"),
        ("/builds/town/data/systems.yaml", "data/systems.yaml"),
        ("../town/systems.yaml", "systems.yaml"),
        ("sample:/systems.yaml", "sample:/systems.yaml"),
        ("../other/systems.yaml", None),
        ("/builds/township/systems.yaml", None),
        ("C:/town/systems.yaml", None),
        ("sample:systems.yaml", None),
        ("stdmig:procedures.yaml", None),
    ],
)
def test_path_is_told_from_the_current_folder(file: str, told: str | None) -> None:
    """What lies below the folder is relative; what does not has no such path."""
    assert below(file, "/builds/town") == told


def test_path_of_windows_is_told_from_its_folder() -> None:
    """A drive begins a path as a slash does."""
    assert below("C:/town/data/systems.yaml", "C:/town") == "data/systems.yaml"
    assert absolute("data/a.yaml", "C:/town") == "C:/town/data/a.yaml"


def test_parents_of_the_root_are_the_root() -> None:
    """More steps up than there are folders lead no further."""
    assert absolute("../../../../a.yaml", "/builds/town") == "/a.yaml"
