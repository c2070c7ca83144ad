"""Systems, contracts and budget windows of a slip as a table (遅れの影響の一覧)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.inventory.prefectures import prefecture_of
from stdmig.outlook.slip.rollup import SlipReport
from stdmig.outlook.slip.town import ContractSlip, SystemSlip, TownSlip, WindowSlip
from stdmig.render.csv_table import Encoding, Unwritable, table
from stdmig.render.one_line import one_line
from stdmig.render.slip.names import (
    KEPT,
    WINDOWS,
    day_of,
    town_name,
    window_name,
    window_state,
)
from stdmig.render.towns.names import prefecture_name, system_name
from stdmig.words import Style, Text, text

_SYSTEM: tuple[Text, ...] = (
    text("Planned cutover"),
    text("Deadline"),
    text("Designated (1: yes)"),
    text("Cutover kept before"),
    text("Cutover kept after"),
    text("Deadline kept before"),
    text("Deadline kept after"),
    text("Cutover with the longest durations before"),
    text("Cutover with the longest durations after"),
    text("Cutover with the shortest durations before"),
    text("Cutover with the shortest durations after"),
    text("Forecast before"),
    text("Forecast after"),
    text("Days late"),
    text("Leaves the vendor (1: yes)"),
    text("Vendors"),
    text("Packages"),
)
_CONTRACT: tuple[Text, ...] = (
    text("Contract ends"),
    text("Needed to"),
    text("Contract gap before (days)"),
    text("Contract gap after (days)"),
)
_WINDOW: tuple[Text, ...] = (
    text("Fiscal year"),
    text("Until"),
    text("State"),
    text("Supplementary budget until"),
)
_HEADINGS: tuple[Text, ...] = (
    text("Workspace"),
    text("Municipality code"),
    text("Prefecture"),
    text("Municipality"),
    text("What is told"),
    text("Id"),
    text("Name"),
    *_SYSTEM,
    *_CONTRACT,
    *_WINDOW,
)

Cells = list[object]


def slip_csv(
    report: SlipReport, style: Style, encoding: Encoding
) -> tuple[bytes, list[Unwritable]]:
    """
    Return a row per system, contract and budget window, town by town, the worst first.

    Dates are in ISO 8601; a cell is empty where a column says nothing of a row.
    """
    header = [heading.into(style) for heading in _HEADINGS]
    return table(header, _rows(report, style), encoding)


def _rows(report: SlipReport, style: Style) -> Iterator[Cells]:
    system, contract = text("System").into(style), text("Contract").into(style)
    for town in report.towns:
        head = _head(town, style)
        for each in town.systems:
            yield [
                *head,
                system,
                each.id,
                one_line(system_name(each.id).into(style)),
                *_of_system(each, style),
                *[None] * (len(_CONTRACT) + len(_WINDOW)),
            ]
        for held in town.contracts:
            yield [
                *head,
                contract,
                held.id,
                one_line(held.name),
                *[None] * len(_SYSTEM),
                *_of_contract(held),
                *[None] * len(_WINDOW),
            ]
        for window in town.windows:
            yield [
                *head,
                WINDOWS[window.kind].into(style),
                window.id,
                one_line(window_name(window).into(style)),
                *[None] * (len(_SYSTEM) + len(_CONTRACT)),
                *_of_window(window, style),
            ]


def _head(town: TownSlip, style: Style) -> Cells:
    code = prefecture_of(town.code)
    prefecture = code and prefecture_name(code).into(style)
    name = one_line(town_name(town).into(style))
    return [town.place, town.code, prefecture, name]


def _of_system(system: SystemSlip, style: Style) -> Cells:
    states = system.before, system.after, system.deadline_before, system.deadline_after
    days = (
        system.early_before,
        system.early,
        system.earliest_before,
        system.earliest,
        system.forecast_before,
        system.forecast,
    )
    return [
        day_of(system.cutover),
        day_of(system.deadline),
        int(system.designated),
        *(KEPT[each].into(style) for each in states),
        *map(day_of, days),
        system.days_late,
        int(system.switching),
        "; ".join(map(one_line, system.vendors)),
        "; ".join(map(one_line, system.packages)),
    ]


def _of_contract(contract: ContractSlip) -> Cells:
    return [
        day_of(contract.ends),
        day_of(contract.needed_to),
        contract.gap_before,
        contract.gap_days,
    ]


def _of_window(window: WindowSlip, style: Style) -> Cells:
    return [
        window.fiscal_year,
        day_of(window.by),
        window_state(window).into(style),
        None if window.next_by is None else day_of(window.next_by),
    ]
