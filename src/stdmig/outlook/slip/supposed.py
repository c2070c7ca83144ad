"""What is supposed of a vendor: that it is so many months later (遅れの想定)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from stdmig.dates.numerals import with_arabic_digits
from stdmig.inventory.vendor_name import vendor_name
from stdmig.words import Text, text

MOST_MONTHS = 120

_UNITS = {"m": 1, "y": 12}
_MONTHS = re.compile(
    r"""
    (?P<every>各|each)?\ *
    (?P<number>[0-9]{1,3})\ *
    (?P<unit>m|months?|[かカヶケヵ個箇]月|y|years?|年)
    \ *(?P<after>ずつ|each)?
    """,
    re.VERBOSE,
)


class SupposedSlip(NamedTuple):
    """
    A vendor and by how much it is late (事業者の遅れの想定).

    Attributes
    ----------
    vendor
        As the user wrote it.
    months
        Calendar months by which it is later.
    each
        Whether every piece of its work takes that much longer; else the work as a
        whole does, once from its first piece that is not over to the cutover.
    """

    vendor: str
    months: int
    each: bool = False

    def concerns(self, vendor: str) -> bool:
        """Return whether a vendor of the files is the one that is meant."""
        return vendor_name(self.vendor).is_same(vendor_name(vendor))


def read_slip(written: str) -> tuple[SupposedSlip | None, Text | None]:
    """
    Read ``VENDOR=6m``, ``VENDOR=6か月``, or ``VENDOR=6m each``, ``VENDOR=各6か月``.

    Returns
    -------
    What is supposed, or None and what is wrong.
    """
    normal = unicodedata.normalize("NFKC", written)
    vendor, equals, tail = normal.rpartition("=")
    if not equals or not vendor.strip():
        return None, text("write the vendor, '=' and the months, such as VENDOR=6m")
    found = _MONTHS.fullmatch(with_arabic_digits(tail.strip().casefold()))
    if found is None:
        return None, text(
            "'{months}' is no number of months; write 6m or 6か月", months=tail.strip()
        )
    months = int(found["number"]) * _UNITS[_unit(found["unit"])]
    if not 1 <= months <= MOST_MONTHS:
        return None, text(
            "a vendor can be 1 to {most} months later, not {n}",
            most=MOST_MONTHS,
            n=months,
        )
    each = bool(found["every"] or found["after"])
    return SupposedSlip(_as_written(written), months, each), None


def given_twice(slips: Iterable[SupposedSlip]) -> SupposedSlip | None:
    """Return the first slip of a vendor that another before it concerns already."""
    known: list[SupposedSlip] = []
    for each in slips:
        if any(other.concerns(each.vendor) for other in known):
            return each
        known.append(each)
    return None


def _as_written(written: str) -> str:
    """Return the vendor as the user wrote it, before the last sign of equality."""
    return re.split(r"[=＝](?=[^=＝]*$)", written, maxsplit=1)[0].strip()


def _unit(written: str) -> str:
    return "y" if written[0] in "y年" else "m"
