"""What a slip does to three municipalities, reckoned by hand."""

from __future__ import annotations

from datetime import date

from stdmig.outlook.slip.town import ContractSlip, SystemSlip, WindowSlip
from tests.slips import asahi, minato, sakura, slipped


def day(written: str) -> int:
    """Return the ordinal of an ISO date."""
    return date.fromisoformat(written).toordinal()


def days(*systems: SystemSlip) -> list[tuple[str, ...]]:
    """Return the possible cutovers of systems and those to reckon with."""
    return [
        (
            each.id,
            *(
                date.fromordinal(number).isoformat()
                for number in (
                    each.early_before,
                    each.early,
                    each.earliest_before,
                    each.earliest,
                    each.forecast_before,
                    each.forecast,
                )
            ),
        )
        for each in systems
    ]


def test_first_possible_days() -> None:
    """
    Two months of migration become eight, a test of two to six eight to twelve.

    juki: migration to 2025-11-30 in place of 2025-05-31, then two to six months of
    tests; 2026-02-01 is a Sunday. kojin: tests since 2025-03-01; 2025-11-01 is a
    Saturday and the 3rd a holiday, 2026-03-01 a Sunday.
    """
    assert days(*slipped(asahi()).systems) == [
        (
            "juki",
            "2025-12-01",
            "2026-06-01",
            "2025-08-01",
            "2026-02-02",
            "2026-01-05",
            "2026-06-01",
        ),
        (
            "kojin",
            "2025-09-01",
            "2026-03-02",
            "2025-05-01",
            "2025-11-04",
            "2026-01-05",
            "2026-03-02",
        ),
    ]


def test_how_a_cutover_is_lost() -> None:
    """One is out of reach, the other is kept by shorter work; both were safe."""
    juki, kojin = slipped(asahi()).systems
    assert (juki.before, juki.after, juki.is_out_of_reach) == ("longest", "not", True)
    assert (kojin.before, kojin.after) == ("longest", "shortest")
    assert kojin.is_lost
    assert not kojin.is_out_of_reach
    assert (juki.days_late, kojin.days_late) == (147, 56)


def test_the_deadline() -> None:
    """The deadline 2026-03-31 is kept by shorter work, by the longest, or not."""
    juki, kojin = slipped(asahi()).systems
    assert (juki.deadline_before, juki.deadline_after) == ("longest", "shortest")
    assert (kojin.deadline_before, kojin.deadline_after) == ("longest", "longest")
    assert not juki.misses_deadline
    (designated,) = slipped(minato()).systems
    assert designated.designated
    assert designated.misses_deadline


def test_a_contract_that_covered() -> None:
    """It ends on 2026-03-31; the later of its systems needs it up to 2026-05-31."""
    assert slipped(asahi()).contracts == (
        ContractSlip(
            "base",
            "基幹",
            "架空しらかば株式会社",
            day("2026-03-31"),
            day("2026-05-31"),
            0,
            61,
            single_year=False,
            systems=("juki", "kojin"),
        ),
    )


def test_windows_that_are_open() -> None:
    """Money for fiscal 2026 can be asked for, and that of 2025 be carried over."""
    assert slipped(asahi()).windows == (
        WindowSlip("extension", "base", "基幹", 2026, day("2025-10-31"), "not_yet"),
        WindowSlip(
            "carry_over",
            "しらかば住民:stay",
            "しらかば住民",
            2025,
            day("2026-03-31"),
            "open",
            policy="stay",
        ),
    )


def test_a_window_that_is_over() -> None:
    """A contract to 2025-09-30 needs money of fiscal 2025, which is voted already."""
    town = slipped(minato())
    assert days(*town.systems)[0][1:3] == ("2025-08-01", "2026-02-02")
    assert [(each.gap_before, each.gap_days) for each in town.contracts] == [(0, 124)]
    assert town.closed == (
        WindowSlip("extension", "all", "総合", 2025, day("2024-10-31"), "closed"),
    )


def test_years_to_spare() -> None:
    """A cutover in 2030 is kept as safely as before, though all comes later."""
    town = slipped(sakura())
    (juki,) = town.systems
    assert (juki.before, juki.after) == ("longest", "longest")
    assert juki.early > juki.early_before
    assert juki.forecast == juki.cutover
    assert (town.contracts, town.windows) == ((), ())


def test_who_means_to_leave_the_vendor() -> None:
    """The files name the present vendor, so a change of vendor is told."""
    assert [each.switching for each in slipped(sakura()).systems] == [True]
    assert [each.switching for each in slipped(asahi()).systems] == [False, False]


def test_a_vendor_with_nothing_left() -> None:
    """Where all of its work is done, nothing follows."""
    progress = (
        "schema: stdmig.progress/1\n"
        "tasks:\n"
        "  - {item: 8, status: done, finish: 2023-10-31}\n"
        "  - {item: 11, status: done, finish: 2024-06-30}\n"
        "  - {item: 13, status: done, finish: 2024-12-31}\n"
        "  - {item: 14, status: done, finish: 2024-12-31}\n"
        "  - {task: 14c, status: done, finish: 2024-12-31}\n"
        "  - {item: 15, status: done, finish: 2025-03-31}\n"
    )
    town = slipped(minato(progress))
    assert (town.works, town.systems, town.contracts, town.windows) == (0, (), (), ())
