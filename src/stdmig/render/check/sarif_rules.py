"""The rules as SARIF describes them (SARIFの規則)."""

from __future__ import annotations

from typing import Any

from stdmig import __version__
from stdmig.render.explain.rule import Explicable
from stdmig.words import Style, text


def driver(rules: list[Explicable], style: Style) -> dict[str, Any]:
    """Return the program with its rules; there is no address to point to."""
    return {
        "name": "stdmig",
        "version": __version__,
        "rules": [_descriptor(rule, style) for rule in rules],
    }


def _descriptor(rule: Explicable, style: Style) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title.into(style)},
        "fullDescription": {"text": rule.why.into(style)},
        "help": {
            "text": "\n\n".join(_help(rule, style, "{yaml}")),
            "markdown": "\n\n".join(_help(rule, style, "```yaml\n{yaml}\n```")),
        },
        "defaultConfiguration": {"level": rule.severity.key},
    }


def _help(rule: Explicable, style: Style, code: str) -> list[str]:
    said = [rule.why.into(style)]
    if rule.example is not None:
        said.append(text("Example:").into(style))
        said.append(code.format(yaml=rule.example.into(style).strip("\n")))
    if rule.help is not None:
        said.append(text("What to do: {help}", help=rule.help).into(style))
    return said
