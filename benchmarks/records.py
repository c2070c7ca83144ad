"""What a municipality of the figures has recorded of its progress (進捗の生成)."""

from __future__ import annotations

from figures import STEPS
from real_town import AS_OF, RealTown
from town import NO_ASSESSMENT, SYSTEMS

# In the order in which they are begun, with the months of the invented work.
_ITEMS = {
    "1": ("2021-04", "2021-06"),
    "2": ("2021-07", "2021-12"),
    "3": ("2022-01", "2022-08"),
    "4": ("2022-09", "2022-12"),
    "5": ("2023-01", "2023-04"),
    "6": ("2023-05", "2023-07"),
    "7": ("2023-08", "2023-09"),
    "8": ("2023-09", "2023-10"),
    "9": ("2024-04", "2024-06"),
    "10": ("2024-07", "2024-09"),
    "11": ("2024-10", "2024-12"),
    "14c": ("2024-04", "2025-03"),
    "12": ("2025-01", "2025-06"),
    "13": ("2025-04", "2025-09"),
    "16": ("2025-06", "2025-11"),
    "14": ("2025-07", "2025-12"),
    "17": ("2025-09", "2025-12"),
    "15": ("2025-10", "2026-01"),
}
_BY_SYSTEM = frozenset({"2", "3", "12", "13", "14", "15", "16", "17"})
_OF_PURCHASES = frozenset({"4", "5", "6", "7", "8", "11"})


def progress(town: RealTown) -> list[str]:
    """
    Return the lines of ``progress.yaml``.

    The steps are the published ones. From them follows, roughly and invented, which
    work items are over: the same share of the 18 as of the 40 steps.
    """
    lines = [
        "# 性能を測るために生成した。ステップの数（対象外を含む）は、国の公表による。",
        "# 稼働日と作業の状況は、全て架空である。",
        "# 40ステップが済み、特定移行支援システムでない業務は、稼働済みとみなした。",
        "schema: stdmig.progress/1",
        "source: 生成データ（ステップの数は国の公表）",
    ]
    live = [each for each in SYSTEMS if town.live(each[0])]
    if live:
        lines += ["", "live:"]
        lines += [
            f"  - {{system: {name}, since: {town.day(town.cutover(name, kind))}}}"
            for name, _, kind, _ in live
        ]
    if len(live) < len(SYSTEMS):
        lines += ["", "tasks:", *_tasks(town)]
    lines += ["", "steps:"]
    for name, *_ in SYSTEMS:
        state = f"as_of: {town.day(AS_OF)}, counts: {{done: {town.figures.done[name]}}}"
        lines.append(f"  - {{system: {name}, {state}}}")
    return lines


def _tasks(town: RealTown) -> list[str]:
    """Return what is over everywhere, then what only some systems have behind them."""
    over = {
        name: town.figures.done[name] * len(_ITEMS) // STEPS
        for name, *_ in SYSTEMS
        if not town.live(name)
    }
    everywhere = max(1, min(over.values()))
    order = list(_ITEMS)
    lines = [
        f"  - {{item: {item}, status: done, start: {start}, finish: {finish}}}"
        for item, (start, finish) in list(_ITEMS.items())[:everywhere]
    ]
    bought: dict[str, int] = {}
    for name, _, kind, _ in SYSTEMS:
        if name in over:
            procurement = town.contract(kind).procurement
            bought[procurement] = min(over[name], bought.get(procurement, len(order)))
    for procurement, number in bought.items():
        lines += [
            f'  - {{task: "{item}@{procurement}", status: done}}'
            for item in order[everywhere:number]
            if item in _OF_PURCHASES
        ]
    for name, number in over.items():
        lines += [
            f"  - {{item: {item}, system: {name}, status: done}}"
            for item in order[everywhere:number]
            if item in _BY_SYSTEM
        ]
        begun = order[number] if number < len(order) else None
        if begun in _BY_SYSTEM and not (begun == "12" and name in NO_ASSESSMENT):
            months = town.rng.randint(1, 4)
            lines.append(
                f"  - {{item: {begun}, system: {name}, status: started,"
                f" remaining_months: {months}}}"
            )
    return lines
