"""What a rule means, why it matters and what to do (規則の説明)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdmig.diagnostics import Severity
from stdmig.inventory import FAULTS
from stdmig.inventory.alike import plain_name
from stdmig.render.cells import width, wrap
from stdmig.render.explain.acceptance import acceptance_example, remarks
from stdmig.render.jsonable import dump
from stdmig.render.painted import SEVERITY_PAINT, Line, Part, line, page
from stdmig.render.screen import Screen
from stdmig.rules import RULES
from stdmig.rules.example import Example
from stdmig.words import Style, Text, text

SCHEMA = "stdmig.rule/1"


class Explicable(NamedTuple):
    """
    A rule of the check, or a fault of reading.

    Attributes
    ----------
    example
        YAML in which a rule fires; None for a fault of reading.
    help
        What to do about what a rule found; a fault says it where it occurs.
    subjects
        The kinds by which an acceptance names its finding; none where it has no say.
    """

    code: str
    name: str
    severity: Severity
    title: Text
    why: Text
    example: Example | None = None
    help: Text | None = None
    subjects: tuple[tuple[str, ...], ...] = ()


def find_rule(word: str) -> Explicable | None:
    """Return what a code or a name stands for, in letters of any size and width."""
    plain = plain_name(word)
    for rule in RULES:
        if plain in (rule.code.casefold(), rule.name):
            return Explicable(
                rule.code,
                rule.name,
                rule.severity,
                rule.title,
                rule.why,
                rule.example,
                rule.help,
                rule.subjects,
            )
    for code, kind in FAULTS.items():
        if plain in (code.casefold(), kind.name):
            return Explicable(code, kind.name, kind.severity, kind.title, kind.why)
    return None


def rule_text(rule: Explicable, screen: Screen) -> str:
    """Return the page of a rule or a fault."""
    style = screen.style
    severity = Part(rule.severity.label.into(style), SEVERITY_PAINT[rule.severity])
    lines = [
        line(Part(f"{rule.code} {rule.name}", "bold"), "  ", severity),
        *_paragraph(rule.title, screen),
        line(""),
        *_paragraph(rule.why, screen),
    ]
    if rule.example is None:
        lines += _paragraph(_what_follows(rule), screen)
    else:
        lines += [line(""), line(text("Example:").into(style))]
        told = rule.example.into(style)
        lines += (line(Part(each, "dim")) for each in _example(told, screen))
    if rule.help is not None:
        what = text("What to do: {help}", help=rule.help)
        lines += [line(""), *_paragraph(what, screen)]
    if rule.example is not None:
        lines += _acceptance(rule, screen)
    return page(lines, colour=screen.colour)


def _what_follows(fault: Explicable) -> Text:
    if fault.severity is Severity.ERROR:
        return text("Every command ends with exit code 2 where it occurs.")
    return text("It is told, and the rest of the file is read.")


def _acceptance(rule: Explicable, screen: Screen) -> Iterator[Line]:
    """Yield how a finding of the rule is accepted, and that one cannot be."""
    yield line("")
    if not rule.subjects:
        yield from _paragraph(text("It cannot be accepted."), screen)
        return
    how = text(
        "To accept a finding, write in systems.yaml, with its own subject (stdmig check"
        " shows it beside the place on a terminal):"
    )
    yield from _paragraph(how, screen)
    example = acceptance_example(rule.code, rule.subjects, screen.style)
    for each in _example(example, screen):
        yield line(Part(each, "dim"))
    for told in remarks(rule.subjects):
        yield from _paragraph(told, screen)


def _example(yaml: str, screen: Screen) -> Iterator[str]:
    """Yield the lines of YAML; a comment that has no room goes above its line."""
    for each in yaml.splitlines():
        code, mark, comment = each.partition("   #")
        if mark and 4 + width(each) > screen.width:
            yield f"    {' ' * (len(code) - len(code.lstrip()))}#{comment}"
            yield f"    {code}"
        else:
            yield f"    {each}"


def _paragraph(words: Text, screen: Screen) -> Iterator[Line]:
    yield from (line(each) for each in wrap(words.into(screen.style), screen.width))


def rule_json(rule: Explicable, style: Style) -> str:
    """Return a rule or a fault for other programs (``stdmig.rule/1``)."""
    return dump(
        {
            "schema": SCHEMA,
            "code": rule.code,
            "name": rule.name,
            "severity": rule.severity.key,
            "title": rule.title.into(style),
            "why": rule.why.into(style),
            "example": rule.example.into(style) if rule.example else None,
            "help": rule.help.into(style) if rule.help else None,
            "acceptance": acceptance_example(rule.code, rule.subjects, style)
            if rule.subjects
            else None,
        }
    )
