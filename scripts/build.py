"""Build the wheel and the source archive, the same to the byte wherever it is done.

Run ``python scripts/build.py`` in a clone: it writes both into ``dist``, beside the
list of their checksums. Two clones of one commit give the same bytes, whatever their
place, user, clock, language and rights. What packs them is pinned in
``pyproject.toml``; another zlib may pack the same content into other bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SUMS = "SHA256SUMS"


def build(root: Path, folder: Path, *targets: str) -> None:
    """
    Build what is asked for from a clone, by what is installed already.

    Parameters
    ----------
    targets
        ``wheel``, ``sdist``; none means both.

    Raises
    ------
    subprocess.CalledProcessError
        If it cannot be built; it has said why.
    """
    asked = [word for target in targets for word in ("-t", target)]
    # Where this is set it would date every file of the archive; unset, all have one
    # day that never changes.
    environment = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", *asked, "-d", folder],
        cwd=root,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def sums_of(folder: Path) -> str:
    """Return the checksums of the archives, as ``sha256sum --check`` reads them."""
    archives = sorted((*folder.glob("*.tar.gz"), *folder.glob("*.whl")))
    return "".join(
        f"{hashlib.sha256(each.read_bytes()).hexdigest()}  {each.name}\n"
        for each in archives
    )


def main() -> int:
    """Build both, and tell their checksums."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--output", type=Path, default=ROOT / "dist", metavar="DIR")
    folder: Path = parser.parse_args().output
    folder.mkdir(parents=True, exist_ok=True)
    for old in (*folder.glob("stdmig-*.tar.gz"), *folder.glob("stdmig-*.whl")):
        old.unlink()
    build(ROOT, folder.resolve())
    sums = sums_of(folder)
    (folder / SUMS).write_bytes(sums.encode())
    print(sums, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
