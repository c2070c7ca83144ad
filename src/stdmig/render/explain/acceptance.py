"""How the findings of a rule are accepted, as lines to be pasted (了承の書き方)."""

from __future__ import annotations

from collections.abc import Sequence

from stdmig.inventory import subject_yaml
from stdmig.words import Style, Text, text

_VALUES = {
    "system": "juki",
    "with": "kojin",
    "after": "kojin",
    "first_systems": "juki,kojin",
    "second_systems": "kaigo",
    "unit": "juki",
    "contract": "ID",
    "procurement": "ID",
    "package": "PACKAGE",
    "vendor": "VENDOR",
    "section": "SECTION",
    "worker": "lead",
    "items": "14",
    "specification": "first",
    "item": "14",
    "assessment": "12",
    "task": "8@ID",
    "session": "december-2025",
    "fiscal_year": "2025",
    "cutover": "2025-10-01",
    "closed": "NAME",
    "confidence": "inferred",
}
"""What stands for an id."""

REMARKS: dict[str, Text] = {
    "specification": text(
        'Where no specification is recorded for the systems, write specification: "".'
    ),
}
"""What is not seen from the example, by kind."""


def example_subject(shape: Sequence[str]) -> str:
    """Return an example of a subject with these kinds, as ``accept`` takes it."""
    return subject_yaml({kind: _VALUES[kind] for kind in shape})


def remarks(shapes: Sequence[Sequence[str]]) -> list[Text]:
    """Return what else is to be known about the kinds of a rule's subjects."""
    kinds = {kind for shape in shapes for kind in shape}
    return [told for kind, told in REMARKS.items() if kind in kinds]


def acceptance_example(code: str, shapes: Sequence[Sequence[str]], style: Style) -> str:
    """Return an acceptance of a rule's finding; other subjects stand as comments."""
    lines = ["accept:", f"  - code: {code}"]
    for position, shape in enumerate(shapes):
        if position:
            other = text("or: {subject}", subject=example_subject(shape)).into(style)
            lines.append(f"    # {other}")
        else:
            lines += (f"    {example_subject((kind,))}" for kind in shape)
    lines += ["    reason: ...", "    by: ...", "    until: 2026-03-31"]
    return "".join(f"{each}\n" for each in lines)
