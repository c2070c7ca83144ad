"""The two rates, and beside them whether the deadline is kept (進捗率)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import shown
from stdmig.outlook.status import Rates
from stdmig.render.cells import fit, right, width, wrap
from stdmig.render.one_line import one_line
from stdmig.render.painted import Line, Part, line
from stdmig.render.screen import Screen
from stdmig.render.status.page import (
    StatusPage,
    months,
    step_percent,
    work_percent,
)
from stdmig.words import Text, count, listing, text

_MOST_NAMES = 6


def rate_lines(page: StatusPage, screen: Screen) -> Iterator[Line]:
    """Yield a line for each rate and one for the deadline, then what they mean."""
    style = screen.style
    rows = [*_rows(page)]
    labels = [label.into(style) for label, _, _, _ in rows]
    values = [value.into(style) for _, value, _, _ in rows]
    label_cells = max(map(width, labels)) + 2
    value_cells = max(map(width, values))
    indent = " " * (label_cells + value_cells + 2)
    for label, value, (_, _, told, paint) in zip(labels, values, rows, strict=True):
        words = one_line(told.into(style))
        first, *others = wrap(indent + words, screen.width, indent)
        head = fit(label, label_cells)
        yield line(
            Part(head, "bold"),
            Part(right(value, value_cells), paint),
            first[label_cells + value_cells :],
        )
        yield from (line(each) for each in others)
    for note in rate_notes(page):
        words = one_line(note.into(style))
        yield from (
            line(Part(each, "dim")) for each in wrap(f"  {words}", screen.width, "  ")
        )


def _rows(page: StatusPage) -> Iterator[tuple[Text, Text, Text, str]]:
    """Yield name, value, what it is, and the colour of the value."""
    rates = page.status.rates
    yield _step_rate(rates), _mean(rates), _mean_of(rates), ""
    yield (
        text("Work-weighted rate"),
        text("{rate}", rate=work_percent(rates.work) or "-"),
        text(
            "{done} of {whole} months of work",
            done=months(rates.work.done),
            whole=months(rates.work.whole),
        ),
        "",
    )
    missing, whole = page.status.missing, len(page.status.forecasts)
    yield (
        text("Deadline missed"),
        text("{n} of {all}", n=len(missing), all=whole),
        text("systems that the longest durations do not bring in time"),
        "bold red" if missing else "green",
    )


def _step_rate(rates: Rates) -> Text:
    if rates.steps_each is None:
        return text("Official step rate")
    return text("Official step rate ({n} steps)", n=rates.steps_each)


def _mean(rates: Rates) -> Text:
    mean = rates.mean
    return text("{rate}", rate="-" if mean is None else step_percent(mean, 2))


def _mean_of(rates: Rates) -> Text:
    if rates.mean is None:
        return text("no steps are recorded (steps in progress.yaml)")
    systems = count("mean of {n} system", "mean of {n} systems", len(rates.counted))
    days = rates.reported
    if len(days) == 1:
        return text("{what}, as of {day}", what=systems, day=shown(days[0]))
    if days:
        return text(
            "{what}, as of {first} to {last}",
            what=systems,
            first=shown(days[0]),
            last=shown(days[-1]),
        )
    return text("{what}, as of an unknown day", what=systems)


def rate_notes(page: StatusPage) -> Iterator[Text]:
    """Yield what the rates are, what flatters them, and what is not recorded."""
    rates, plan = page.status.rates, page.status.plan
    if rates.steps_each is not None:
        yield text(
            "Official step rate: (done + not applicable) / {n} for each system, as the"
            " ministry counts. By its own words it is no share of the work; it tells"
            " nothing about the deadline.",
            n=rates.steps_each,
        )
    yield text(
        "Work-weighted rate: each task of the plan weighs its longest duration in"
        " months; what is under way counts by its percentage or its remaining months."
    )
    without = rates.mean_without_absent
    if rates.absent and without is not None:
        yield text(
            "Not applicable here, so 100%: {systems}. Without them the step rate is"
            " {rate}.",
            systems=listing(each.title for each in rates.absent),
            rate=step_percent(without, 2),
        )
    if rates.mean is not None and rates.unrecorded:
        yield text(
            "No steps recorded, so left out of the step rate: {systems}.",
            systems=listing(each.title for each in rates.unrecorded),
        )
    if rates.unmeasured:
        titles: list[Text] = [plan.tasks[place].title for place in rates.unmeasured]
        if len(titles) > _MOST_NAMES and not page.full:
            others = len(titles) - _MOST_NAMES
            titles = [
                *titles[:_MOST_NAMES],
                count("{n} more", "{n} more", others),
            ]
        yield text(
            "Under way with neither percentage nor remaining months, so counted as"
            " nothing done: {tasks}.",
            tasks=listing(titles),
        )
