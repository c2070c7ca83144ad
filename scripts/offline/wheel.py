"""Wheels as files: what they are, need and are licensed under (配布物)."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from email.message import Message
from email.parser import BytesParser
from io import BytesIO
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import NormalizedName, canonicalize_name

from scripts.offline.licence import licence_of
from scripts.offline.lock import Pin, wanted
from scripts.offline.target import Environment


class Wheel(NamedTuple):
    """A wheel with what it says of itself."""

    file: str
    data: bytes
    metadata: Message

    @property
    def name(self) -> NormalizedName:
        """The project's name, in the one spelling that can be compared."""
        return canonicalize_name(self.metadata["Name"])

    @property
    def version(self) -> str:
        """The project's version."""
        return str(self.metadata["Version"])

    @property
    def licence(self) -> str:
        """The licence as the project names it."""
        return licence_of(self.metadata).name


def read_wheel(file: str, data: bytes) -> Wheel:
    """Return a wheel from its bytes."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        (name,) = (
            each
            for each in archive.namelist()
            if each.endswith(".dist-info/METADATA") and each.count("/") == 1
        )
        return Wheel(file, data, BytesParser().parsebytes(archive.read(name)))


def lacks(
    wheels: Iterable[Wheel],
    pins: Iterable[Pin],
    environment: Environment,
    extras: frozenset[str] = frozenset(),
) -> Iterator[str]:
    """
    Yield, a line each, what would keep the set from being installed somewhere.

    Parameters
    ----------
    wheels
        All of the set, the project's own among them.
    pins
        The lock.
    environment
        Of the machine and its Python.
    extras
        Optional parts of the project that are in the set.
    """
    taken = {pin.name: pin.version for pin in wanted(pins, environment)}
    python = environment["python_version"]
    for wheel in wheels:
        pinned = taken.get(wheel.name)
        if pinned not in (None, wheel.version):
            continue
        runs_on = wheel.metadata["Requires-Python"]
        if pinned and runs_on and not SpecifierSet(runs_on).contains(f"{python}.0"):
            yield f"{wheel.file} does not run on Python {python}"
        for written in wheel.metadata.get_all("Requires-Dist") or ():
            need = Requirement(written)
            if not _asked(need, environment, extras if pinned is None else frozenset()):
                continue
            there = taken.get(canonicalize_name(need.name))
            if there is None or not need.specifier.contains(there):
                yield f"{wheel.file} needs {need}; there is {there or 'none'}"


def _asked(need: Requirement, environment: Environment, extras: frozenset[str]) -> bool:
    if need.marker is None:
        return True
    return any(
        need.marker.evaluate({**environment, "extra": extra}) for extra in ("", *extras)
    )
