"""Make the set by which stdmig is installed on a PC without a network.

Run ``python scripts/offline_zip.py`` in the clone, on a machine with network; it
writes a zip for Windows and one for Linux, each with the wheels for several versions
of Python, into ``dist``. Versions and hashes stand in ``offline/requirements.lock``;
``docs/contributing.md`` has the command that writes it anew.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, os.fspath(ROOT))

from scripts.build import build  # noqa: E402
from scripts.offline.bundle import Contents, files_of, zipped  # noqa: E402
from scripts.offline.fetch import fetch  # noqa: E402
from scripts.offline.lock import Pin, read_lock  # noqa: E402
from scripts.offline.target import PLATFORMS, PYTHONS, Platform  # noqa: E402
from scripts.offline.wheel import lacks, read_wheel  # noqa: E402

LOCK = ROOT / "offline" / "requirements.lock"
PDF = frozenset({"typst"})
"""What the extra ``pdf`` brings."""


def pins_of(lock: str, *, pdf: bool) -> tuple[Pin, ...]:
    """Return the pins of a lock, with or without the optional part."""
    return tuple(pin for pin in read_lock(lock) if pdf or pin.name not in PDF)


def contents_of(platform: Platform, pythons: Sequence[str], *, pdf: bool) -> Contents:
    """
    Return the set for a kind of machine, with everything it takes.

    Raises
    ------
    ValueError
        If a library asks for one that is not in the lock.
    """
    pins = pins_of(LOCK.read_text(encoding="utf-8"), pdf=pdf)
    with tempfile.TemporaryDirectory() as name:
        theirs, ours = Path(name, "theirs"), Path(name, "ours")
        theirs.mkdir()
        fetch(pins, platform, pythons, theirs)
        build(ROOT, ours, "wheel")
        wheels = tuple(read_wheel(f.name, f.read_bytes()) for f in theirs.iterdir())
        (own,) = (read_wheel(file.name, file.read_bytes()) for file in ours.iterdir())
    extras = frozenset({"pdf"} if pdf else ())
    faults = {
        fault
        for python in pythons
        for fault in lacks((own, *wheels), pins, platform.environment(python), extras)
    }
    if faults:
        raise ValueError("; ".join(sorted(faults)))
    return Contents(platform, tuple(pythons), pins, own, wheels)


def main() -> int:
    """Write the zips, and beside each its checksum."""
    names = [platform.name for platform in PLATFORMS]
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--platform", choices=[*names, "all"], default="all")
    parser.add_argument("--python", action="append", choices=PYTHONS)
    parser.add_argument("--pdf", action="store_true", help="with the part for PDF")
    parser.add_argument("--output", type=Path, default=ROOT / "dist", metavar="DIR")
    args = parser.parse_args()
    pythons = [each for each in PYTHONS if each in (args.python or PYTHONS)]
    args.output.mkdir(parents=True, exist_ok=True)
    for platform in PLATFORMS:
        if args.platform in (platform.name, "all"):
            contents = contents_of(platform, pythons, pdf=args.pdf)
            data = zipped(contents.folder, files_of(contents))
            target = args.output / f"{contents.folder}.zip"
            target.write_bytes(data)
            digest = hashlib.sha256(data).hexdigest()
            line = f"{digest}  {target.name}\n"
            target.with_name(f"{target.name}.sha256").write_bytes(line.encode())
            print(f"{target}: {len(data) / 1e6:.1f} MB, sha256 {digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
