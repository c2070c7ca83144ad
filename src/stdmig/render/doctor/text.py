"""The state of this machine as a page for people (動作環境の画面)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.render.cells import fit, width, wrap
from stdmig.render.doctor.checkup import STATES, Check, Checkup, State
from stdmig.render.one_line import one_line
from stdmig.render.painted import Line, Part, line, page
from stdmig.render.screen import Screen
from stdmig.words import Style, in_style, text

_PAINT: dict[State, str] = {"ok": "green", "note": "cyan", "problem": "bold red"}


def doctor_text(checkup: Checkup, screen: Screen) -> str:
    """Return the page: a line for each part, and what to do where something is."""
    style = screen.style
    states = max(width(each.into(style)) for each in STATES.values())
    names = max((width(each.name.into(style)) for each in checkup.checks), default=0)
    lines = [line(Part(checkup.summary.into(style), "bold")), line("")]
    for check in checkup.checks:
        lines += _check(check, screen, states, names)
    return page(lines, colour=screen.colour)


def _check(check: Check, screen: Screen, states: int, names: int) -> Iterator[Line]:
    style = screen.style
    state = fit(STATES[check.state].into(style), states)
    head = f"{state}  {fit(check.name.into(style), names)}  "
    indent = " " * width(head)
    first, *more = wrap(head + _told(check.says, style), screen.width, indent)
    yield line(Part(first[: len(state)], _PAINT[check.state]), first[len(state) :])
    yield from map(line, more)
    if check.help is not None:
        told = text("What to do: {help}", help=_told(check.help, style)).into(style)
        yield from map(line, wrap(indent + told, screen.width, indent))


def _told(words: object, style: Style) -> str:
    return one_line(in_style(words, style))
