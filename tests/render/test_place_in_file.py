"""Papers name files, never the folders of who made them (記載箇所)."""

from __future__ import annotations

import pytest

from stdmig.diagnostics import Location
from stdmig.render.place_in_file import place_in_file


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("systems.yaml", "systems.yaml:3:5"),
        ("/srv/計画/systems.yaml", "systems.yaml:3:5"),
        ("C:\\計画\\systems.yaml", "systems.yaml:3:5"),
        ("sample:systems.yaml", "sample:systems.yaml:3:5"),
    ],
)
def test_place_is_told_without_folders(file: str, told: str) -> None:
    """The folder of a workspace is left out; that a file is the sample's is not."""
    assert place_in_file(Location(file, 3, 5)) == told
