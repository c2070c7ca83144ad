"""Files that scripts write from the product: put there, or held against it (書出し)."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def write_or_check(about: str | None, files: Mapping[Path, str]) -> int:
    """
    Write files; with ``--check`` say which are out of date, and write none.

    Parameters
    ----------
    about
        What the script does, for its help.
    files
        The contents of the files, whose lines end alike on every machine.

    Returns
    -------
    How the script ends: 1 if a file is out of date, else 0.
    """
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--check", action="store_true", help="write nothing")
    check = parser.parse_args().check
    stale = []
    for target, written in files.items():
        if not check:
            target.write_text(written, encoding="utf-8", newline="\n")
        elif not target.exists() or target.read_text(encoding="utf-8") != written:
            stale.append(os.fspath(target.relative_to(ROOT)))
    if stale:
        print("out of date:", *stale, file=sys.stderr)
    return 1 if stale else 0
