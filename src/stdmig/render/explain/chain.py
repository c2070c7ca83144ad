"""The chain of work that leads to a date, step by step (日付までの連鎖)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import padded, shown
from stdmig.inventory import System
from stdmig.render.cells import fit, right, width, wrap
from stdmig.render.explain.anchor import anchor_words
from stdmig.render.explain.money import money_words
from stdmig.render.explain.told import told_lines
from stdmig.render.explain.year import vote_words
from stdmig.render.painted import Line, Part, line
from stdmig.render.plan.planned_dates import DURATIONS
from stdmig.render.screen import Screen
from stdmig.schedule import Chain, Plan, Step, vote_of
from stdmig.words import Text, count, text

_FIELDS: dict[str, Text] = {
    "planned_start": text("planned start"),
    "late_start": text("late start (longest durations, back from the cutover)"),
    "last_chance_start": text("last chance to start (shortest durations)"),
    "early_start": text("early start (longest durations, from the as-of date on)"),
    "earliest_start": text(
        "earliest start (shortest durations, from the as-of date on)"
    ),
}


def chain_lines(
    plan: Plan, chain: Chain, system: System, screen: Screen
) -> Iterator[Line]:
    """Yield a chain under the date that it leads to: its far end, then each step."""
    style = screen.style
    answer = chain.steps[-1].start
    head = text("{day}: {field}", day=shown(answer), field=_field_words(plan, chain))
    yield line("")
    for each in wrap(f"  {head.into(style)}", screen.width, " " * 4):
        yield line(Part(each, "cyan"))
    day = padded(chain.anchor_day).into(style)
    anchor = f"    {day}  {anchor_words(plan, chain.anchor, system).into(style)}"
    yield from (line(each) for each in wrap(anchor, screen.width, " " * 6))
    cells = width(padded(chain.anchor_day).into(style))
    told = {
        step.months: text("begun").into(style)
        if step.months is None
        else count("{n} month", "{n} months", step.months).into(style)
        for step in chain.steps
    }
    for step in chain.steps:
        span = " - ".join(
            right(padded(each).into(style), cells) for each in (step.start, step.finish)
        )
        months = fit(told[step.months], max(map(width, told.values())))
        lead = f"    {span}  {months}  "
        words = f"{lead}{step.task.title.into(style)}"
        yield from (line(each) for each in wrap(words, screen.width, " " * width(lead)))
        for beside in _beside(plan, step):
            yield from told_lines(beside, screen, width(lead))


def _beside(plan: Plan, step: Step) -> Iterator[Text]:
    """Yield what the budget and the council have to do with a step."""
    money = money_words(step)
    if money is not None:
        yield money
    vote = vote_of(plan, step.task, step.finish)
    if vote is not None:
        yield vote_words(vote)


def _field_words(plan: Plan, chain: Chain) -> Text:
    """Return which date a chain leads to."""
    if chain.field == "planned_start" and chain.anchor.kind not in (
        "chosen",
        "progress",
    ):
        return text(
            "planned start ({durations}, back from the cutover)",
            durations=DURATIONS[plan.planned_durations],
        )
    return _FIELDS[chain.field]
