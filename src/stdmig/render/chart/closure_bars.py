"""When one system, or several together, should not be cut over (切替回避期間の棒)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby, pairwise
from typing import NamedTuple

from stdmig.dates import Span
from stdmig.inventory import System
from stdmig.render.chart.model import Bar, BarKind
from stdmig.schedule import Closure, Plan, closures
from stdmig.words import Style, Text, text


def closure_bars(
    plan: Plan, systems: list[System], span: Span, style: Style
) -> Iterator[Bar]:
    """
    Yield the black-outs of a row, those underneath first.

    A row of several systems shows what closes all of them as a system's own row does;
    what closes only some of them is a kind of its own, drawn lower, so that a shared
    row neither hides a black-out nor makes it everybody's.

    Parameters
    ----------
    systems
        One or more that share a row.
    span
        First and last day of the axis.
    """
    template = plan.inventory.template
    held = [closures(template, system, *span) for system in systems]
    if len(held) == 1:
        yield from _named(held[0], style)
        return
    segments = list(_segments(held))
    for kind in _SHARED:
        yield from _shared(kind, segments, len(held), style)


def _named(held: tuple[Closure, ...], style: Style) -> Iterator[Bar]:
    """Yield the black-outs of one system, each with its reason."""
    for each in held:
        told = text("{what} ({name})", what=_KINDS[each.kind], name=each.title)
        for first, last in each.spans:
            yield Bar(each.kind, first, last, told.into(style))


_KINDS = {
    "stated": text("black-out"),
    "inferred": text("black-out, inferred"),
    "closed": text("closed dates"),
}


class _Segment(NamedTuple):
    """
    Days on which the same number of systems is closed.

    Attributes
    ----------
    firm
        How many a stated black-out or the town's closed dates close.
    any
        How many are closed for whatever reason, inferred ones included.
    """

    first: int
    last: int
    firm: int
    any: int

    def kind(self, total: int) -> tuple[BarKind, ...]:
        """Return what is drawn on these days, for so many systems in all."""
        found: list[BarKind] = []
        if self.any == total > self.firm:
            found.append("inferred")
        if self.firm:
            found.append("stated" if self.firm == total else "stated_some")
        elif 0 < self.any < total:
            found.append("inferred_some")
        return tuple(found)


_SHARED: tuple[BarKind, ...] = ("inferred", "inferred_some", "stated", "stated_some")


def _segments(held: list[tuple[Closure, ...]]) -> Iterator[_Segment]:
    """Yield the days on which some systems are closed, counted by systems."""
    firm: Counter[int] = Counter()
    either: Counter[int] = Counter()
    for own in held:
        sure = (span for each in own if each.kind != "inferred" for span in each.spans)
        _count(sure, firm)
        _count((span for each in own for span in each.spans), either)
    edges = sorted({*firm, *either})
    sure_now = now = 0
    for first, after in pairwise(edges):
        sure_now += firm[first]
        now += either[first]
        if now:
            yield _Segment(first, after - 1, sure_now, now)


def _count(spans: Iterable[Span], turns: Counter[int]) -> None:
    """Add where the spans of one system begin and end, overlapping ones once."""
    end = 0
    for first, last in sorted(spans):
        begins, ends = max(first.toordinal(), end), last.toordinal() + 1
        if ends > begins:
            turns[begins] += 1
            turns[ends] -= 1
            end = ends


def _shared(
    kind: BarKind, segments: list[_Segment], total: int, style: Style
) -> Iterator[Bar]:
    """Yield the bars of a kind; neighbouring days that say the same are one."""
    own = [each for each in segments if kind in each.kind(total)]
    told = {
        each: _words(kind, each.firm if kind == "stated_some" else each.any, total)
        for each in own
    }
    for title, run in groupby(own, key=lambda each: told[each].into(style)):
        yield from _joined(kind, list(run), title)


def _joined(kind: BarKind, run: list[_Segment], title: str) -> Iterator[Bar]:
    first = run[0].first
    for each, after in pairwise([*run, None]):
        assert each is not None
        if after is None or after.first > each.last + 1:
            begins, ends = date.fromordinal(first), date.fromordinal(each.last)
            yield Bar(kind, begins, ends, title)
            first = after.first if after else first


def _words(kind: BarKind, number: int, total: int) -> Text:
    """Return what a bar of several systems says."""
    if kind == "stated_some":
        return text("black-out of {n} of {all} systems", n=number, all=total)
    if kind == "inferred_some":
        return text("black-out of {n} of {all} systems, inferred", n=number, all=total)
    what = _KINDS["stated" if kind == "stated" else "inferred"]
    return text("{what} ({name})", what=what, name=text("all systems of this row"))
