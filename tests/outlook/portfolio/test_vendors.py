"""What vendors have to do, and when it is too much (事業者の集計)."""

from __future__ import annotations

from datetime import date

from stdmig.outlook.portfolio.portfolio import Portfolio
from stdmig.outlook.portfolio.roll_up import roll_up
from stdmig.outlook.portfolio.town import Town, TownContract, VendorLimit
from stdmig.render.portfolio.text import portfolio_text
from tests.outlook.portfolio.towns import AS_OF, system, town, work
from tests.screens import screen

WIDE = screen("en", 200)

_MONTH = 2024 * 12 + 9
"""October 2024."""

MIGRATION = work("甲社", "14", date(2024, 10, 1), date(2025, 2, 1), "juki", "kojin")


def _rolled_up(*towns: Town, limits: tuple[VendorLimit, ...] = ()) -> Portfolio:
    return roll_up(towns, (), as_of=AS_OF, limits=limits)


def _limit(tenths: int, *items: str) -> VendorLimit:
    return VendorLimit("甲社", items or ("14",), (tenths,) * 12)


def test_lesser_limit_counts_and_says_by_how_much_it_is_exceeded() -> None:
    """The list says 3, a town 2.5: four systems of two towns are 1.5 too many."""
    towns = (
        town("a", work=(MIGRATION,), limits=(_limit(25),)),
        town("b", work=(MIGRATION,)),
    )
    found = _rolled_up(*towns, limits=(_limit(30),))
    first = found.overloads[0]
    assert (first.vendor, first.items, first.month) == ("甲社", ("14",), _MONTH)
    assert (first.load, first.limit, first.over) == (40, 25, 15)
    assert first.places == ("a", "b")
    assert [each.month - _MONTH for each in found.overloads] == [0, 1, 2, 3]
    assert found.vendors[0].months[_MONTH].over == 15


def test_limits_that_differ_are_told() -> None:
    """Of 3 and 2.5 the lesser counts, and the screen says so; of 3 and 3 nothing."""
    towns = (
        town("a", work=(MIGRATION,), limits=(_limit(25),)),
        town("b", work=(MIGRATION,), limits=(_limit(30),)),
    )
    found = _rolled_up(*towns)
    assert found.limits == found.disputed == (_limit(25),)
    told = (
        "甲社 (14): different limits are written down; the lesser counts, month by"
        " month, for all municipalities together."
    )
    assert told in " ".join(portfolio_text(found, WIDE, top=10).split())
    alike = _rolled_up(*towns[1:], limits=(_limit(30),))
    assert (alike.limits, alike.disputed) == ((_limit(30),), ())
    assert "different limits" not in portfolio_text(alike, WIDE, top=10)


def test_items_of_one_limit_count_together() -> None:
    """Migration of one town and tests of another share the vendor's people."""
    tests = work("甲社", "15", date(2024, 10, 15), date(2024, 11, 1), "kenko")
    towns = town("a", work=(MIGRATION,)), town("b", work=(tests,))
    found = _rolled_up(*towns, limits=(_limit(20, "15", "14"),))
    assert [(each.month, each.load) for each in found.overloads] == [(_MONTH, 30)]
    assert found.overloads[0].items == ("14", "15")


def test_limit_for_work_that_is_not_known_of_all_is_left_to_the_town() -> None:
    """A town's limit for item 2 says nothing of the others, unless the list has it."""
    other = town("a", limits=(_limit(0, "2"),))
    assert _rolled_up(other).limits == ()
    assert _rolled_up(other, limits=(_limit(10, "2"),)).limits == (_limit(0, "2"),)


def test_two_packages_in_one_system_are_one_task_of_the_vendor() -> None:
    """A system with two units of the same vendor is not counted twice."""
    span = date(2024, 10, 1), date(2024, 11, 1)
    both = tuple(
        work("甲社", "14", *span, "kokuho", package=package) for package in "XY"
    )
    row = _rolled_up(town("a", work=both)).vendors[0]
    assert row.months[_MONTH].systems == {"14": 1}
    assert [(each.package, each.towns) for each in row.by_package] == [
        ("X", 1),
        ("Y", 1),
    ]
    assert row.packages == ("X", "Y")


def test_load_that_procedures_write_down_counts() -> None:
    """Half a person for each of two systems is one person."""
    half = MIGRATION._replace(load=10)
    assert _rolled_up(town("a", work=(half,)), limits=(_limit(10),)).overloads == ()


def test_months_before_the_as_of_date_are_not_too_much() -> None:
    """What should have been done is late; nobody can do less of it any more."""
    past = work("甲社", "14", date(2024, 2, 1), date(2024, 5, 1), "juki", "kojin")
    found = _rolled_up(town("a", work=(past,)), limits=(_limit(10),))
    assert [each.month for each in found.overloads] == [2024 * 12 + 3]


def test_vendor_counts_towns_systems_and_lost_ones() -> None:
    """What does not apply is no work of the vendor."""
    systems = (
        system(vendors=("甲社",), packages=("X",)),
        system("kojin", "overdue", vendors=("甲社", "乙社")),
        system("seiho", "absent", vendors=("甲社",)),
    )
    rows = _rolled_up(town("a", *systems), town("b", *systems[:1])).vendors
    assert [(row.vendor, row.towns, row.systems, row.lost) for row in rows] == [
        ("甲社", 2, 3, 1),
        ("乙社", 1, 1, 1),
    ]
    assert rows[0].packages == ("X",)


def test_contracts_end_by_month_and_vendor() -> None:
    """Signed extensions count; what ended before is told while it leaves a gap."""
    last = date(2025, 3, 31).toordinal()

    def contract(id_: str, ends: int, covered: int | None, gap: int) -> TownContract:
        needed = last + gap
        return TownContract(
            id_, id_, "甲社", ends, covered, needed, gap, None, False, ("juki",)
        )

    past = AS_OF.toordinal() - 1
    contracts = (
        contract("extended", past, last, 5),
        contract("over", past, past, 0),
        contract("gap", past, past, 400),
    )
    found = _rolled_up(town("a", contracts=contracts)).endings
    assert [(each.vendor, each.month, each.contracts) for each in found] == [
        ("甲社", 2024 * 12 + 2, (("a", "gap", past, 400),)),
        ("甲社", 2025 * 12 + 2, (("a", "extended", last, 5),)),
    ]


def test_system_that_is_moved_and_tested_in_a_month_counts_once() -> None:
    """In the month where one piece of work follows the other there is one system."""
    moved = work("甲社", "14", date(2024, 10, 1), date(2024, 11, 10), "juki")
    tested = work("甲社", "15", date(2024, 11, 10), date(2025, 1, 1), "juki")
    months = _rolled_up(town("a", work=(moved, tested))).vendors[0].months
    assert [months[_MONTH + each].moving for each in range(3)] == [1, 1, 1]
    assert months[_MONTH + 1].systems == {"14": 1, "15": 1}
