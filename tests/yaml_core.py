"""YAML 1.2 as editors read it: what is a number or a boolean to them (YAML 1.2)."""

from __future__ import annotations

import re
from typing import Any

import yaml


class _Core(yaml.SafeLoader):
    """Knows the core schema alone: no dates, no ``yes``, no octal ``010``."""


def _whole(loader: _Core, node: yaml.ScalarNode) -> int:
    return int(str(loader.construct_scalar(node)), 10)


_Core.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
        list("-+.0123456789"),
    ),
):
    _Core.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), _first
    )
_Core.add_constructor("tag:yaml.org,2002:int", _whole)


def read_core(written: str) -> Any:
    """Return what an editor takes a YAML text for."""
    return yaml.load(written, _Core)
