"""The pages about all rules, held against the rules (docs/rules.md)."""

from __future__ import annotations

import re

import pytest
import yaml

from scripts.rules_page import DOCS, FILES, page
from stdmig.inventory import FAULTS, Acceptance
from stdmig.rules import RULES
from stdmig.words import LANGUAGES, Language, Style

both = pytest.mark.parametrize("language", LANGUAGES)


@both
def test_page_is_as_filed(language: Language) -> None:
    """The page is what ``python scripts/rules_page.py`` writes from the rules."""
    filed = (DOCS / FILES[language]).read_bytes().decode("utf-8")
    assert filed == page(language), "run: python scripts/rules_page.py"


@both
def test_every_code_has_one_anchor_and_the_table_leads_to_it(
    language: Language,
) -> None:
    """Each rule and each fault can be linked to, by its code in small letters."""
    written = page(language)
    anchors = re.findall(r'<a id="(std\d{3})"></a>', written)
    codes = [rule.code for rule in RULES] + list(FAULTS)
    assert anchors == [code.lower() for code in codes]
    assert re.findall(r"\]\(#(std\d{3})\)", written) == [
        rule.code.lower() for rule in RULES
    ]


@both
def test_acceptances_of_the_page_can_be_pasted(language: Language) -> None:
    """Every example of an acceptance is read, with exactly the rule's kinds."""
    written = page(language)
    for rule in RULES:
        part = written.partition(f'<a id="{rule.code.lower()}"></a>')[2]
        blocks = re.findall(r"```yaml\n(.*?)```", part.partition("<a id=")[0], re.S)
        assert blocks[0] == rule.example.into(Style.of(language))
        if not rule.subjects:
            assert len(blocks) == 1
            continue
        entries = yaml.load(blocks[1], yaml.BaseLoader)["accept"]
        read = [Acceptance.model_validate(entry) for entry in entries]
        assert {each.code for each in read} == {rule.code}
        assert [set(each.subject) for each in read] == [
            set(shape) for shape in rule.subjects
        ]


@both
def test_tables_are_tables(language: Language) -> None:
    """Every row has the four cells of its heading: nothing in a text breaks it."""
    rows = [line for line in page(language).splitlines() if line.startswith("|")]
    assert len(rows) == len(RULES) + len(FAULTS) + 4
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {5}
