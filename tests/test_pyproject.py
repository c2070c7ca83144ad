"""What the project says of itself in two places agrees (プロジェクトの設定)."""

from __future__ import annotations

import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"


def test_extra_and_group_for_development_are_the_same() -> None:
    """Whoever installs the group has the same tools as whoever installs the extra."""
    settings = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))
    extra = settings["project"]["optional-dependencies"]["dev"]
    assert settings["dependency-groups"]["dev"] == extra
