"""Sound workspaces to begin with: small towns, examples, the sample (もとの入力)."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple, TypeAlias

from tests.command import call
from tests.forms import filled_form
from tests.fuzz import files as folder
from tests.fuzz.files import Files
from tests.fuzz.small_towns import TOWNS, small_town
from tests.helpers import MINIMAL, ROOT
from tests.intake.ugly_list import ugly_csv

SeedKind: TypeAlias = Literal["workspace", "portfolio", "tables"]


class Seed(NamedTuple):
    """
    A sound folder before it is spoiled.

    Attributes
    ----------
    kind
        A workspace alone; several below a ``portfolio.yaml``; a workspace with lists
        and forms to be brought in.
    files
        Its files by their paths.
    small
        Whether it is quickly planned.
    """

    name: str
    kind: SeedKind
    files: Files
    small: bool = True


def any_seed(random: Random) -> Seed:
    """Return one of the seeds, most often a small town."""
    chance = random.random()
    number = random.randrange(TOWNS)
    if chance < 0.80:
        return Seed(f"small town {number}", "workspace", small_town(number))
    if chance < 0.85:
        return portfolio(number)
    if chance < 0.90:
        return tables(number % 6)
    if chance < 0.93:
        name = random.choice(_bad_names())
        return Seed(f"bad {name}", "workspace", _bad(name))
    return random.choice(_on_disk())


@cache
def _on_disk() -> tuple[Seed, ...]:
    """Return the examples, the towns of the tests' portfolio and the sample."""
    examples, towns = ROOT / "examples", ROOT / "tests" / "data" / "portfolio"
    folders = {
        "small-town": examples / "small-town",
        "designated-town": examples / "designated-town",
        **{f"town {each.name}": each for each in sorted(towns.glob("?"))},
        "sample": ROOT / "data",
    }
    large = "designated-town", "sample"
    return tuple(
        Seed(name, "workspace", _yaml(folder.read(path)), name not in large)
        for name, path in folders.items()
    )


def _yaml(found: Files) -> Files:
    return {
        name: data
        for name, data in found.items()
        if name.endswith(".yaml") and "/" not in name and name != "portfolio.yaml"
    }


@cache
def _bad_names() -> tuple[str, ...]:
    return tuple(_stand_for())


@cache
def _stand_for() -> dict[str, str]:
    """Return the bad files of the tests, with the file that each stands for."""
    found, name = {}, ""
    table = ROOT / "tests" / "data" / "bad" / "expected.txt"
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            name = line.removeprefix("== ")
        elif line and not line.startswith(" ") and name != "portfolio.yaml":
            found[line] = name
    return found


@cache
def _bad(name: str) -> Files:
    path = ROOT / "tests" / "data" / "bad" / name
    if not path.exists():
        path = path.with_name(f"{name}.yaml")
    return {"systems.yaml": MINIMAL.encode(), _stand_for()[name]: path.read_bytes()}


@cache
def portfolio(number: int) -> Seed:
    """Return two small towns that a prefecture looks at together."""
    listed = (
        "schema: stdmig.portfolio/1\nname: 架空県\nname_en: Kaku\n"
        "workspaces: [a, b*]\n"
        "vendors:\n  - {vendor: 架空情報株式会社, items: [14], capacity: 6}\n"
    )
    made = {"portfolio.yaml": listed.encode()}
    for place, town in (("a", number), ("b1", number + 1)):
        for name, data in small_town(town % TOWNS).items():
            made[f"{place}/{name}"] = data
    return Seed(f"portfolio {number}", "portfolio", made)


@cache
def tables(number: int) -> Seed:
    """Return a small town with its own lists, a list from elsewhere and a form."""
    with TemporaryDirectory(prefix="stdmig-fuzz-") as made:
        place = Path(made)
        folder.write(small_town(number), place)
        for args in (
            ("inventory", "-o", place / "list.xlsx"),
            ("inventory", "-o", place / "list.csv"),
            ("steps", "-o", place / "steps.xlsx"),
        ):
            result = call("export", args[0], "-w", place, *args[1:])
            if result.code:
                sys.exit(f"seed {number}: {result.err}")
        found = folder.read(place)
    found["ugly.csv"] = ugly_csv()
    found["towns.csv"] = "名称,コード\n見本町,462250\n".encode()
    found["forms/form.xlsx"] = filled_form().bytes()
    return Seed(f"tables {number}", "tables", found)
