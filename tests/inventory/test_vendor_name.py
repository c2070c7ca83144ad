"""When two spellings name the same vendor."""

from __future__ import annotations

import pytest

from stdmig.inventory.vendor_name import vendor_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("架空しらかば", "架空しらかば株式会社"),
        ("架空しらかば", "(株)架空しらかば"),
        ("㈱架空しらかば", "株式会社　架空しらかば"),
        ("（ 株 ）架空しらかば", "株式会社架空しらかば"),
        ("ＡＢＣシステム", "abcｼｽﾃﾑ"),
        ("架空 しらかば 株式会社", "架空しらかば㈱"),
        ("架空しらかば株式会社 北支社", "架空しらかば"),
        ("㈱架空しらかば 北支社", "架空しらかば"),
        ("架空しらかば株式会社", "架空しらかば株式会社東京第一営業所"),
    ],
)
def test_same_company_in_other_words(one: str, other: str) -> None:
    """Width, case, blanks, the form of company and a branch part no two names."""
    assert vendor_name(one).is_same(vendor_name(other))
    assert vendor_name(other).is_same(vendor_name(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("株式会社架空しらかば", "架空しらかば株式会社"),
        ("株式会社架空しらかば", "有限会社架空しらかば"),
        ("架空しらかば", "架空しらかばシステム"),
        ("株式会社", "有限会社"),
        ("架空本社", "架空"),
        ("しらかば支店", "しらかば"),
        ("", "架空"),
    ],
)
def test_other_companies(one: str, other: str) -> None:
    """A form of company in another place is another company; so is a longer name."""
    assert not vendor_name(one).is_same(vendor_name(other))
