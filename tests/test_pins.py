"""What is asked for and what is pinned agree (版の固定)."""

from __future__ import annotations

import ast
import json
import sys
import tomllib
from collections.abc import Iterator

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.offline.lock import Pin, read_lock, wanted
from scripts.offline.target import PLATFORMS, PYTHONS
from tests.helpers import ROOT

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = SETTINGS["project"]
LOCK = read_lock((ROOT / ".ci" / "requirements.lock").read_text(encoding="utf-8"))
OFFLINE = read_lock((ROOT / "offline" / "requirements.lock").read_text("utf-8"))

NOT_LOCKED = {"audit", "mutation"}
"""Extras that .ci/run does not install."""

LINUX = PLATFORMS[1]

MODULES = {
    "babel": "babel",
    "check_jsonschema": "check-jsonschema",
    "dateutil": "python-dateutil",
    "jpype": "jpype1",
    "markdown_it": "markdown-it-py",
    "yaml": "pyyaml",
}
"""Modules that are not named as the library is that holds them."""

BROUGHT = {
    "annotated_types": "pydantic",
    "markupsafe": "jinja2",
    "pydantic_core": "pydantic",
    "docutils": "sphinx",
    "jsonschema": "check-jsonschema",
    "pygments": "sphinx",
    "ruamel": "check-jsonschema",
}
"""Modules that always come with a library that is asked for."""

RUN = {
    "furo": ("docs/conf.py", "furo"),
    "hatchling": ("scripts/build.py", '"hatchling"'),
    "import-linter": (".ci/run", "lint-imports"),
    "mutmut": ("docs/contributing.md", "bin/mutmut"),
    "mypy": (".ci/run", "bin/mypy"),
    "myst-parser": ("docs/conf.py", "myst_parser"),
    "pip-audit": ("scripts/audit.py", '"pip_audit"'),
    "ruff": (".ci/run", "bin/ruff"),
}
"""What nothing imports: which file runs it, and by which word."""


def _versions(pins: tuple[Pin, ...], python: str) -> dict[str, str]:
    found = wanted(pins, LINUX.environment(python))
    assert len({pin.name for pin in found}) == len(found)
    return {pin.name: pin.version for pin in found}


def _needs(*extras: str) -> list[Requirement]:
    more = (
        each for extra in extras for each in PROJECT["optional-dependencies"][extra]
    )
    return [Requirement(each) for each in (*PROJECT["dependencies"], *more)]


@pytest.mark.parametrize("python", PYTHONS)
def test_lock_of_ci_has_what_the_project_asks_for(python: str) -> None:
    """On each Python there is one version of each, allowed and with its hashes."""
    versions = _versions(LOCK, python)
    for need in _needs(*PROJECT["optional-dependencies"].keys() - NOT_LOCKED):
        assert need.specifier.contains(versions[canonicalize_name(need.name)]), need
    assert all(pin.hashes for pin in LOCK)


@pytest.mark.parametrize("python", PYTHONS)
def test_what_is_tested_is_what_the_offline_set_brings(python: str) -> None:
    """Both locks hold the same version of every library that stdmig runs with."""
    tested = _versions(LOCK, python)
    brought = _versions(OFFLINE, python)
    del brought["pip"]
    assert {name: tested[name] for name in brought} == brought


def test_wheels_are_built_by_one_version() -> None:
    """A wheel tells its maker's version: the one of the tests, of CI and of pip."""
    (needed,) = SETTINGS["build-system"]["requires"]
    assert needed in PROJECT["optional-dependencies"]["dev"]
    assert needed == f"hatchling=={_versions(LOCK, PYTHONS[0])['hatchling']}"


def test_npm_packages_are_pinned_and_locked() -> None:
    """Each has one version, and the lock its hash."""
    folder = ROOT / ".ci" / "node"
    asked = json.loads((folder / "package.json").read_text("utf-8"))["dependencies"]
    locked = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    assert locked.pop("")["dependencies"] == asked
    for name, version in asked.items():
        assert locked[f"node_modules/{name}"]["version"] == version
    assert all(each["integrity"].startswith("sha512-") for each in locked.values())


def _imported(*folders: str) -> Iterator[str]:
    for folder in folders:
        for file in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    yield from (each.name.partition(".")[0] for each in node.names)
                elif isinstance(node, ast.ImportFrom) and node.module:
                    yield node.module.partition(".")[0]


def _libraries(*folders: str) -> set[str]:
    own = {"stdmig", "tests", "scripts", "benchmarks", *sys.stdlib_module_names}
    own |= {file.stem for file in (ROOT / "docs" / "_site").glob("*.py")}
    return {
        BROUGHT.get(name) or MODULES.get(name, name)
        for name in _imported(*folders)
        if name not in own
    }


def test_product_imports_what_it_asks_for_and_nothing_else() -> None:
    """No library is missing from the settings, and none is there for nothing."""
    asked = {need.name for need in _needs("pdf", "level")}
    assert _libraries("src") == asked


def test_every_tool_is_used_and_every_library_of_the_tests_is_asked_for() -> None:
    """Stubs are for mypy; everything else is imported, or run by a known file."""
    asked = {need.name for need in _needs(*PROJECT["optional-dependencies"])}
    used = _libraries("src", "tests", "scripts", "docs")
    assert used <= asked
    for file, word in RUN.values():
        assert word in (ROOT / file).read_text(encoding="utf-8")
    stubs = {name for name in asked if name.startswith("types-")}
    assert asked - used - stubs == RUN.keys()
