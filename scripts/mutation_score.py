"""
What a run of mutmut found: the share of mutants killed, and who survived (変異テスト).

Run ``mutmut run`` first; its settings stand in ``pyproject.toml``.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
LEAST = 0.9
"""The share of the mutants of a package that the tests must kill."""

_RESULTS = {0: "survived", 5: "untested", 33: "untested", 24: "hung", 36: "hung"}
_SEEN = {"killed", "hung"}
"""How a mutant ends that the tests notice: they fail, or never come to an end."""


class Mutant(NamedTuple):
    """
    A change of one expression, and how the tests ended with it.

    Attributes
    ----------
    package
        The package that was changed: dates, network, schedule, rules.
    result
        ``killed``, ``hung``, ``survived``, ``untested``, or ``waiting`` where the run
        did not come so far.
    """

    package: str
    name: str
    result: str


def mutants(folder: Path) -> Iterator[Mutant]:
    """
    Yield what mutmut has noted in its folder, in the order of the files.

    Parameters
    ----------
    folder
        The folder ``mutants`` of a run.
    """
    package = folder / "src" / "stdmig"
    for file in sorted(package.rglob("*.meta")):
        noted = json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]
        for name, code in noted.items():
            yield Mutant(file.relative_to(package).parts[0], name, _result(code))


def _result(code: int | None) -> str:
    return "waiting" if code is None else _RESULTS.get(code, "killed")


def told(found: list[Mutant]) -> tuple[list[str], bool]:
    """Return the lines that tell what was found, and whether it is enough."""
    lines, enough = [], bool(found)
    for package in sorted({each.package for each in found}):
        results = Counter(each.result for each in found if each.package == package)
        number = results.total() - results["waiting"]
        seen = sum(results[each] for each in _SEEN)
        share = seen / number if number else 0
        enough &= share >= LEAST and not results["waiting"]
        waiting = f", {results['waiting']} not run" if results["waiting"] else ""
        lines.append(f"{package}: {seen} of {number} killed ({share:.1%}){waiting}")
    left = [each for each in found if each.result in {"survived", "untested"}]
    return [*lines, *(f"{each.name}: {each.result}" for each in left)], enough


def main() -> int:
    """Print score and survivors; 1 if a package is below the share or not all ran."""
    lines, enough = told(list(mutants(ROOT / "mutants")))
    print("\n".join(lines) or "there is no folder 'mutants'; run mutmut first")
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
