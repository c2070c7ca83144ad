"""The files that a new workspace begins with (初めのファイル)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.inventory import Source, read_template
from stdmig.inventory.schema.files import INPUT_FILES
from stdmig.inventory.schema.modeline import with_modeline
from stdmig.words import Language
from stdmig.workspace.data_root import data_root
from stdmig.workspace.files import PROCEDURES, TEMPLATE

LINKS = "links.yaml"
"""The links between systems, which hold in every municipality: part of a file."""


def starter(name: str, language: Language) -> bytes:
    """
    Return a file to begin with, whose remarks are in the reader's language.

    It says what the packaged file says, without what the sample city chose.
    """
    if name == PROCEDURES and language == "ja":
        return (data_root() / PROCEDURES).read_bytes()
    return (data_root() / "starter" / language / name).read_bytes()


def starters(language: Language) -> dict[str, bytes]:
    """Return the files that say nothing of the municipality yet, led to schemas."""
    return {
        file.name: with_modeline(file, starter(file.name, language).decode()).encode()
        for file in INPUT_FILES
        if file.name in (PROCEDURES, TEMPLATE)
    }


class Deadlines(NamedTuple):
    """
    What a new workspace takes for the nation's deadlines.

    Attributes
    ----------
    general
        Last day of a cutover (移行完了期限).
    designated
        That of designated systems (特定移行支援システムの期限).
    """

    general: date
    designated: date


def deadlines() -> Deadlines:
    """Return the deadlines of the template that a workspace begins with."""
    template = read_template(Source(TEMPLATE, starter(TEMPLATE, "en")))
    return Deadlines(template.deadline.date, template.designated.deadline)
