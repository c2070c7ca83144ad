"""Every command that writes, with what it needs to do so (書き込むコマンド)."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from stdmig.inventory.schema.files import INPUT_FILES
from stdmig.workspace.papers import PAPERS
from tests.forms import filled_form
from tests.helpers import ROOT
from tests.steps_books import published, town

DAY = ("--as-of", "2026-10-01")
HERE = ("-w", "town")
SAMPLE = ("--sample", "--as-of", "2021-10-01")

SHORT = """\
schema: stdmig.systems/1
municipality: {name: 見本町, code: "462250"}
systems:
  - {id: juki, units: [{section: 市民課, vendor: 甲社}]}
  - {id: kojin, units: [{section: 税務課, vendor: 乙社}]}
"""

LIST = """\
業務名,担当課,システム名,事業者,契約開始日,契約終了日
住民記録,市民課,住民システム,甲社,R2.4.1,R7.3.31
固定資産税,税務課,税システム,乙社,R3.10.1,R8.9.30
"""


class Job(NamedTuple):
    """
    A command line that writes.

    Attributes
    ----------
    path
        Words by which the command is found in the program.
    words
        What follows them; files are named from the folder of `furnish`.
    code
        How it ends when all goes well.
    """

    path: tuple[str, ...]
    words: tuple[str, ...]
    code: int = 0

    @property
    def line(self) -> tuple[str, ...]:
        """Return the whole command line."""
        return (*self.path, *self.words)

    def __str__(self) -> str:
        """Return it as it is typed."""
        return " ".join(self.line)


def furnish(folder: Path) -> None:
    """Put into a folder what the jobs read, and what they are to replace."""
    short = folder / "town"
    short.mkdir()
    (short / "systems.yaml").write_text(SHORT, "utf-8")
    shutil.copytree(short, folder / "towns" / "mihon")
    town(folder / "stepped", "schema: stdmig.progress/1\n")
    shutil.copytree(ROOT / "examples" / "small-town", folder / "lived")
    (folder / "list.csv").write_text(LIST, "utf-8-sig")
    (folder / "towns.csv").write_text("団体コード,団体名\n462250,姶良市\n", "utf-8")
    (folder / "steps.xlsx").write_bytes(_steps())
    (folder / "back").mkdir()
    (folder / "back" / "form.xlsx").write_bytes(_form())
    (folder / "old").write_bytes(b"mine")
    (folder / "held.json").write_text(_NOTHING_HELD, "utf-8")


@cache
def _form() -> bytes:
    # A workbook knows when it was saved.
    return filled_form().bytes()


@cache
def _steps() -> bytes:
    return published()


_NOTHING_HELD = json.dumps({"schema": "stdmig.baseline/1", "findings": []})


def jobs() -> Iterator[Job]:
    """Yield every command that writes, at least once for each of its ways to do so."""
    yield from _outputs()
    yield from _folders()
    yield from _changes()


OUT = ("-o", "out")
OVER = ("-o", "old", "--force")


def _outputs() -> Iterator[Job]:
    """Yield what writes a file that the person names."""
    yield Job(("plan",), (*SAMPLE, *OUT))
    yield Job(("plan",), (*HERE, *DAY, *OVER))
    yield Job(("check",), (*HERE, *DAY, *OUT, "--write-baseline", "kept.json"), 1)
    yield Job(("check",), (*HERE, *DAY, *_PAIRS, "--force"), 1)
    yield Job(("explain",), ("juki", *HERE, *DAY, *OUT))
    yield Job(("level",), (*SAMPLE, "--time-limit", "0", *OUT))
    yield Job(("risk",), (*SAMPLE, "--samples", "500", *OUT))
    yield Job(("compare",), (*SAMPLE, "--scenario", "stay", *OUT))
    yield Job(("status",), ("-w", "lived", *DAY, *OUT))
    yield Job(("graph",), (*HERE, *DAY, *OUT))
    yield Job(("portfolio",), ("lived", "town", *DAY, "--cache", "kept", *OUT))
    yield Job(("portfolio",), ("lived", *DAY, "--no-cache", "--format", "xlsx", *OUT))
    for name in ("budget", "inventory", "steps", "designated"):
        workspace = ("-w", "lived") if name == "steps" else HERE
        day = () if name != "budget" else DAY
        yield Job(("export", name), (*workspace, *day, *OUT))
    for paper in PAPERS:
        if paper.needs is None:
            yield Job(("export", paper.name), (*HERE, *DAY, *OUT))
    yield Job(("completion",), ("bash", *OUT))
    yield from (Job(("schema", file.key), OVER) for file in INPUT_FILES[:1])


_PAIRS = ("--format", "json", "-o", "out", "--format", "sarif", "-o", "old")


def _folders() -> Iterator[Job]:
    """Yield what writes several files at once."""
    yield Job(("export", "all"), ("made", *HERE, *DAY, "--only", "budget,tasks"))
    yield Job(
        ("export", "all"), ("back", *HERE, *DAY, "--only", "budget,tasks", "--force")
    )
    yield Job(("export", "without-prices"), ("made", "-w", "lived"))
    yield Job(("forms", "write"), ("towns.csv", "made"))
    yield Job(("schema", "all"), ("made",))
    yield Job(("schema", "all"), ("town", "--force"))
    yield Job(("init",), ("made", "--name", "見本町", "--yes"))
    yield Job(("init",), ("back", "--name", "見本町", "--yes"))
    yield Job(
        ("init",), ("deep/made", "--from", "list.csv", "--name", "見本町", "--yes")
    )
    yield Job(("forms", "collect"), ("back", "made/towns"))


def _changes() -> Iterator[Job]:
    """Yield what changes the files of a workspace."""
    yield Job(("import", "inventory"), ("list.csv", *HERE, "--yes"))
    yield Job(("import", "inventory"), (*_BEGIN, "--name", "見本町", "--yes"))
    yield Job(("import", "steps"), ("steps.xlsx", "-w", "stepped", *DAY, "--yes"))
    yield Job(
        ("import", "steps"),
        ("steps.xlsx", "-w", "stepped", *DAY, "--yes", "--write-steps"),
    )
    yield Job(("progress", "set"), ("1", "done", *HERE))
    yield Job(("progress", "live"), ("kojin", "--since", "2026-01-05", "-w", "lived"))
    yield Job(("progress", "steps"), ("kojin", "--done", "1-3", "-w", "stepped"))
    yield Job(("baseline", "save"), (*HERE, *DAY))
    yield Job(("baseline", "save"), ("-w", "lived", *DAY))
    yield Job(("level",), (*HERE, *DAY, "--time-limit", "0", "--save"))
    yield Job(("level",), ("-w", "lived", *DAY, "--time-limit", "0", "--save"))
    yield Job(("forms", "collect"), ("back/form.xlsx", "."))
    yield Job(("forms", "collect"), ("back/form.xlsx", "towns"))


_BEGIN = ("list.csv", "-w", "begun")
