"""What a user writes after --slip."""

from __future__ import annotations

import pytest

from stdmig.outlook.slip.supposed import SupposedSlip, given_twice, read_slip
from tests.helpers import ENGLISH


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("架空しらかば=6m", SupposedSlip("架空しらかば", 6)),
        ("架空しらかば=6か月", SupposedSlip("架空しらかば", 6)),
        ("架空しらかば＝６ヶ月", SupposedSlip("架空しらかば", 6)),
        ("架空しらかば = 六箇月", SupposedSlip("架空しらかば", 6)),
        ("Birch Inc.=18 months", SupposedSlip("Birch Inc.", 18)),
        ("Birch=1y", SupposedSlip("Birch", 12)),
        ("Birch=2年", SupposedSlip("Birch", 24)),
        ("Birch=6m each", SupposedSlip("Birch", 6, each=True)),
        ("Birch=各6か月", SupposedSlip("Birch", 6, each=True)),
        ("Birch=6か月ずつ", SupposedSlip("Birch", 6, each=True)),
        ("a=b=3m", SupposedSlip("a=b", 3)),
        ("=HYPERLINK(1)=3m", SupposedSlip("=HYPERLINK(1)", 3)),
        ("㈱ビルチ=120m", SupposedSlip("㈱ビルチ", 120)),
    ],
)
def test_read_slip(written: str, expected: SupposedSlip) -> None:
    """Vendor and months are read in both languages; the vendor stays as written."""
    assert read_slip(written) == (expected, None)


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("Birch", "write the vendor, '=' and the months, such as VENDOR=6m"),
        ("=6m", "write the vendor, '=' and the months, such as VENDOR=6m"),
        ("Birch=", "'' is no number of months; write 6m or 6か月"),
        ("Birch=6w", "'6w' is no number of months; write 6m or 6か月"),
        ("Birch=-6m", "'-6m' is no number of months; write 6m or 6か月"),
        ("Birch=0m", "a vendor can be 1 to 120 months later, not 0"),
        ("Birch=11y", "a vendor can be 1 to 120 months later, not 132"),
    ],
)
def test_faults(written: str, fault: str) -> None:
    """What cannot be read is said with what to write instead."""
    slip, told = read_slip(written)
    assert slip is None
    assert told is not None
    assert told.into(ENGLISH) == fault


def test_one_vendor_twice() -> None:
    """The same vendor in two spellings is found, and only that."""
    slips = [SupposedSlip("(株)甲", 6), SupposedSlip("乙", 6), SupposedSlip("甲", 3)]
    assert given_twice(slips[:2]) is None
    assert given_twice(slips) == slips[2]
