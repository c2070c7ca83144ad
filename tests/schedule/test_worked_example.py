"""The sample city against dates that were computed by hand (手計算との照合)."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.schedule import milestones
from tests.schedule.sample import dates_of, sample_inventory, sample_plan

ACROCITY = "アクロシティ住民情報システム:undecided"
NATIONAL = "アクロシティ住民情報システム:national"
WELPLUS = "Wel+:undecided"
KENKO = "健康管理システム:undecided"
SEIHO = "生活保護システム:undecided"
ALONE = ("inkan", "koseki", "fuhyo")

GROUP_2 = (
    "koseki",
    "fuhyo",
    "senkyo",
    "kenko",
    "jifu",
    "seiho",
    "kokuho",
    "koki",
    "nenkin",
    "jidoteate",
    "kodomo",
)
"""Systems whose specification appeared in August 2022."""

# Every month of these figures begins on its first day, so that counting is plain
# subtraction: item 15 takes 6 months and must be over on 2025-09-30, the day before
# the cutover, so it starts on 2025-04-01; 14 takes 6 and ends on 2025-03-31; 12 takes
# 4 and ends on 2024-09-30; 11 and 10 take 2 each, 9 takes 3, 8 takes 2, 7 takes 3,
# 6 and 5 take 4 each, 4 takes 2, 3 takes 4, 2 and 1 take 3 each. Item 13 (4 months
# between 12 and 15, which leave it 6) is not on the chain.
CHAIN = {
    "1": ("2021-10-01", "2021-12-31"),
    "2": ("2022-01-01", "2022-03-31"),
    "3": ("2022-04-01", "2022-07-31"),
    "4": ("2022-08-01", "2022-09-30"),
    "5": ("2022-10-01", "2023-01-31"),
    "6": ("2023-02-01", "2023-05-31"),
    "7": ("2023-06-01", "2023-08-31"),
    "8": ("2023-09-01", "2023-10-31"),
    "9": ("2023-11-01", "2024-01-31"),
    "10": ("2024-02-01", "2024-03-31"),
    "11": ("2024-04-01", "2024-05-31"),
    "12": ("2024-06-01", "2024-09-30"),
    "14": ("2024-10-01", "2025-03-31"),
    "15": ("2025-04-01", "2025-09-30"),
    # 13 takes 4 months before 15 begins; so does 16; 17 takes 4 before the cutover.
    "13": ("2024-12-01", "2025-03-31"),
    "16": ("2024-12-01", "2025-03-31"),
    "17": ("2025-06-01", "2025-09-30"),
    # The character part takes 6 months before 14 begins.
    "14c": ("2024-04-01", "2024-09-30"),
}

# Seal registration is bought alone and has no item 12: 11 ends when 14 begins, on
# 2024-10-01, four months later than in the chain: 11 from 2024-08-01, 10 from 06-01, 9
# from 03-01. Its money is that of fiscal 2024 all the same, asked for in autumn 2023:
# 8 and all before it are those of the chain.
SEAL = {
    "9": ("2024-03-01", "2024-05-31"),
    "10": ("2024-06-01", "2024-07-31"),
    "11": ("2024-08-01", "2024-09-30"),
}


def test_the_sample_has_8_procurements() -> None:
    """The sample is bought in 8 procurements, three of them a nameless unit each."""
    bought = sample_plan().network.procurements
    assert set(bought) == {ACROCITY, NATIONAL, WELPLUS, KENKO, SEIHO, *ALONE}


def test_the_sample_has_224_tasks() -> None:
    """Two municipal tasks, 64 of procurements and 158 of systems make 224."""
    scopes = [task.item.scope for task in sample_plan().tasks]
    assert [task.id for task in sample_plan().tasks if "@" not in task.id] == [
        "1",
        "14c",
    ]
    # 8 items (4 to 11) of 8 procurements; 8 items (2, 3, 12 to 17) of 20 systems,
    # less the assessments of inkan and senkyo.
    assert scopes.count("procurement") == 8 * 8
    assert scopes.count("system") == 8 * 20 - 2
    assert len(scopes) == 224


def test_late_dates_of_every_task() -> None:
    """Late start and finish of all 224 tasks are those counted by hand."""
    plan = sample_plan()
    for place, task in enumerate(plan.tasks):
        dates = plan.dates(place)
        seal = SEAL if task.id.endswith("@inkan") else {}
        start, finish = seal.get(task.item.ref, CHAIN[task.item.ref])
        assert str(dates.late_start) == start, task.id
        assert str(dates.late_finish) == finish, task.id
        assert dates.planned_start == dates.late_start, task.id
        assert dates.planned_finish == dates.late_finish, task.id


def test_last_chance_of_item_1() -> None:
    """With minimum durations item 1 must be begun on 2023-09-01 at the latest."""
    # 2025-10-01 less 2 (15) less 4 (14) is 2025-04-01; less 2 (12) 2025-02-01; less
    # 1 (11) 2025-01-01: the day after the vote of the December session, whose budget
    # takes requests until 2024-10-31. Less 1 (10) 2024-12-01; less 3 (9) 09-01, which
    # is sooner; less 2 (8) 07-01; less 1 each (7, 6, 5) 04-01; less 2 (4) 02-01; less
    # 3 (3) 2023-11-01; less 1 (2) 10-01; less 1 (1) 2023-09-01.
    assert dates_of("1").last_chance_start == date(2023, 9, 1)


# Forward from 2021-10-01 with maximum durations: 1 to 2021-12-31, 2 to 2022-03-31; the
# specifications of group 2 are out on 2022-08-31, so 3 runs from 2022-09-01 to
# 2022-12-31. 4 from 2023-01-01, 5 from 03-01, 6 from 07-01, 7 from 11-01 to 2024-01-31.
# 8 waits for the window: 2024-09-01 to 10-31; 9 from 11-01, 10 from 2025-02-01, 11 from
# 04-01, when the money is there. 12 from 06-01, 13 and 14 from 10-01, 15 from
# 2026-04-01 to 09-30; 16 and 17 from 2025-06-01.
# The floats are late start less early start, in days:
FLOATS = {
    "3": -153,  # 2022-04-01 less 2022-09-01: 30 + 31 + 30 + 31 + 31
    "4": -153,  # 2022-08-01 less 2023-01-01: 31 + 30 + 31 + 30 + 31
    "5": -151,  # 2022-10-01 less 2023-03-01: 31 + 30 + 31 + 31 + 28
    "6": -150,  # 2023-02-01 less 2023-07-01: 28 + 31 + 30 + 31 + 30
    "7": -153,  # 2023-06-01 less 2023-11-01: 30 + 31 + 31 + 30 + 31
    "8": -366,  # 2023-09-01 less 2024-09-01, with 2024-02-29 between
    "9": -366,  # 2023-11-01 less 2024-11-01, likewise
    "10": -366,  # 2024-02-01 less 2025-02-01, likewise
    "11": -365,  # 2024-04-01 less 2025-04-01
    "12": -365,  # 2024-06-01 less 2025-06-01
    "13": -304,  # 2024-12-01 less 2025-10-01: 365 less 61 (October, November)
    "14": -365,  # 2024-10-01 less 2025-10-01
    "15": -365,  # 2025-04-01 less 2026-04-01
    "16": -182,  # 2024-12-01 less 2025-06-01: 31 + 31 + 28 + 31 + 30 + 31
    "17": 0,  # 2025-06-01 less 2025-06-01
}

# The electoral roll has no item 12: 13 and 14 begin on 2025-06-01, when its 11 is
# over, and 15 on 2025-12-01, to be over on 2026-05-31.
ELECTORAL = {
    "13": -182,  # as 16
    "14": -243,  # 2024-10-01 less 2025-06-01: 182 and 61 (October, November)
    "15": -244,  # 2025-04-01 less 2025-12-01: 30 + 31 + 30 + 31 + 31 + 30 + 31 + 30
}

# Seal registration (group 1, bought alone): 3 from 2022-04-01, 4 from 08-01, 5 from
# 10-01, 6 from 2023-02-01, 7 from 06-01, 8 from 09-01, just when the window opens, 9
# from 11-01, 10 from 2024-02-01, 11 from 04-01, 13, 14, 16 and 17 from 06-01, 15 from
# 12-01. To 8 these are the late dates; after it there is room.
SEAL_FLOATS = {
    **dict.fromkeys(("2", "3", "4", "5", "6", "7", "8"), 0),
    "9": 121,  # 2024-03-01 less 2023-11-01: 30 + 31 + 31 + 29
    "10": 121,  # 2024-06-01 less 2024-02-01: 29 + 31 + 30 + 31
    "11": 122,  # 2024-08-01 less 2024-04-01: 30 + 31 + 30 + 31
    "13": 183,  # 2024-12-01 less 2024-06-01: 30 + 31 + 31 + 30 + 31 + 30
    "14": 122,  # 2024-10-01 less 2024-06-01: 30 + 31 + 31 + 30
    "15": 121,  # 2025-04-01 less 2024-12-01: 31 + 31 + 28 + 31
    "16": 183,  # as 13
    "17": 365,  # 2025-06-01 less 2024-06-01
}


def _float_by_hand(task_id: str) -> int:
    ref, _, subject = task_id.partition("@")
    if subject == "inkan":
        return SEAL_FLOATS[ref]
    if subject == "senkyo" and ref in ELECTORAL:
        return ELECTORAL[ref]
    if ref in ("1", "2"):
        return 0  # The as-of date is the very day on which item 1 must begin.
    if ref == "14c":
        return 731  # 2024-04-01 less 2022-04-01, two years with a leap day.
    if ref == "3" and subject not in GROUP_2:
        return 0  # Groups of 2020 and 2021: 3 follows 2 on 2022-04-01.
    return FLOATS[ref]


def test_total_float_of_every_task() -> None:
    """Floats of all 224 tasks are those counted by hand, −366 days for item 8."""
    plan = sample_plan()
    for place, task in enumerate(plan.tasks):
        assert plan.total_float(place) == _float_by_hand(task.id), task.id


def test_which_tasks_do_not_fit() -> None:
    """Item 3 of group 2, 4 to 11 of 7 procurements and what follows do not fit."""
    plan = sample_plan()
    short = {
        task.id for place, task in enumerate(plan.tasks) if plan.total_float(place) < 0
    }
    late = {bought for bought in plan.network.procurements if bought != "inkan"}
    held = {system.id for system in plan.network.systems if system.id != "inkan"}
    assert short == (
        {f"3@{system}" for system in GROUP_2}
        | {f"{item}@{bought}" for item in range(4, 12) for bought in late}
        | {f"{item}@{system}" for item in (13, 14, 15, 16) for system in held}
        | {f"12@{system}" for system in held if system != "senkyo"}
    )


TEN = {"juki", "senkyo", "kojin", "hojin", "kotei"} | {
    *("keiji", "shugaku", "kaigo", "koki", "nenkin")
}
"""The systems of アクロシティ that do not take the national product."""


def test_first_possible_cutovers() -> None:
    """Most systems could be live on 2026-10-01, on 2024-08-01 with minimum ones.

    Each is live on the next day that is allowed to all that is bought with it.
    """
    plan = sample_plan()
    usual = (date(2026, 10, 1), date(2024, 8, 1))
    # Minimum: 1 to 2021-10-31, 2 to 11-30; group 2's 3 from 2022-09-01 to 11-30, 4 to
    # 2023-01-31, 5, 6, 7 to 04-30, 8 to 06-30, 9 to 09-30, 10 to 10-31, 11 to 11-30:
    # by the September budget, asked for by 2023-07-31 and voted on 09-30. 12 to
    # 2024-01-31, 14 to 05-31, 15 to 07-31.
    expected = dict.fromkeys([system.id for system in plan.network.systems], usual)
    # Without 12, maximum: 14 from 2025-06-01, 15 from 2025-12-01 to 05-31. Minimum:
    # 14 from 2023-12-01 to 2024-03-31, as long as 16; 15 to 05-31.
    # August is closed: 国民健康保険, and with 児童扶養手当 all of Wel+.
    for system in ("kokuho", "jifu", "shogai", "jidoteate", "kodomo"):
        expected[system] = (date(2026, 10, 1), date(2024, 9, 2))
    # アクロシティ is closed from February (個人住民税) to August (後期高齢者医療) and
    # on 1 September (選挙). 2024-09-01 is a Sunday.
    for system in TEN:
        expected[system] = (date(2026, 10, 1), date(2024, 9, 2))
    expected["senkyo"] = (date(2026, 9, 2), date(2024, 9, 2))
    # Group 1 alone, maximum: 15 from 2024-12-01 to 2025-05-31. Minimum: 3 from
    # 2021-12-01 to 2022-02-28, 4 to 04-30, 5, 6, 7 to 07-31, 8 to 09-30, 9 to 12-31,
    # 10 and 11 to 2023-02-28 (by the December budget, voted on 2022-12-31), 14 to
    # 06-30, 15 to 08-31.
    # 2025-06-01 is a Sunday.
    expected["inkan"] = (date(2025, 6, 2), date(2023, 9, 1))
    assert {
        cutover.system.id: (cutover.early, cutover.earliest)
        for cutover in plan.cutovers
    } == expected


def test_wanted_cutover_and_deadline() -> None:
    """Every system is wanted on 2025-10-01, half a year before its deadline."""
    for cutover in sample_plan().cutovers:
        assert cutover.day == date(2025, 10, 1), cutover.system.id
        assert cutover.source == "wanted", cutover.system.id
        assert cutover.deadline == date(2026, 3, 31), cutover.system.id


def test_the_safe_plan_does_not_fit_but_a_faster_one_does() -> None:
    """Some early starts lie after late ones, no earliest start after a last chance."""
    plan = sample_plan()
    pairs = [
        (plan.dates(place).earliest_start, plan.dates(place).last_chance_start)
        for place in range(len(plan.tasks))
    ]
    assert all(earliest <= last for earliest, last in pairs)
    assert min(map(plan.total_float, range(len(plan.tasks)))) == -366


@pytest.mark.parametrize(
    ("milestone", "usual", "seal"),
    [
        ("policy", "2023-08-31", None),
        ("rfi", "2023-08-31", None),
        ("budget", "2023-10-31", None),
        ("contract", "2024-05-31", "2024-09-30"),
        ("data-migration", "2024-10-01", None),
        ("cutover", "2025-10-01", None),
    ],
)
def test_milestones(milestone: str, usual: str, seal: str | None) -> None:
    """Each milestone has one row a date, with the systems that meet it then."""
    rows = [
        (str(row.day), [system.id for system in row.systems])
        for row in milestones(sample_plan())
        if row.milestone.id == milestone
    ]
    systems = [system.id for system in sample_inventory().systems]
    if seal is None:
        assert rows == [(usual, systems)]
    else:
        others = [name for name in systems if name != "inkan"]
        assert rows == [(usual, others), (seal, ["inkan"])]


def test_milestones_stand_in_the_order_of_the_template() -> None:
    """Rows follow the template: policy first, cutover last."""
    ids = [row.milestone.id for row in milestones(sample_plan())]
    assert list(dict.fromkeys(ids)) == [
        "policy",
        "rfi",
        "budget",
        "contract",
        "data-migration",
        "cutover",
    ]
