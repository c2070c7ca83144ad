"""The libraries that stdmig needs to run (必須の部品)."""

from __future__ import annotations

import re
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

from stdmig.cli.doctor.found import ok, problem
from stdmig.cli.doctor.heard import brief
from stdmig.render.doctor.checkup import Check
from stdmig.words import count, listing, text


class Part(NamedTuple):
    """
    A library and the versions that are taken.

    Attributes
    ----------
    first
        The oldest.
    below
        The first that is too new, where one is known.
    imported
        What it is called where it is used, if not by its name.
    """

    name: str
    first: str
    below: str | None = None
    imported: str | None = None


PARTS = (
    Part("jinja2", "3.1.6"),
    Part("jpholiday", "1.0.3"),
    Part("networkx", "3.4"),
    Part("numpy", "2.0"),
    Part("openpyxl", "3.1.5", "3.2"),
    Part("pydantic", "2.12"),
    Part("python-dateutil", "2.9", imported="dateutil"),
    Part("pyyaml", "6.0.2", imported="yaml"),
    Part("rich", "13.9"),
    Part("typer", "0.26"),
    Part("xlsxwriter", "3.3", "3.4"),
)
"""As the project's own settings name them."""


def check_parts() -> Check:
    """Return which libraries are there, and which are not or do not fit."""
    there = {part.name: _version(part.name) for part in PARTS}
    missing = [part.name for part in PARTS if there[part.name] is None]
    unfit = [
        f"{part.name} {there[part.name]}"
        for part in PARTS
        if part.name not in missing and not _fits(part, there[part.name] or "")
    ]
    help = text("install stdmig again")
    if missing or unfit:
        says = text(
            "missing or of another version: {names}", names=listing(missing + unfit)
        )
        return problem(says, help, versions=there)
    for part in PARTS:
        why = _refusal(part)
        if why is not None:
            says = text(
                "'{module}' {version} does not work here: {error}",
                module=part.name,
                version=there[part.name],
                error=why,
            )
            return problem(says, help, versions=there)
    says = count("{n} library is there", "all {n} libraries are there", len(there))
    return ok(says, versions=there)


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _refusal(part: Part) -> str | None:
    """Return what a library says that cannot be loaded; None where it can."""
    try:
        import_module(part.imported or part.name)
    except Exception as error:
        # One that is damaged, or made for another machine, fails in ways of its own.
        return brief(str(error) or type(error).__name__)
    return None


def _fits(part: Part, there: str) -> bool:
    numbers = _numbers(there)
    if numbers < _numbers(part.first):
        return False
    return part.below is None or numbers < _numbers(part.below)


def _numbers(written: str) -> tuple[int, ...]:
    """Return the leading numbers of a version, without what follows them (rc1)."""
    found = re.match(r"\d+(\.\d+)*", written)
    return tuple(map(int, found.group().split("."))) if found else ()
