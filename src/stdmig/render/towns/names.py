"""What systems and prefectures are called where towns stand together (名称)."""

from __future__ import annotations

from stdmig.inventory.prefectures import PREFECTURES
from stdmig.inventory.statutory import STATUTORY
from stdmig.words import Name, Readable, text


def system_name(id_: str) -> Readable:
    """Return what a system is called: one beyond the law's by its id."""
    return STATUTORY.get(id_, Name(id_))


def prefecture_name(code: str | None) -> Readable:
    """Return what a prefecture is called; None is for those without a code."""
    return text("no code") if code is None else PREFECTURES[code]
