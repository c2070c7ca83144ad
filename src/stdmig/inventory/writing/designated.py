"""Designated systems in a new systems.yaml (特定移行支援システムの書き方)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from stdmig.inventory.designation import REASONS, Designation
from stdmig.inventory.draft import DraftDesignation
from stdmig.inventory.writing.collection import in_brackets
from stdmig.inventory.writing.comment import comment
from stdmig.inventory.writing.day import day_in_file
from stdmig.inventory.writing.draft_values import told_values
from stdmig.inventory.writing.hints import HINTS
from stdmig.words import Name, Style, Text, text

_EXAMPLE = next(hint.example for hint in HINTS["system"] if hint.key == "designated")

_COMMENT = text(
    "Systems with 'designated' are designated systems: they may be cut over after\n"
    "the general deadline. Fill in the brackets of each as the example behind its\n"
    "'#' shows:\n"
    "  completion   when it is planned to be done (a month will do)\n"
    "  explanation  what stands behind it here\n"
    "  reason       number of the reason:"
)


def designation_comment(style: Style) -> Iterator[str]:
    """Yield what a designation says, and the four reasons for one."""
    yield from comment(_COMMENT, style)
    for number, reason in REASONS.items():
        yield f"#     {number}  {reason.into(style)}"


def designation_line(
    designation: DraftDesignation, style: Style
) -> tuple[str, list[Text]]:
    """Return the line of a system that is designated, and what cannot be written."""
    values, faults = told_values(
        "designated",
        Designation,
        designation.values,
        lambda day: day_in_file(day, style),
    )
    return (
        f"    designated: {in_brackets(values)}{_example(values.keys(), style)}",
        faults,
    )


def _example(given: Collection[str], style: Style) -> str:
    """Return what may still be written, behind a ``#``."""
    example = _EXAMPLE.into(style) if isinstance(_EXAMPLE, Name) else str(_EXAMPLE)
    if not given:
        return f"  # {example}"
    pairs = example.strip("{}").split(", ")
    left = [pair for pair in pairs if pair.partition(":")[0] not in given]
    return f"  # {', '.join(left)}" if left else ""
