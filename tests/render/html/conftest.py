"""The pages that the tests look at, each made once."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from benchmarks.large import systems_yaml
from stdmig.render.dossier import Dossier
from stdmig.render.html.page import html_page
from stdmig.words import Style
from stdmig.workspace import Request, open_workspace, plan_workspace
from stdmig.workspace.dossier import dossier
from tests.helpers import ENGLISH, ROOT, sound, workspace_text
from tests.hostile import ALL, hostile_workspace
from tests.render.html.tree import Node, read
from tests.screens import sample_city

AS_OF = date(2023, 10, 1)


@cache
def _sample() -> Dossier:
    return dossier(sample_city())


@cache
def _town() -> Dossier:
    folder = ROOT / "examples" / "designated-town"
    inventory, faults = open_workspace(Request(folder))
    assert inventory is not None, faults
    return dossier(plan_workspace(inventory, None, date.max))


@pytest.fixture(scope="session")
def sample() -> Dossier:
    """Return the sample city with all about its plan."""
    return _sample()


@pytest.fixture(scope="session")
def town() -> Dossier:
    """Return the designated town, some of whose systems are live."""
    return _town()


@pytest.fixture(scope="session")
def hostile() -> Dossier:
    """Return a workspace in which every name is hostile."""
    inventory = sound(hostile_workspace())
    return dossier(plan_workspace(inventory, AS_OF, AS_OF))


@pytest.fixture(scope="session")
def large() -> Dossier:
    """Return a workspace of 400 systems."""
    inventory = sound(workspace_text(systems_yaml(400).decode()))
    return dossier(plan_workspace(inventory, AS_OF, AS_OF))


@pytest.fixture(scope="session")
def sample_page(sample: Dossier) -> str:
    """Return the sample's page in English."""
    return html_page(sample, ENGLISH)


@pytest.fixture(scope="session")
def sample_page_ja(sample: Dossier) -> str:
    """Return the sample's page in Japanese."""
    return html_page(sample, Style("ja"))


@pytest.fixture(scope="session")
def tree(sample_page: str) -> Node:
    """Return the sample's page in English as a tree."""
    return read(sample_page)


@pytest.fixture(scope="session")
def hostile_page(hostile: Dossier) -> str:
    """Return the hostile page."""
    return html_page(hostile, ENGLISH)


@pytest.fixture(scope="session")
def harmless_page() -> str:
    """Return the same page with names that are nothing but names."""
    names = tuple(f"名称{place}" for place in range(len(ALL)))
    inventory = sound(hostile_workspace(names))
    return html_page(dossier(plan_workspace(inventory, AS_OF, AS_OF)), ENGLISH)


@pytest.fixture
def saved(tmp_path: Path, sample_page: str) -> Path:
    """Return the sample's page as a file that can be opened."""
    file = tmp_path / "plan.html"
    file.write_text(sample_page, encoding="utf-8")
    return file
