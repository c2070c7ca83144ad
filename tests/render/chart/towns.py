"""Plans that the pictures are drawn of (試験用の計画)."""

from __future__ import annotations

from datetime import date
from functools import cache

from stdmig.inventory import Inventory
from stdmig.render.dossier import Dossier
from stdmig.workspace import Request, open_workspace, plan_workspace
from stdmig.workspace.dossier import dossier
from tests.helpers import ROOT, sound, workspace_text
from tests.screens import sample_city

LONG = "長い名称" * 75
"""A name of 300 characters."""

HOSTILE = f"""\
schema: stdmig.systems/1
municipality:
  name: '=HYPERLINK("http://x")</script><img src=x onerror=alert(1)>'
contracts:
  - id: one
    name: ']]></title><script>alert(1)</script>'
    start: 2020-04-01
    end: 2023-03-31
  - id: two
    name: {LONG}
    start: 2020-04-01
systems:
  - id: a
    statutory: false
    name: '"; DROP TABLE 業務 --'
    units:
      - {{section: "a\\u202ecba", contract: one}}
  - id: b
    statutory: false
    name: "𠮷野家\\U0001F600か\\u3099\\u202e終"
    units:
      - {{section: "&amp;", contract: two}}
  - id: c
    statutory: false
    name: {LONG}
    units:
      - {{section: "\\u05D0\\u05D1\\u05D2", contract: two}}
"""


def paper(inventory: Inventory, as_of: date) -> Dossier:
    """Return what a paper shows of an inventory."""
    return dossier(plan_workspace(inventory, as_of, as_of))


@cache
def sample() -> Dossier:
    """Return the packaged city."""
    return dossier(sample_city())


@cache
def designated_town() -> Dossier:
    """Return the second example: designated systems, progress, extensions."""
    request = Request(ROOT / "examples" / "designated-town")
    inventory, faults = open_workspace(request)
    assert inventory is not None, faults
    return dossier(plan_workspace(inventory, None, date.max))


@cache
def hostile_town() -> Dossier:
    """Return a town whose names try to be code, and to break the layout."""
    return paper(sound(workspace_text(HOSTILE)), date(2022, 4, 1))
