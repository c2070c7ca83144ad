"""
One bad file per fault, held against its messages and their places (誤りのある入力).

The table is ``tests/data/bad/expected.txt``. Under each file stand its faults as
``line:column code message``, then what to do about it (``=``) and the other places
that belong to it (``>``). The places of the faults were marked in the files by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stdmig.inventory import FAULTS, Source, Sources, load
from stdmig.inventory.portfolio import PortfolioFile
from stdmig.inventory.validate import validate
from stdmig.inventory.yaml_events import parse
from stdmig.workspace import Request, open_workspace
from tests.helpers import (
    ENGLISH,
    MINIMAL_PROCEDURES,
    MINIMAL_TEMPLATE,
    ROOT,
    packaged,
    workspace_text,
)

if TYPE_CHECKING:
    from pathlib import Path

    from stdmig.diagnostics import Diagnostic

BAD = ROOT / "tests" / "data" / "bad"
FIELDS = {
    "systems.yaml": "systems",
    "procedures.yaml": "procedures",
    "schedule_template.yaml": "template",
    "costs.yaml": "costs",
    "progress.yaml": "progress",
    "capacity.yaml": "capacity",
    "starts.yaml": "starts",
    "scenarios.yaml": "scenarios",
    "steps.yaml": "steps",
    "baselines.yaml": "baselines",
}

NEEDS_ALL_ITEMS = {"request_longer_than_its_window"}
"""Bad files whose fault shows only beside the packaged work items."""


def _table() -> dict[str, tuple[str, list[str]]]:
    """Return per bad file which file it stands for, and the lines of its faults."""
    table: dict[str, tuple[str, list[str]]] = {}
    stands_for = fault = ""
    for line in (BAD / "expected.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            stands_for = line.removeprefix("== ")
        elif line.startswith("    "):
            table[fault][1].append(line)
        else:
            fault = line
            assert fault not in table
            table[fault] = (stands_for, [])
    return table


TABLE = _table()


def _lines(fault: Diagnostic) -> list[str]:
    """Return a fault as it stands in the table."""
    place = fault.location
    message = fault.message.into(ENGLISH)
    lines = [f"    {place.line}:{place.column} {fault.code} {message}"]
    if fault.help is not None:
        lines.append(f"        = {fault.help.into(ENGLISH)}")
    for other, what in fault.related:
        assert other.file == place.file
        lines.append(f"        > {other.line}:{other.column} {what.into(ENGLISH)}")
    return lines


def _sources(fault: str) -> Sources:
    """Return a workspace that is sound but for one bad file."""
    name = TABLE[fault][0]
    all_items = name == "costs.yaml" or fault in NEEDS_ALL_ITEMS
    good = workspace_text(
        procedures=None if all_items else MINIMAL_PROCEDURES,
        template=MINIMAL_TEMPLATE,
    )
    bad = {FIELDS[name]: _bad(fault)}
    if name == "progress.yaml":
        # As a workspace has it that records progress and has no table of its own.
        bad["steps"] = packaged("steps.yaml")
    return Sources(**{**good._asdict(), **bad})


def _bad(fault: str) -> Source:
    return Source(TABLE[fault][0], (BAD / f"{fault}.yaml").read_bytes())


def _read(fault: str) -> tuple[object | None, list[Diagnostic]]:
    """Return a workspace with a bad file, or that file where it is none of one."""
    if TABLE[fault][0] != "portfolio.yaml":
        return load(_sources(fault))
    document, faults = parse(_bad(fault))
    assert document is not None
    file, wrong = validate(document, PortfolioFile)
    return file, sorted(faults + wrong, key=lambda each: each.location)


@pytest.mark.parametrize("fault", TABLE)
def test_faults(fault: str) -> None:
    """A bad file is refused with exactly these messages, each at its place."""
    inventory, faults = _read(fault)

    assert inventory is None
    assert {found.location.file for found in faults} == {TABLE[fault][0]}
    assert [line for found in faults for line in _lines(found)] == TABLE[fault][1]


def test_every_file_is_in_the_table() -> None:
    """Every bad file has its row, and every row its file."""
    assert {path.stem for path in BAD.glob("*.yaml")} == set(TABLE)


def test_every_code_is_in_the_table() -> None:
    """Every code of the files that are YAML has a bad one."""
    others = {"STD015", "STD018", "STD019", *(f"STD02{n}" for n in range(6))}
    codes = {line.split()[1] for _, lines in TABLE.values() for line in lines}

    assert codes & set(FAULTS) == set(FAULTS) - others


def test_no_workspace(tmp_path: Path) -> None:
    """A folder without systems.yaml is refused, and the sample is offered."""
    inventory, (fault,) = open_workspace(Request(tmp_path))

    assert inventory is None
    assert (fault.code, fault.message.into(ENGLISH)) == (
        "STD015",
        "there is no systems.yaml in this folder",
    )
    assert str(fault.location) == f"{(tmp_path / 'systems.yaml').as_posix()}:1:1"
    assert fault.help is not None
    assert fault.help.into(ENGLISH) == (
        "begin one with stdmig init, name the workspace with --workspace DIR, or"
        " look at the sample city with --sample"
    )


def test_no_folder(tmp_path: Path) -> None:
    """A folder that does not exist is refused by its name."""
    inventory, (fault,) = open_workspace(Request(tmp_path / "none"))

    assert inventory is None
    assert fault.code == "STD015"
    assert fault.message.into(ENGLISH) == "there is no such folder"
    assert fault.location.file == (tmp_path / "none" / "systems.yaml").as_posix()
