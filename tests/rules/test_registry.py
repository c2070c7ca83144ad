"""What every rule owes its reader: a code, words, an example, cases."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from pathlib import Path

import pytest
import yaml

import stdmig.rules
from stdmig.inventory.capacity import CapacityFile
from stdmig.inventory.procedures import ProceduresFile
from stdmig.inventory.progress import ProgressFile
from stdmig.inventory.starts import StartsFile
from stdmig.inventory.systems import SystemsFile
from stdmig.inventory.template import TemplateFile
from stdmig.rules import RULES, Rule
from stdmig.words import Text
from tests.helpers import ENGLISH

CASES = Path(__file__).parent / "cases"
PACKAGE = Path(stdmig.rules.__file__).parent
TOP_KEYS = {
    field.alias or name
    for file in (
        SystemsFile,
        ProceduresFile,
        TemplateFile,
        ProgressFile,
        CapacityFile,
        StartsFile,
    )
    for name, field in file.model_fields.items()
}

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def test_codes_and_names_are_unique_and_in_order() -> None:
    """The registry lists each code once, from the smallest to the greatest."""
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_codes_are_those_of_the_machine_contract() -> None:
    """The codes that other programs know keep their names and severities."""
    assert {rule.code: (rule.name, rule.severity.key) for rule in RULES} == {
        "STD101": ("system-missing", "error"),
        "STD102": ("system-without-unit", "warning"),
        "STD105": ("policy-undecided", "warning"),
        "STD106": ("acceptance-expired", "note"),
        "STD107": ("acceptance-unused", "warning"),
        "STD201": ("contract-ends-before-cutover", "error"),
        "STD202": ("contract-end-unknown", "warning"),
        "STD203": ("single-year-contract", "warning"),
        "STD204": ("contract-already-over", "error"),
        "STD205": ("contract-outlives-cutover", "note"),
        "STD206": ("notice-day-passed-or-near", "warning"),
        "STD207": ("automatic-renewal-past-cutover", "warning"),
        "STD208": ("extension-without-open-window", "warning"),
        "STD209": ("contract-unused", "note"),
        "STD301": ("cutover-after-deadline", "error"),
        "STD302": ("no-plan-fits", "error"),
        "STD303": ("safe-plan-does-not-fit", "warning"),
        "STD304": ("budget-window-missed", "warning"),
        "STD305": ("council-session-missed", "warning"),
        "STD306": ("assessment-after-data-load", "warning"),
        "STD310": ("designation-incomplete", "warning"),
        "STD311": ("work-before-specification", "warning"),
        "STD313": ("signing-after-fiscal-year", "warning"),
        "STD314": ("work-after-fiscal-year", "warning"),
        "STD315": ("debt-obligation-not-allowed", "warning"),
        "STD316": ("assessment-level-too-low", "warning"),
        "STD401": ("linked-systems-apart", "warning"),
        "STD402": ("package-split", "warning"),
        "STD501": ("progress-after-as-of", "warning"),
        "STD307": ("cutover-in-blackout", "error"),
        "STD308": ("cutover-on-closed-day", "error"),
        "STD309": ("no-allowed-cutover-day", "error"),
        "STD312": ("cutover-after-working-day", "warning"),
        "STD403": ("wanted-order-impossible", "warning"),
        "STD404": ("more-work-than-people", "warning"),
        "STD405": ("chosen-start-impossible", "warning"),
    }


def test_every_rule_module_is_registered() -> None:
    """A module that holds a rule is in the registry: none is forgotten."""
    modules = [
        import_module(f"stdmig.rules.{path.stem}")
        for path in sorted(PACKAGE.glob("*.py"))
        if path.stem != "__init__"
    ]
    held = [module.RULE for module in modules if hasattr(module, "RULE")]
    assert {rule.code for rule in held} == {rule.code for rule in RULES}
    assert len(held) == len(RULES)


@every_rule
def test_a_rule_says_what_why_and_what_to_do(rule: Rule) -> None:
    """Title, help and reason are sentences of their own."""
    told = [part.into(ENGLISH) for part in (rule.title, rule.help, rule.why)]
    assert all(len(part.split()) >= 4 for part in told)
    assert len(set(told)) == 3
    assert all(isinstance(part, Text) for part in (rule.title, rule.help, rule.why))


@every_rule
def test_a_name_reads_as_words(rule: Rule) -> None:
    """A name is lower-case words with hyphens, and the name of its module."""
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
    module = inspect.getmodule(rule.run)
    assert module is not None
    assert module.__name__ == f"stdmig.rules.{rule.name.replace('-', '_')}"


@every_rule
def test_an_example_is_yaml_that_a_file_can_hold(rule: Rule) -> None:
    """An example is not empty, and begins with a key that a file of stdmig knows."""
    example = yaml.safe_load(rule.example.yaml)
    assert example
    assert set(example) <= TOP_KEYS


@every_rule
def test_a_rule_has_its_cases(rule: Rule) -> None:
    """Each code has a file of cases, and each file of cases a code."""
    assert (CASES / f"{rule.code}.yaml").is_file()
    assert {path.stem for path in CASES.glob("*.yaml")} == {each.code for each in RULES}
