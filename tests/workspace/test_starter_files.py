"""The files that a new workspace begins with, held against the packaged ones."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from stdmig.inventory import Source, Sources, load
from stdmig.words import LANGUAGES, Language
from stdmig.workspace.files import PROCEDURES, TEMPLATE
from stdmig.workspace.starter import LINKS, starter, starters
from tests.helpers import MINIMAL, ROOT, packaged

NAMES = (PROCEDURES, TEMPLATE, LINKS)


def _packaged(name: str) -> Any:
    return yaml.safe_load((ROOT / "data" / name).read_bytes())


def _starter(name: str, language: Language) -> Any:
    return yaml.safe_load(starter(name, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_procedure_is_the_packaged_one(language: Language) -> None:
    """Only the remarks differ between the languages."""
    assert _starter(PROCEDURES, language) == _packaged(PROCEDURES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_are_the_packaged_ones(language: Language) -> None:
    """What one system gives to another is the same in every municipality."""
    assert _starter(LINKS, language) == {"links": _packaged("systems.yaml")["links"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_template_is_the_packaged_one_without_the_choices(language: Language) -> None:
    """Deadline, calendar, seasons and milestones are there; the sample's wishes not."""
    template = _starter(TEMPLATE, language)
    expected = _packaged(TEMPLATE)
    # Every entry that has a source names its own.
    del expected["source"]
    expected["planning"] = {"durations": "maximum", "conditions": []}
    assert template == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_workspace_plans_as_it_did_without_the_files(language: Language) -> None:
    """Files to begin with change no date: they say what is taken without them."""
    systems = Source("systems.yaml", MINIMAL.encode())
    without = load(Sources(systems, packaged(PROCEDURES), packaged(TEMPLATE)))[0]
    procedures, template = (
        Source(name, data) for name, data in starters(language).items()
    )
    begun, faults = load(Sources(systems, procedures, template))
    assert faults == []
    assert begun is not None
    assert without is not None
    assert begun.packaged == ()
    assert begun.procedures == without.procedures
    sourced = begun.template.model_copy(update={"source": without.template.source})
    assert sourced == without.template


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_starter_files_are_plain(name: str, language: Language) -> None:
    """UTF-8 that CP932 can hold too, LF, no byte order mark and no tabs."""
    text = starter(name, language).decode("utf-8")
    assert text.encode("cp932").decode("cp932") == text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert not set(text) & set("\ufeff\r\t")


@pytest.mark.parametrize("name", NAMES)
def test_remarks_are_in_the_language_of_the_reader(name: str) -> None:
    """English remarks hold no Japanese but the words that stand in the values."""
    remarks = [
        line.strip()
        for line in starter(name, "en").decode().splitlines()
        if line.lstrip().startswith("#")
    ]
    assert len(remarks) > 5
    assert {word for line in remarks for word in _japanese(line)} <= {"仕様書"}
    assert all(len(line) <= 90 for line in remarks)


def _japanese(line: str) -> list[str]:
    kept = "".join(each if ord(each) > 127 else " " for each in line)
    return kept.split()


def test_sample_is_named_only_as_a_source() -> None:
    """A new workspace is nobody's sample."""
    for name in NAMES:
        for line in starter(name, "ja").decode().splitlines():
            assert "見本" not in line, line
