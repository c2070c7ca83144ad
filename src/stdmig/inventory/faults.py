"""The faults of reading, by code (読込みの誤り)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.diagnostics import Severity
from stdmig.words import Text, text


class FaultKind(NamedTuple):
    """
    One kind of fault of a file; one that is an error ends a command with exit code 2.

    Attributes
    ----------
    name
        The fault in words that read well after "allow".
    title
        The fault as a sentence.
    why
        Why it is refused.
    severity
        A warning is told, and the rest of the file is read.
    """

    name: str
    title: Text
    why: Text
    severity: Severity = Severity.ERROR


FAULTS: dict[str, FaultKind] = {
    "STD001": FaultKind(
        "unreadable-file",
        text("the file cannot be read as text"),
        text("Files are UTF-8 text of at most 20 MB without control characters."),
    ),
    "STD002": FaultKind(
        "yaml-syntax",
        text("the file is not valid YAML"),
        text("Nothing after a syntax fault can be trusted to mean what it says."),
    ),
    "STD003": FaultKind(
        "yaml-feature",
        text("a feature of YAML is used that is not read"),
        text(
            "Tags, anchors, aliases, merge keys, several documents and nesting over 50"
            " levels can hide or multiply content; a plan needs none of them."
        ),
    ),
    "STD004": FaultKind(
        "duplicate-key",
        text("a key stands twice in one mapping"),
        text("Only one of the two values could count, and nobody would see which."),
    ),
    "STD005": FaultKind(
        "unknown-key",
        text("a key is not known here"),
        text("A misspelt key would be ignored, and the plan would miss its value."),
    ),
    "STD006": FaultKind(
        "missing-key",
        text("a key that is needed is missing"),
        text("Without it nothing can be planned, and a guess would be invisible."),
    ),
    "STD007": FaultKind(
        "wrong-value",
        text("a value is of the wrong kind"),
        text("A value that is nearly right is never taken for what it might mean."),
    ),
    "STD008": FaultKind(
        "impossible-date",
        text("a date does not exist"),
        text(
            "Dates are ISO (2024-09-30) or Japanese era dates; a day outside its month"
            " or its era is a slip that would move the plan."
        ),
    ),
    "STD009": FaultKind(
        "end-before-start",
        text("a span ends before it starts"),
        text("One of the two days is wrong."),
    ),
    "STD010": FaultKind(
        "unknown-reference",
        text("an id names nothing"),
        text("What it should name would be missing from the plan."),
    ),
    "STD011": FaultKind(
        "duplicate-id",
        text("an id stands twice"),
        text("Whatever names it could mean either of the two."),
    ),
    "STD012": FaultKind(
        "circular-items",
        text("work items wait for each other in a circle"),
        text("None of them could ever begin."),
    ),
    "STD013": FaultKind(
        "unknown-schema",
        text("the file is written for another version"),
        text("Its keys may mean something else than this version reads."),
    ),
    "STD014": FaultKind(
        "item-without-cutover",
        text("no cutover waits for a work item"),
        text("Planned backward from the cutovers, it would have no date."),
    ),
    "STD015": FaultKind(
        "no-workspace",
        text("there is no workspace here"),
        text("A check in the wrong folder must not pass on somebody else's data."),
    ),
    "STD016": FaultKind(
        "circular-order",
        text("systems are wanted after each other in a circle"),
        text("No days could keep the order, whatever they were."),
    ),
    "STD017": FaultKind(
        "task-longer-than-its-window",
        text("a task is longer than the window in which it must lie"),
        text("It could never be done, in no year."),
    ),
    "STD018": FaultKind(
        "unusable-baseline",
        text("the baseline cannot be used"),
        text(
            "A baseline takes findings out of the count. One that is damaged, or was"
            " written for somebody else, could hide what nobody has seen."
        ),
    ),
    "STD019": FaultKind(
        "more-faults",
        text("a file has more faults than are listed"),
        text(
            "Of each file the first hundred are listed and the rest is counted; many of"
            " them often have one cause."
        ),
    ),
    "STD020": FaultKind(
        "unreadable-table",
        text("a table cannot be read"),
        text(
            "Lists are Excel workbooks (.xlsx) or CSV. What is left out of one is told,"
            " so that no system goes missing unseen."
        ),
    ),
    "STD021": FaultKind(
        "unreadable-cell",
        text("a cell of a table cannot be read"),
        text("Its value counts as empty, or is shorter than what stands in the cell."),
        Severity.WARNING,
    ),
    "STD022": FaultKind(
        "no-list",
        text("no list of systems was found"),
        text(
            "A list has one row for each system, below headings that name at least the"
            " system and one more thing, such as the vendor or the contract period."
        ),
    ),
    "STD023": FaultKind(
        "value-left-out",
        text("a value of the list was not understood and left out"),
        text("What was guessed would look like what was known."),
        Severity.WARNING,
    ),
    "STD024": FaultKind(
        "unfit-answer",
        text("an answer fits no question about the list"),
        text("A mistyped answer would leave its question open, or answer another one."),
    ),
    "STD025": FaultKind(
        "unsafe-change",
        text("a change of a file cannot be made safely"),
        text(
            "What people wrote stays as it is. A change that would lose some of it, or"
            " make the file unreadable, is left to them."
        ),
    ),
}
"""All of them; codes are never reused."""
