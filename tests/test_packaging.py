"""The wheel: everything it needs is inside, and it runs from anywhere (配布物)."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from scripts.build import build
from tests.command import environment
from tests.helpers import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel of this tree, built with what is installed already."""
    if find_spec("hatchling") is None:
        pytest.skip("hatchling is not installed, and tests fetch nothing from the net")
    folder = tmp_path_factory.mktemp("wheel")
    build(ROOT, folder, "wheel")
    (built,) = folder.glob("*.whl")
    return built


def test_wheel_holds_data_words_and_types(wheel: Path) -> None:
    """The packaged files, the compiled catalogue and the type marker are inside."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {
        "stdmig/_data/systems.yaml",
        "stdmig/_data/procedures.yaml",
        "stdmig/_data/schedule_template.yaml",
        "stdmig/words/locale/ja/LC_MESSAGES/stdmig.mo",
        "stdmig/py.typed",
        "stdmig/render/html/templates/page.css",
        "stdmig/render/html/templates/page.html",
        "stdmig/render/html/templates/page.js",
        "stdmig/__main__.py",
    } <= names
    top = {name.partition("/")[0] for name in names}
    assert {name for name in top if not name.endswith(".dist-info")} == {"stdmig"}


def test_wheel_runs_without_the_clone(wheel: Path, tmp_path: Path) -> None:
    """Unpacked far from the clone it shows the sample from its own data."""
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    env = environment("ja") | {"PYTHONPATH": os.fspath(site)}
    asked = "import stdmig.workspace as w; print(w.data_root())"
    told = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=elsewhere,
        env=env,
        check=True,
        capture_output=True,
        timeout=60,
    )
    assert Path(told.stdout.decode().strip()) == site / "stdmig" / "_data"
    shown = subprocess.run(
        [sys.executable, "-m", "stdmig", "plan", "--sample"],
        cwd=elsewhere,
        env=env,
        check=True,
        capture_output=True,
        timeout=60,
    )
    assert shown.stdout.decode().startswith("姶良市（見本） 標準化移行計画\n")
    assert shown.stderr == b""
