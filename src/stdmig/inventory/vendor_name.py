"""When two spellings name the same vendor (事業者名の表記揺れ)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_FORMS = (
    "株式会社",
    "有限会社",
    "合同会社",
    "合資会社",
    "合名会社",
    "一般社団法人",
    "公益社団法人",
    "一般財団法人",
    "公益財団法人",
)

_SHORT = {"株": "株式会社", "有": "有限会社", "同": "合同会社"}
"""What stands in brackets; ㈱ becomes (株) by NFKC."""

_OFFICE = "(?:支店|支社|本店|本社|営業所|事業所|出張所)"
_BRANCH = re.compile(
    rf"(?<=.)(?P<form>{'|'.join(_FORMS)})\s*\S{{1,20}}{_OFFICE}$"
    rf"|(?<=\S)\s+\S{{1,20}}{_OFFICE}$"
)
"""A branch behind a legal form, or as a word of its own; else it may be the name."""

_BRACKETED = re.compile(r"\(\s*([株有同])\s*\)")
_SPACE = re.compile(r"\s+")


class VendorName(NamedTuple):
    """
    A vendor's name, ready to be compared.

    Attributes
    ----------
    core
        Without width, case, blanks, legal form, and branch.
    form
        Its legal form (株式会社), empty where none is written.
    leads
        Whether the legal form stands in front (前株).
    """

    core: str
    form: str = ""
    leads: bool = False

    def is_same(self, other: VendorName) -> bool:
        """
        Return whether both can be one company.

        A legal form that only one of them writes does not part them; two that
        differ, in kind or in place, are two companies.
        """
        if self.core != other.core:
            return False
        return not (self.form and other.form) or self[1:] == other[1:]


@lru_cache(maxsize=4096)
def vendor_name(written: str) -> VendorName:
    """
    Return a name without what people write in several ways.

    Full and half width are one (NFKC), so are capitals and small letters, and
    blanks are none; (株), ㈱ and 株式会社 are one legal form. A branch that stands
    behind the legal form, or as a word of its own (…支店), is the same company.
    """
    plain = unicodedata.normalize("NFKC", written).casefold().strip()
    plain = _BRACKETED.sub(lambda found: _SHORT[found[1]], plain)
    plain = _BRANCH.sub(lambda found: found["form"] or "", plain)
    plain = _SPACE.sub("", plain)
    for form in _FORMS:
        if plain.startswith(form) and plain != form:
            return VendorName(plain.removeprefix(form), form, leads=True)
        if plain.endswith(form) and plain != form:
            return VendorName(plain.removesuffix(form), form)
    return VendorName(plain)
