"""What changed for systems: cutovers, fits, critical paths (業務の変更の表)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from stdmig.outlook.comparison import (
    Comparison,
    CutoverChange,
    Fit,
    FitChange,
    PathChange,
)
from stdmig.render.compare.amounts import (
    all_systems,
    day,
    longer,
    named,
    shifted,
    sign,
    whose,
)
from stdmig.render.compare.table import Row, Table
from stdmig.schedule import Cutover
from stdmig.words import Text, count, text

Change = TypeVar("Change", CutoverChange, FitChange, PathChange)

_SYSTEM = text("System")

_SOURCES = {
    "wanted": text("wanted"),
    "chosen": text("chosen"),
    "live": text("live"),
}


def cutover_table(found: Comparison) -> Table:
    """Return the cutovers that moved, and the deadlines; equal ones are folded."""
    total, rows = all_systems(found), []
    for alike in _alike(found.cutovers, _cutover_facts):
        first, systems = alike[0], [each.system for each in alike]
        sourced = _source(first.before) != _source(first.after)
        limited = _deadline(first.before) != _deadline(first.after)
        rows.append(
            Row(
                sign(first.before, first.after),
                whose(systems, total),
                _cutover(first.before, sourced=sourced, limited=limited),
                _cutover(first.after, sourced=sourced, limited=limited),
                shifted(
                    first.before and first.before.day, first.after and first.after.day
                ),
                named(systems, total),
            )
        )
    return Table("cutovers", text("Cutovers"), _SYSTEM, tuple(rows))


def fit_table(found: Comparison) -> Table:
    """Return the cutovers that are easier or harder to keep."""
    total, rows = all_systems(found), []
    for alike in _alike(found.fits, lambda each: (each.before, each.after)):
        first, systems = alike[0], [each.system for each in alike]
        rows.append(
            Row(
                "~",
                whose(systems, total),
                fit_words(first.before),
                fit_words(first.after),
                longer(first.after.days - first.before.days),
                named(systems, total),
                "bad" if _rank(first.after) > _rank(first.before) else "good",
            )
        )
    return Table("fits", text("Does it fit?"), _SYSTEM, tuple(rows))


def path_table(found: Comparison) -> Table:
    """Return the critical paths that go over other work items."""
    total, rows = all_systems(found), []
    for alike in _alike(
        found.paths, lambda each: (each.before.items, each.after.items)
    ):
        first, systems = alike[0], [each.system for each in alike]
        rows.append(
            Row(
                "~",
                whose(systems, total),
                _path(first.before.items),
                _path(first.after.items),
                _items(first.before.items, first.after.items),
                named(systems, total),
            )
        )
    return Table(
        "paths", text("Critical paths (work items)"), _SYSTEM, tuple(rows), folded=True
    )


def _alike(
    changes: Iterable[Change], key: Callable[[Change], Hashable]
) -> list[list[Change]]:
    found: dict[Hashable, list[Change]] = {}
    for each in changes:
        found.setdefault(key(each), []).append(each)
    return list(found.values())


def _cutover_facts(change: CutoverChange) -> Hashable:
    return tuple(
        held and (held.day, held.source, held.deadline)
        for held in (change.before, change.after)
    )


def _source(cutover: Cutover | None) -> str | None:
    return cutover.source if cutover else None


def _deadline(cutover: Cutover | None) -> object:
    return cutover.deadline if cutover else None


def _cutover(cutover: Cutover | None, *, sourced: bool, limited: bool) -> Text | None:
    """Return the day, with who named it and its deadline where these differ."""
    if cutover is None:
        return None
    told = text("{day}", day=day(cutover.day))
    if sourced:
        told = text("{day} ({how})", day=told, how=_SOURCES[cutover.source])
    if limited and cutover.source != "live":
        told = text("{day}, deadline {limit}", day=told, limit=day(cutover.deadline))
    return told


def fit_words(fit: Fit) -> Text:
    """Return whether a cutover is kept, and by how much it is missed."""
    if fit.state == "live":
        return text("live")
    if fit.state == "safe":
        return text("fits")
    if fit.state == "shortest":
        return count(
            "at its longest {n} day late", "at its longest {n} days late", fit.days
        )
    return count(
        "even at its shortest {n} day late",
        "even at its shortest {n} days late",
        fit.days,
    )


def _rank(fit: Fit) -> tuple[int, int]:
    return ("live", "safe", "shortest", "none").index(fit.state), fit.days


def _path(items: tuple[str, ...]) -> Text:
    """Return work items in their order, numbers in a row as 1-8."""
    runs: list[tuple[str, str]] = []
    for item in items:
        last = runs[-1][1] if runs else ""
        if item.isdecimal() and last.isdecimal() and int(item) == int(last) + 1:
            runs[-1] = runs[-1][0], item
        else:
            runs.append((item, item))
    told = [first if first == last else f"{first}-{last}" for first, last in runs]
    return text("{name}", name=" > ".join(told) or "-")


def _items(before: tuple[str, ...], after: tuple[str, ...]) -> Text:
    """Return which work items come and go; nothing where the order alone differs."""
    told = [f"+{each}" for each in after if each not in before]
    told += [f"-{each}" for each in before if each not in after]
    return text("{name}", name=" ".join(told))
