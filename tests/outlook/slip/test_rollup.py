"""What a slip does to three municipalities together."""

from __future__ import annotations

from stdmig.outlook.slip.rollup import PackageSlip, Spelling
from stdmig.outlook.slip.totals import SlipTotals
from tests.slips import three_towns


def test_totals() -> None:
    """Systems, municipalities, contracts and windows are counted once each."""
    assert three_towns().total == SlipTotals(
        towns=3,
        systems=4,
        works=7,
        lost=3,
        lost_towns=2,
        out_of_reach=2,
        out_of_reach_towns=2,
        endangered=2,
        missed=1,
        missed_towns=1,
        missed_designated=1,
        worst_days=147,
        contracts=2,
        gap_days=185,
        contract_towns=2,
        windows=1,
        window_towns=1,
    )


def test_ranking() -> None:
    """The city loses two systems, the town one, the village none."""
    report = three_towns()
    assert [town.name for town in report.towns] == [
        "あさひ市（架空）",
        "みなと町（架空）",
        "さくら村（架空）",
    ]
    assert (report.finished, report.others) == (0, 1)


def test_by_prefecture() -> None:
    """Those without a code come last."""
    found = [(each.code, each.totals.lost) for each in three_towns().prefectures]
    assert found == [("01", 2), ("13", 1), (None, 0)]


def test_by_package() -> None:
    """The package that loses most comes first; a unit may name none."""
    assert three_towns().packages == (
        PackageSlip("しらかば住民", 2, 2, 2, 2, 1),
        PackageSlip("しらかば税", 1, 1, 1, 0, 0),
        PackageSlip(None, 1, 1, 0, 0, 0),
    )


def test_how_the_vendor_is_written() -> None:
    """Every spelling that was taken for the vendor is told."""
    assert three_towns().spellings == (
        Spelling("㈱架空しらかば 北支社", 1),
        Spelling("架空しらかば", 1),
        Spelling("架空しらかば株式会社", 1),
        Spelling("（株）架空しらかば", 1),
    )
