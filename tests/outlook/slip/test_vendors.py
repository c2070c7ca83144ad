"""Which vendors of many municipalities a user means."""

from __future__ import annotations

from collections import Counter

from stdmig.outlook.slip.vendors import nearest_vendors, unknown
from tests.slips import supposed

KNOWN = Counter({"架空しらかば株式会社": 3, "(株)架空けやき": 9, "ABCシステム": 1})


def test_known_vendors_are_no_strangers() -> None:
    """A spelling that is taken for a vendor is known."""
    assert unknown(KNOWN, [supposed("架空しらかば=6m"), supposed("abcｼｽﾃﾑ=1y")]) == []


def test_strangers_have_nearest_names() -> None:
    """Names that hold the word come first, then those that look like it."""
    (stranger,) = unknown(KNOWN, [supposed("しらかば=6m")])
    assert stranger == (supposed("しらかば=6m"), ("架空しらかば株式会社",))
    assert nearest_vendors("架空", KNOWN)[:2] == (
        "(株)架空けやき",
        "架空しらかば株式会社",
    )
    assert nearest_vendors("架空しろかば", KNOWN)[0] == "架空しらかば株式会社"
    assert nearest_vendors("zzz", KNOWN) == ()
