"""The hand-made municipalities, rolled up as the command does it (団体の集計)."""

from __future__ import annotations

import os
from pathlib import Path

from tests.command import Result, call
from tests.helpers import ROOT

FOLDER = ROOT / "tests" / "data" / "portfolio"
DAY = "2024-04-01"


def portfolio(*args: str) -> Result:
    """Run the command among the municipalities, so that no path is in an output."""
    before = Path.cwd()
    os.chdir(FOLDER)
    try:
        return call("portfolio", *args, "--as-of", DAY, "--no-cache", "--jobs", "1")
    finally:
        os.chdir(before)
