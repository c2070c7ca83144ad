"""The files that a new workspace begins with (初めのファイル)."""

from __future__ import annotations

from stdmig.words import Language
from stdmig.workspace.data_root import data_root
from stdmig.workspace.open import PROCEDURES, TEMPLATE

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
    """Return the files that say nothing of the municipality yet."""
    return {name: starter(name, language) for name in (PROCEDURES, TEMPLATE)}
