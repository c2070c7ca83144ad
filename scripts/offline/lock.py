"""The exact versions of everything in the offline set (固定した版の一覧)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from packaging.markers import Marker
from packaging.utils import NormalizedName, canonicalize_name

from scripts.offline.target import Environment

_PIN = re.compile(
    r"(?P<name>[\w.-]+)==(?P<version>[\w.!+-]+)(?: ; (?P<marker>.+?))? \\"
)
_HASH = re.compile(r"    --hash=(sha256:[0-9a-f]{64})(?: \\)?")


class Pin(NamedTuple):
    """
    One version of a library, and the files that may be taken for it.

    Attributes
    ----------
    marker
        Where it is wanted (PEP 508); None means everywhere.
    hashes
        ``sha256:...`` of each of its files.
    """

    name: NormalizedName
    version: str
    marker: str | None
    hashes: tuple[str, ...]

    def is_for(self, environment: Environment) -> bool:
        """Return whether it is wanted on such a machine."""
        return self.marker is None or Marker(self.marker).evaluate(environment)

    def line(self, *, marker: bool) -> str:
        """Return the requirement as pip reads it."""
        where = f" ; {self.marker}" if marker and self.marker else ""
        hashes = "".join(f" \\\n    --hash={each}" for each in self.hashes)
        return f"{self.name}=={self.version}{where}{hashes}\n"


def read_lock(text: str) -> tuple[Pin, ...]:
    """
    Return the pins of a lock file.

    Raises
    ------
    ValueError
        If a line is none that ``uv pip compile --generate-hashes`` writes.
    """
    pins: list[Pin] = []
    for line in text.splitlines():
        if not line or line.lstrip().startswith("#"):
            continue
        if pin := _PIN.fullmatch(line):
            name = canonicalize_name(pin["name"])
            pins.append(Pin(name, pin["version"], pin["marker"], ()))
        elif pins and (found := _HASH.fullmatch(line)):
            pins[-1] = pins[-1]._replace(hashes=(*pins[-1].hashes, found[1]))
        else:
            raise ValueError(f"the lock has a line that is no pin: {line!r}")
    return tuple(pins)


def wanted(pins: Iterable[Pin], environment: Environment) -> tuple[Pin, ...]:
    """Return the pins that such a machine takes."""
    return tuple(pin for pin in pins if pin.is_for(environment))
