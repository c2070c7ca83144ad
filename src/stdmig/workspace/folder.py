"""Everything for a meeting in one folder (会議資料一式)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.render.dossier import Dossier
from stdmig.render.unprintable import UnprintableError
from stdmig.words import Style, text
from stdmig.workspace.papers import PAPERS, Paper
from stdmig.workspace.write import encoded

INDEX = "index.html"
"""The page that leads to the others."""


def _budget(dossier: Dossier, style: Style) -> bytes:
    from stdmig.render.budget_csv import budget_csv

    sample = dossier.plan.inventory.sample
    return budget_csv(dossier.lines, style, "utf-8", sample=sample)[0]


def _tasks(dossier: Dossier, style: Style) -> bytes:
    from stdmig.render.plan.csv import plan_csv

    return plan_csv(dossier.plan, dossier.page.places, style, "utf-8")[0]


def _findings(dossier: Dossier, style: Style) -> bytes:
    from stdmig.render.check.csv import check_csv

    return check_csv(dossier.report, style, "utf-8")[0]


_TABLES = (
    Paper(
        "budget",
        "budget.csv",
        text("The lines of the budget request (CSV)."),
        _budget,
    ),
    Paper("tasks", "tasks.csv", text("All tasks with their dates (CSV)."), _tasks),
    Paper("findings", "findings.csv", text("The findings (CSV)."), _findings),
)
"""Tables that other commands print."""

FOLDER: tuple[Paper, ...] = (*PAPERS, *_TABLES)
"""What a folder holds, in the order of its index."""


class Folder(NamedTuple):
    """
    The files for a meeting.

    Attributes
    ----------
    files
        Name and bytes of each, the index last.
    refused
        Papers that this machine cannot write, and why.
    """

    files: dict[str, bytes]
    refused: tuple[tuple[Paper, UnprintableError], ...]


def folder(dossier: Dossier, style: Style, papers: tuple[Paper, ...]) -> Folder:
    """Return the files of the papers, and the page that leads to them."""
    from stdmig.render.html.index import index_html

    files: dict[str, bytes] = {}
    refused = []
    for paper in papers:
        try:
            files[paper.file] = encoded(paper.write(dossier, style))
        except UnprintableError as fault:
            refused.append((paper, fault))
    listed = tuple(
        (paper.file, paper.help, len(files[paper.file]))
        for paper in papers
        if paper.file in files
    )
    files[INDEX] = encoded(index_html(dossier.page, listed, style))
    return Folder(files, tuple(refused))
