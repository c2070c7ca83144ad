"""What a rule means, why it matters and what to do (規則の説明)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.inventory import FAULTS
from stdmig.render.cells import wrap
from stdmig.render.painted import SEVERITY_PAINT, Line, Part, line, page
from stdmig.render.screen import Screen
from stdmig.rules import Rule
from stdmig.words import text


def rule_text(rule: Rule, screen: Screen) -> str:
    """Return the page of a rule of the check."""
    style = screen.style
    severity = Part(rule.severity.label.into(style), SEVERITY_PAINT[rule.severity])
    lines = [
        line(Part(f"{rule.code} {rule.name}", "bold"), "  ", severity),
        *_paragraph(rule.title.into(style), screen),
        line(""),
        *_paragraph(rule.why.into(style), screen),
        line(""),
        line(text("Example:").into(style)),
        *(line(Part(f"    {each}", "dim")) for each in rule.example.splitlines()),
        line(""),
        *_paragraph(text("What to do: {help}", help=rule.help).into(style), screen),
    ]
    return page(lines, colour=screen.colour)


def fault_text(code: str, screen: Screen) -> str:
    """Return the page of a fault of reading."""
    style, kind = screen.style, FAULTS[code]
    lines = [
        line(Part(f"{code} {kind.name}", "bold")),
        *_paragraph(kind.title.into(style), screen),
        line(""),
        *_paragraph(kind.why.into(style), screen),
        *_paragraph(
            text("Every command ends with exit code 2 where it occurs.").into(style),
            screen,
        ),
    ]
    return page(lines, colour=screen.colour)


def _paragraph(words: str, screen: Screen) -> Iterator[Line]:
    yield from (line(each) for each in wrap(words, screen.width))
