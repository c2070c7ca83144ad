"""Ids that are made from names (識別子)."""

from __future__ import annotations

import re
import unicodedata

from stdmig.inventory.source import control_character

LONGEST = 40
"""Characters of an id that is made from a name."""

_VALID = re.compile(r"[^\s@:,]{1,100}")
_FIRM = re.compile(r"\((?:株|有|合|一社|財)\)|(?:株式|有限|合同)会社")


def identifier(name: str, otherwise: str) -> str:
    """Return a name as an id: no spaces, and none of the marks that ids cannot have."""
    plain = _FIRM.sub("", unicodedata.normalize("NFKC", name))
    letters = [each if each.isalnum() or each in "-_・" else " " for each in plain]
    words = "-".join("".join(letters).split())
    return words[:LONGEST].strip("-_・") or otherwise


def is_identifier(written: str) -> bool:
    """Return whether an id can be written so, in a file that can be read again."""
    return _VALID.fullmatch(written) is not None and control_character(written) is None


def given_identifier(written: str) -> str:
    """Return an id as somebody wrote it; only what ids cannot have is changed."""
    return written if is_identifier(written) else identifier(written, "")
