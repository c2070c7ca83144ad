"""The kept plans as a table (基準計画の一覧)."""

from __future__ import annotations

from collections.abc import Sequence

from stdmig.dates import shown
from stdmig.inventory.baselines import Baseline
from stdmig.inventory.kept_plan import KeptPlan
from stdmig.render.cells import fit, right, width, wrap
from stdmig.render.one_line import one_line
from stdmig.render.painted import Line, Part, line, page
from stdmig.render.screen import Screen
from stdmig.words import Name, count, text

_LONGEST_ID = 24


def kept_text(file: str, kept: KeptPlan, screen: Screen) -> str:
    """Return what of a plan is kept."""
    style = screen.style
    head = text("{file}: 1 plan is added", file=one_line(file)).into(style)
    lines = [line(Part(each, "bold")) for each in wrap(head, screen.width, "  ")]
    days = [each.day for each in kept.cutovers]
    told = [
        text(
            "+ {id} as of {day} (new)", id=one_line(kept.id), day=shown(kept.as_of)
        ).into(style)
    ]
    if days:
        first, last = min(days), max(days)
        cutovers = (
            count(
                "{n} cutover, on {day}",
                "{n} cutovers, on {day}",
                len(days),
                day=shown(first),
            )
            if first == last
            else text(
                "{n} cutovers, from {first} to {last}",
                n=len(days),
                first=shown(first),
                last=shown(last),
            )
        )
        told.append(f"  {cutovers.into(style)}")
    tasks = count("{n} task", "{n} tasks", len(kept.tasks)).into(style)
    told.append(f"  {tasks}")
    if kept.note is not None:
        told.append(f"  {one_line(kept.note)}")
    for each in told:
        lead = "      " if each.startswith(" ") else "    "
        lines += [line(part) for part in wrap(f"  {each}", screen.width, lead)]
    return page(lines, colour=screen.colour)


def kept_plans_text(plans: Sequence[Baseline], screen: Screen) -> str:
    """Return the kept plans, the oldest first, a line each and their remarks below."""
    style = screen.style
    rows = [
        (
            one_line(each.id),
            shown(each.as_of).into(style),
            str(len(each.cutovers)),
            str(len(each.tasks)),
        )
        for each in plans
    ]
    heads = (
        text("id").into(style),
        text("as of").into(style),
        Name("業務", "cutovers").into(style),
        text("tasks").into(style),
    )
    wide = [max(width(row[place]) for row in (heads, *rows)) for place in range(4)]
    wide[0] = min(wide[0], _LONGEST_ID)
    head = count("{n} kept plan", "{n} kept plans", len(plans)).into(style)
    lines = [line(Part(head, "bold")), line(_row(heads, wide))]
    for row, each in zip(rows, plans, strict=True):
        lines += _lines(row, wide, screen)
        if each.note is not None:
            told = f"    {one_line(each.note)}"
            lines += [line(part) for part in wrap(told, screen.width, "    ")]
    last = text("The last one counts: 'stdmig status' compares with it.").into(style)
    lines += [line(part) for part in wrap(last, screen.width)]
    return page(lines, colour=screen.colour)


def _lines(row: tuple[str, ...], wide: list[int], screen: Screen) -> list[Line]:
    """Return a row; an id that is too long for its column has a line of its own."""
    if width(row[0]) <= wide[0]:
        return [line(_row(row, wide))]
    alone = wrap(f"  {row[0]}", screen.width, "  ")
    return [*map(line, alone), line(_row(("", *row[1:]), wide))]


def _row(row: tuple[str, ...], wide: list[int]) -> str:
    name, day, *counts = row
    numbers = "  ".join(
        right(each, wide[2 + place]) for place, each in enumerate(counts)
    )
    return f"  {fit(name, wide[0])}  {fit(day, wide[1])}  {numbers}"
