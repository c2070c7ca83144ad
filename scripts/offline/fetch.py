"""Get the wheels of the lock for machines that are not this one (取得)."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from scripts.offline.lock import Pin, wanted
from scripts.offline.target import Platform


def fetch(
    pins: Iterable[Pin], platform: Platform, pythons: Iterable[str], folder: Path
) -> None:
    """
    Download what a kind of machine takes, checked against the hashes of the lock.

    pip answers markers for the Python that runs it, whatever it is asked to download
    for; so the pins are chosen here and handed over without their markers.

    Raises
    ------
    subprocess.CalledProcessError
        If pip cannot have one of them.
    """
    for python in pythons:
        chosen = wanted(pins, platform.environment(python))
        asked = folder / "wanted.txt"
        asked.write_text(
            "".join(pin.line(marker=False) for pin in chosen), encoding="utf-8"
        )
        tags = (word for tag in platform.tags for word in ("--platform", tag))
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "download", "--quiet"),
                *("--disable-pip-version-check", "--no-deps", "--only-binary=:all:"),
                *("--require-hashes", "-r", asked, "-d", folder),
                *("--implementation", "cp", "--python-version", python, *tags),
            ],
            check=True,
        )
        asked.unlink()
