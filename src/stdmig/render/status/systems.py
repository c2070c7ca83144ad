"""Systems with both rates and the forecast, equal ones folded (業務別の状況)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from stdmig.dates import padded
from stdmig.inventory import System
from stdmig.inventory.template import Durations
from stdmig.outlook.status import Standing, SystemForecast, SystemRates
from stdmig.render.cells import width, wrap
from stdmig.render.one_line import one_line
from stdmig.render.painted import Line, Part, line
from stdmig.render.screen import Screen
from stdmig.render.status.label import systems_label
from stdmig.render.status.page import (
    STANDINGS,
    STEP_RATE,
    WORK_RATE,
    StatusPage,
    step_percent,
    work_percent,
)
from stdmig.render.status.table import Cells, Columns
from stdmig.words import Text, text

_ORDER: tuple[Standing, ...] = ("lost", "late", "in_time", "live")
_PAINTS: dict[Standing, str] = {
    "lost": "bold red",
    "late": "yellow",
    "in_time": "green",
    "live": "green",
}


class SystemLine(NamedTuple):
    """
    What a row says of a system.

    Attributes
    ----------
    rates
        Its two rates.
    forecast
        Its forecast.
    """

    rates: SystemRates
    forecast: SystemForecast


class _Column(NamedTuple):
    """A column: its name in the code, and its heading."""

    key: str
    head: Text


_SPARE = "shortest", "longest", "kept", "planned", "deadline"
"""What is left out, in this order, where names have no room."""


def ordered(page: StatusPage) -> list[SystemLine]:
    """Return the systems that apply, those that miss their deadline first."""
    known = {each.system.id: each for each in page.status.rates.systems}
    rows = [
        SystemLine(known[each.system.id], each)
        for each in page.status.forecasts
        if each.system.id in known
    ]
    return sorted(rows, key=lambda row: _ORDER.index(row.forecast.standing))


def system_lines(page: StatusPage, screen: Screen) -> Iterator[Line]:
    """Yield the headings and the rows, and what the last column says."""
    rows = ordered(page)
    if not rows:
        return
    columns, folded = _chosen(page, rows, screen)
    yield columns.head()
    for row in folded:
        yield from columns.lines(row)
    yield from _legend(page, rows, screen)


def _chosen(
    page: StatusPage, rows: list[SystemLine], screen: Screen
) -> tuple[Columns, list[Cells]]:
    """Return as many columns as fit, and the rows with equal ones folded."""
    wanted = [*_columns(page)]
    # Days that differ fold no rows, and must be seen whatever room there is.
    alike = len({row.forecast.deadline for row in rows}) == 1
    spare = [each for each in _SPARE if alike or each != "deadline"]
    for left_out in (*spare, "days", None):
        folded = _folded(page, rows, wanted, screen)
        heads = [text("System"), *(each.head for each in wanted)]
        columns = Columns(heads, folded, screen)
        if left_out is None or _has_room(columns, folded, strict=left_out != "days"):
            break
        wanted = [each for each in wanted if each.key != left_out]
    return columns, folded


def _has_room(columns: Columns, rows: list[Cells], *, strict: bool) -> bool:
    named = not strict or all(width(row.label) <= columns.label for row in rows)
    return columns.fits and named


def _columns(page: StatusPage) -> Iterator[_Column]:
    if page.status.rates.counted:
        yield _Column("steps", STEP_RATE)
    yield _Column("work", WORK_RATE)
    yield _Column("deadline", text("Deadline"))
    held = page.status.against is not None
    yield _Column("kept", text("Kept plan")) if held else _PLANNED
    yield _Column("shortest", text("At shortest"))
    if page.status.plan.planned_durations != "maximum":
        yield _Column("longest", text("At longest"))
    yield _Column("forecast", text("Forecast"))
    yield _Column("days", text("Slip") if held else text("Late"))
    yield _Column("standing", text("Deadline?"))


_PLANNED = _Column("planned", text("Planned"))


def _folded(
    page: StatusPage, rows: list[SystemLine], wanted: list[_Column], screen: Screen
) -> list[Cells]:
    found: dict[tuple[object, ...], tuple[SystemLine, list[System]]] = {}
    for number, row in enumerate(rows):
        cells = tuple(_cell(page, row, each.key, screen) for each in wanted)
        key = (number,) if page.full else cells
        found.setdefault(key, (row, []))[1].append(row.forecast.system)
    return [
        Cells(
            one_line(systems_label(systems).into(screen.style)),
            tuple(_cell(page, row, each.key, screen) for each in wanted),
            tuple(_paint(row, each.key) for each in wanted),
        )
        for row, systems in found.values()
    ]


def _cell(page: StatusPage, row: SystemLine, key: str, screen: Screen) -> str:
    forecast = row.forecast
    match key:
        case "steps":
            return _steps(row.rates)
        case "work":
            return work_percent(row.rates.work) if row.rates.work else ""
        case "standing":
            return STANDINGS[forecast.standing].into(screen.style)
        case "days":
            if page.status.against is None:
                return _days((forecast.forecast - forecast.planned).days)
            return "-" if forecast.slip is None else _days(forecast.slip)
    day: date | None = getattr(forecast, key)
    return "-" if day is None else padded(day).into(screen.style)


def _steps(rates: SystemRates) -> str:
    steps = rates.steps
    if steps is None:
        return "-"
    counted = f"{steps.done + steps.not_applicable}/{steps.all}"
    return f"{counted} {step_percent(steps.rate):>5}"


def _days(days: int) -> str:
    return f"{days:+}" if days else "0"


def _paint(row: SystemLine, key: str) -> str:
    return _PAINTS[row.forecast.standing] if key in ("forecast", "standing") else ""


def _legend(page: StatusPage, rows: list[SystemLine], screen: Screen) -> Iterator[Line]:
    """Yield what is not plain in the last columns."""
    there = {row.forecast.standing for row in rows}
    told = []
    if "late" in there:
        told.append(
            text("to shorten: in time only with shorter durations than the longest")
        )
    if "lost" in there:
        told.append(text("not in time: not even with the shortest durations"))
    told.append(_forecast_words(page.status.plan.planned_durations))
    if page.status.against is not None:
        told.append(text("slip: days after the cutover of the kept plan"))
    else:
        told.append(text("late: days after the planned cutover"))
    words = "; ".join(each.into(screen.style) for each in told)
    for each in wrap(f"  {words}", screen.width, "  "):
        yield line(Part(each, "dim"))


def _forecast_words(planned: Durations) -> Text:
    if planned == "likely":
        return text(
            "forecast: counted forward from what has happened, with the likely"
            " durations of the planned dates"
        )
    if planned == "minimum":
        return text(
            "forecast: counted forward from what has happened, with the shortest"
            " durations, as the planned dates are"
        )
    return text("forecast: counted forward from what has happened")
