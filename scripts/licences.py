"""List the licence of every library that is installed for this project.

Run ``python scripts/licences.py`` where the project is installed. It ends with 1 where
a library that stdmig runs with, or may run with (the extras for users), is under a
licence that is not in `ALLOWED`, holds no text of its licence, or is not there. What is
for developers alone is listed and never handed on; so it may be under another.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping
from email import message_from_string
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.offline.licence import Licence, licence_of  # noqa: E402

ALLOWED = {
    "MIT": "asks for its notice to be kept, which is inside each wheel",
    "BSD": "as MIT; older metadata does not say which of its two forms",
    "BSD-2-Clause": "as MIT",
    "BSD-3-Clause": "as MIT, and forbids to advertise with its authors' names",
    "Apache-2.0": "as MIT, with a grant of patents",
    "ISC": "as MIT",
    "PSF-2.0": "that of Python itself",
    "0BSD": "asks for nothing; parts of numpy",
    "CC0-1.0": "asks for nothing; parts of numpy",
    "Zlib": "asks for nothing of what is compiled; parts of numpy",
}
"""Licences of what users install, each with the reason why it may be."""

SPELLINGS = {
    "MIT License": "MIT",
    "BSD License": "BSD",
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "ISC License (ISCL)": "ISC",
}
"""What older metadata says, by the identifiers of SPDX."""

RUNTIME = "runtime"
FOR_USERS = (RUNTIME, "pdf", "level")
"""Groups that a user of stdmig installs; the others are for developers."""

NOTES = (
    "numpy: its wheels carry the runtime libraries of GCC, under GPL-3.0 with the",
    "exception that leaves programs which use them free; their texts are inside.",
)


class Row(NamedTuple):
    """
    A library, and who needs it.

    Attributes
    ----------
    version
        Empty where it is not installed.
    has_text
        Whether the text of its licence is among its files.
    """

    name: str
    version: str
    licence: Licence
    has_text: bool
    groups: tuple[str, ...]


def groups_of(project: Mapping[str, object]) -> dict[str, list[str]]:
    """Return what each group of the project's settings asks for."""
    extras = project["optional-dependencies"]
    assert isinstance(extras, dict)
    needs = project["dependencies"]
    assert isinstance(needs, list)
    return {RUNTIME: needs, **extras}


def rows_of(groups: Mapping[str, list[str]]) -> list[Row]:
    """Return everything that the groups need here, with what that needs in turn."""
    needed: dict[str, list[str]] = {}
    for group, needs in groups.items():
        for name in sorted(_closure(needs)):
            needed.setdefault(name, []).append(group)
    return [_row(name, tuple(groups)) for name, groups in sorted(needed.items())]


def _closure(needs: list[str]) -> set[str]:
    found: set[tuple[str, str]] = set()
    waiting = [(Requirement(each), "") for each in needs]
    while waiting:
        need, extra = waiting.pop()
        if need.marker is not None and not need.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(need.name)
        there = _installed(name)
        for each in {"", *need.extras} - {e for n, e in found if n == name}:
            found.add((name, each))
            if there is not None:
                waiting += [(Requirement(more), each) for more in there.requires or ()]
    return {name for name, _ in found}


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _row(name: str, groups: tuple[str, ...]) -> Row:
    there = _installed(name)
    if there is None:
        return Row(name, "", Licence("", "-"), False, groups)
    metadata = message_from_string(there.read_text("METADATA") or "")
    names = [each.name.casefold() for each in there.files or ()]
    has_text = any(name.startswith(("licen", "copying")) for name in names)
    return Row(name, there.version, licence_of(metadata), has_text, groups)


def faults_of(rows: list[Row]) -> Iterator[str]:
    """Yield what is wrong with what users install, a line each."""
    for row in rows:
        if not set(row.groups) & set(FOR_USERS):
            continue
        if not row.version:
            yield f"{row.name} is not installed here: nothing can be told of it"
        elif not is_allowed(row.licence.name):
            yield f"{row.name} {row.version}: {row.licence.name or 'no licence'}"
        elif not row.has_text:
            yield f"{row.name} {row.version} holds no text of its licence"


def is_allowed(name: str) -> bool:
    """
    Return whether a licence may be that of what users install.

    One with brackets or exceptions is for a person to judge, and is not.
    """
    return any(
        all(
            SPELLINGS.get(part, part) in ALLOWED
            for part in choice.replace(" AND ", ", ").split(", ")
        )
        for choice in name.split(" OR ")
    )


def main() -> int:
    """List them, and tell what may not be."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    rows = rows_of(groups_of(settings["project"]))
    for row in rows:
        version = row.version or "not here"
        licence, field = row.licence
        groups = " ".join(row.groups)
        print(f"{row.name:<30}{version:<18}{field:<20}{groups:<24}{licence}")
    print("", *NOTES, sep="\n")
    faults = list(faults_of(rows))
    for fault in faults:
        print(f"not allowed: {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
