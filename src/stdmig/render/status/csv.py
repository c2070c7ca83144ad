"""Systems with both rates and their forecast as a table (業務別の状況の表)."""

from __future__ import annotations

from stdmig.outlook.progress.steps import SystemSteps
from stdmig.outlook.progress.work import Work
from stdmig.outlook.status import SystemForecast, SystemRates
from stdmig.render.csv_table import Encoding, Unwritable, table
from stdmig.render.status.page import STANDINGS, StatusPage
from stdmig.words import Style, Text, text

_STEP_HEADINGS: tuple[Text, ...] = (
    text("Steps done"),
    text("Steps under way"),
    text("Steps not applicable"),
    text("Steps not begun"),
    text("Step rate (0 to 1)"),
    text("Steps as of"),
)
_WORK_HEADINGS: tuple[Text, ...] = (
    text("Work done (months)"),
    text("All work (months)"),
    text("Work rate (0 to 1)"),
)
_FORECAST_HEADINGS: tuple[Text, ...] = (
    text("Deadline"),
    text("Cutover of the kept plan"),
    text("Planned cutover"),
    text("Forecast cutover"),
    text("Cutover at the longest"),
    text("Cutover at the shortest"),
    text("Slip (days)"),
    text("Deadline?"),
)
_HEADINGS = (
    text("Id"),
    text("System"),
    *_STEP_HEADINGS,
    *_WORK_HEADINGS,
    *_FORECAST_HEADINGS,
)


def status_csv(
    page: StatusPage, style: Style, encoding: Encoding
) -> tuple[bytes, list[Unwritable]]:
    """
    Return a row per system, in the order of the file.

    Dates are in ISO 8601; rates are shares, 0.85 for 85 %. What is not recorded, or
    does not apply, is empty.
    """
    forecasts = {each.system.id: each for each in page.status.forecasts}
    header = [heading.into(style) for heading in _HEADINGS]
    rows = [
        _row(each, forecasts.get(each.system.id), style)
        for each in page.status.rates.systems
    ]
    return table(header, rows, encoding)


def _row(
    each: SystemRates, forecast: SystemForecast | None, style: Style
) -> list[object]:
    return [
        each.system.id,
        each.system.title.into(style),
        *_steps(each.steps),
        *_work(each.work),
        *_days(forecast, style),
    ]


def _steps(steps: SystemSteps | None) -> list[object]:
    if steps is None:
        return [None] * len(_STEP_HEADINGS)
    return [
        steps.done,
        steps.started,
        steps.not_applicable,
        steps.not_started,
        _plain(float(steps.rate)),
        steps.record.as_of if steps.record else None,
    ]


def _work(work: Work | None) -> list[object]:
    if work is None:
        return [None] * len(_WORK_HEADINGS)
    rate = work.rate
    return [
        _plain(work.done),
        _plain(work.whole),
        None if rate is None else _plain(rate),
    ]


def _days(forecast: SystemForecast | None, style: Style) -> list[object]:
    if forecast is None:
        return [*[None] * (len(_FORECAST_HEADINGS) - 1), _ABSENT.into(style)]
    return [
        forecast.deadline,
        forecast.kept,
        forecast.planned,
        forecast.forecast,
        forecast.longest,
        forecast.shortest,
        forecast.slip,
        STANDINGS[forecast.standing].into(style),
    ]


def _plain(amount: float) -> str:
    """Return a number without noughts at its end: 0.85, 1, 354.2."""
    return f"{amount:.7f}".rstrip("0").rstrip(".")


_ABSENT = text("does not apply")
