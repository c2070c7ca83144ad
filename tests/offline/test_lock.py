"""The lock has everything that the project takes, everywhere (固定した版の一覧)."""

from __future__ import annotations

import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.offline.lock import read_lock, wanted
from scripts.offline.target import PLATFORMS, PYTHONS, Platform
from scripts.offline.wheel import lacks
from scripts.offline_zip import LOCK, PDF, pins_of
from tests.helpers import ROOT
from tests.offline.fake import LINUX, WINDOWS, pin, wheel

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda each: each.name)
def test_lock_has_what_the_project_takes(platform: Platform, python: str) -> None:
    """On each machine there is one version of each, and it is one that is allowed."""
    pins = wanted(
        read_lock(LOCK.read_text(encoding="utf-8")), platform.environment(python)
    )
    versions = {each.name: each.version for each in pins}
    assert len(versions) == len(pins)
    extra = PROJECT["optional-dependencies"]["pdf"]
    for need in map(Requirement, (*PROJECT["dependencies"], *extra)):
        assert need.specifier.contains(versions[canonicalize_name(need.name)])
    assert "pip" in versions
    assert ("colorama" in versions) == (platform is WINDOWS)
    # The first version of networkx that wants Python 3.12.
    assert versions[canonicalize_name("networkx")].startswith(
        "3.6." if python == "3.11" else "3.7"
    )
    assert all(each.hashes for each in pins)


def test_pythons_are_those_of_the_project() -> None:
    """The set begins with the oldest Python that the project runs on."""
    assert PROJECT["requires-python"] == f">={PYTHONS[0]}"


def test_part_for_pdf_is_left_out_unless_wanted() -> None:
    """It is larger than all the rest together."""
    text = LOCK.read_text(encoding="utf-8")
    assert {Requirement(each).name for each in PROJECT["optional-dependencies"]["pdf"]}
    names = {each.name for each in pins_of(text, pdf=False)}
    assert {each.name for each in pins_of(text, pdf=True)} - names == PDF
    extra = PROJECT["optional-dependencies"]["pdf"]
    assert {Requirement(each).name for each in extra} == PDF


def test_lock_is_read_and_written_the_same() -> None:
    """A pin becomes the requirement that it was read from, comments aside."""
    text = "a-b==1.0 ; sys_platform == 'win32' \\\n    --hash=sha256:" + "0" * 64 + "\n"
    (only,) = read_lock("# made by uv\n\n" + text + "    # via c\n")
    assert only.line(marker=True) == text
    assert " ; " not in only.line(marker=False)
    assert wanted([only], LINUX.environment("3.11")) == ()
    assert wanted([only], WINDOWS.environment("3.11")) == (only,)


@pytest.mark.parametrize("line", ["a>=1", "git+https://example.invalid/a", "--pre"])
def test_line_that_pins_nothing_is_refused(line: str) -> None:
    """What the set is made of is never left to chance."""
    with pytest.raises(ValueError, match="no pin"):
        read_lock(line + "\n")


def test_library_without_what_it_needs_is_named() -> None:
    """What is missing, too old or made for a later Python is told before packing."""
    own = wheel("stdmig", metadata=("Requires-Dist: b>=2",))
    b = wheel(
        "b",
        "1.0",
        metadata=(
            "Requires-Python: >=3.12",
            'Requires-Dist: c; sys_platform == "win32"',
            'Requires-Dist: d; extra == "more"',
        ),
    )
    pins = (pin(b),)
    on_linux = list(lacks((own, b), pins, LINUX.environment("3.11")))
    assert on_linux == [
        "stdmig-1.0-py3-none-any.whl needs b>=2; there is 1.0",
        "b-1.0-py3-none-any.whl does not run on Python 3.11",
    ]
    on_windows = list(lacks((b,), pins, WINDOWS.environment("3.12")))
    assert on_windows == [
        'b-1.0-py3-none-any.whl needs c; sys_platform == "win32"; there is none'
    ]


def test_wheel_of_another_version_of_python_is_not_asked() -> None:
    """A set for several Pythons holds versions that only one of them takes."""
    old, new = (
        wheel("b", version, metadata=(f"Requires-Python: {python}",))
        for version, python in (("1.0", ">=3.11"), ("2.0", ">=3.12"))
    )
    pins = (
        pin(old, "python_full_version < '3.12'"),
        pin(new, "python_full_version >= '3.12'"),
    )
    for python in ("3.11", "3.12"):
        assert list(lacks((old, new), pins, LINUX.environment(python))) == []
