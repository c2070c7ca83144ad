"""A new portfolio.yaml for the workspaces beside it (対象団体の一覧の新規作成)."""

from __future__ import annotations

from stdmig.inventory.writing.comment import comment
from stdmig.words import Style, text

_HEADER = text(
    "The municipalities that are looked at together: stdmig portfolio\n"
    "\n"
    "workspaces  Folders, seen from this file; '*' stands for any name of one folder.\n"
    "name        Who looks at them, such as a prefecture; may be left out."
)


def new_portfolio_yaml(style: Style) -> bytes:
    """Write a ``portfolio.yaml`` that names every workspace beside it."""
    lines = [
        *comment(_HEADER, style),
        "schema: stdmig.portfolio/1",
        'workspaces: "*"',
    ]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")
