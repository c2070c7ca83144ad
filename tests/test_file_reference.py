"""The reference of the files and the filed schemas (docs/files.md, docs/schemas)."""

from __future__ import annotations

import re

import pytest

from scripts.file_reference import EXAMPLES, PAGES, outputs, page
from stdmig.inventory import Source, Sources, load
from stdmig.inventory.schema.files import INPUT_FILES
from stdmig.words import LANGUAGES, Language
from tests.schema_check import violations

both = pytest.mark.parametrize("language", LANGUAGES)


def test_files_are_as_filed() -> None:
    """The pages and schemas are what ``python scripts/file_reference.py`` writes."""
    for path, written in outputs():
        filed = path.read_bytes().decode("utf-8")
        assert filed == written, "run: python scripts/file_reference.py"


def test_examples_are_read_without_a_fault() -> None:
    """The examples of the page are one sound workspace."""
    systems, procedures, template, *others = (
        Source(file.name, (EXAMPLES / file.name).read_bytes()) for file in INPUT_FILES
    )
    costs, progress, capacity, starts, scenarios, steps, baselines, _ = others
    sources = Sources(systems, procedures, template, costs, progress=progress)
    sources = sources._replace(capacity=capacity, starts=starts, scenarios=scenarios)
    sources = sources._replace(steps=steps, baselines=baselines)
    inventory, faults = load(sources)
    assert [str(fault.location) for fault in faults] == []
    assert inventory is not None


@both
def test_links_lead_somewhere(language: Language) -> None:
    """Every link within the page has its anchor, and no anchor stands twice."""
    written = page(language)
    anchors = re.findall(r'<a id="([^"]+)"></a>', written)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\]\(#([^)]+)\)", written)) <= set(anchors)


@both
def test_tables_are_tables(language: Language) -> None:
    """Every row has four cells: nothing in a text breaks it."""
    rows = [line for line in page(language).splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {5}
    assert PAGES[language].endswith(".md")


@pytest.mark.parametrize("file", INPUT_FILES, ids=lambda file: file.key)
def test_example_is_valid_by_its_filed_schema(file: object) -> None:
    """Another program finds nothing wrong with the example either."""
    assert hasattr(file, "name")
    assert hasattr(file, "schema_name")
    schemas = EXAMPLES.parent.parent / "docs" / "schemas"
    assert violations(EXAMPLES / file.name, schema=schemas / file.schema_name) == ""
