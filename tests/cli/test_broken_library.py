"""Libraries that are missing or damaged are told in a sentence (部品の不具合)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import stdmig
from tests.command import Result, run

SOURCES = Path(stdmig.__file__).parents[1]
DAMAGES = {
    "of another machine": "raise ImportError('DLL load failed\\n\\nread this')",
    "cut off": "x = nothing",
    "no Python": "def",
    "refused": "raise OSError('bad image')",
    "wiped out": "\0" * 4000,
}


def _run(folder: Path, library: str, damage: str, *args: str) -> Result:
    """Run a command where a library is damaged."""
    package = folder / library
    package.mkdir()
    (package / "__init__.py").write_text(damage + "\n", encoding="utf-8")
    path = os.pathsep.join([str(folder), str(SOURCES)])
    return run(*args, env={"PYTHONPATH": path, "COLUMNS": "80"})


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damaged_arrays_end_with_a_sentence(damage: str, tmp_path: Path) -> None:
    """Whatever a damaged library raises, the answer names it and says where to look."""
    result = _run(tmp_path, "numpy", damage, "risk", "--sample", "--samples", "100")
    assert result.code == 2
    assert result.err.splitlines() == [
        "error: the library 'numpy' is missing or does not work",
        "  stdmig doctor tells what is missing",
    ]
    assert result.stdout == b""


@pytest.mark.parametrize("damage", ["x = nothing", "raise ImportError('halved')"])
@pytest.mark.parametrize("library", ["numpy", "ortools"])
def test_damaged_solver_leaves_the_heuristic(
    library: str, damage: str, tmp_path: Path
) -> None:
    """Levelling goes on without the solver, and says so with the library's words."""
    pytest.importorskip("ortools")
    result = _run(
        tmp_path, library, damage, "level", "--sample", "--durations", "minimum"
    )
    assert result.code == 0, result.err
    why = "halved" if "halved" in damage else "name 'nothing' is not defined"
    assert result.err.startswith(f"the solver cannot be loaded ({why}); the fast")
    assert "Traceback" not in result.err
    assert "fast heuristic" in result.out


def test_missing_graphs_end_with_a_sentence(tmp_path: Path) -> None:
    """Any other library that one command needs is told in the same way."""
    result = _run(
        tmp_path, "networkx", "x = nothing", "graph", "--sample", "--format", "graphml"
    )
    assert result.code == 2
    assert "error: the library 'networkx' is missing or does not work" in result.err


def test_missing_foundation_is_told_before_anything_is_read(tmp_path: Path) -> None:
    """Without it there is no command; both languages say what to do."""
    damage = "raise ModuleNotFoundError('no', name='pydantic_core')"
    result = _run(tmp_path, "pydantic", damage, "plan", "--sample")
    assert result.code == 2
    assert result.err.splitlines() == [
        "stdmig: the library 'pydantic_core' is missing or does not work; install"
        " stdmig again",
        "stdmig：部品「pydantic_core」がないか、動作しません。"
        "stdmigを再度インストールしてください",
    ]


def test_doctor_tries_what_it_finds(tmp_path: Path) -> None:
    """A library of the right version that cannot be loaded is a problem."""
    result = _run(tmp_path, "numpy", "raise ImportError('halved')", "doctor")
    told = " ".join(result.out.split())
    assert "problem parts 'numpy' " in told
    assert "does not work here: halved What to do: install stdmig again" in told


@pytest.mark.parametrize("library", ["typer", "pydantic", "rich"])
@pytest.mark.parametrize("damage", ["\0" * 4000, "x = nothing"])
def test_damaged_foundation_is_told(library: str, damage: str, tmp_path: Path) -> None:
    """A library without which there are no commands is named, without a traceback."""
    result = _run(tmp_path, library, damage, "plan", "--sample")
    assert result.code == 2
    assert f"'{library}' is missing or does not work" in result.err
    assert "Traceback" not in result.err
