"""Outputs in pages against outputs of programs; a line of … stands for any lines."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

OMITTED = "…"


def matches(expected: Sequence[str], actual: Sequence[str]) -> bool:
    """Return whether an output is what a page shows, but for what it leaves out."""
    first, *others = _parts(expected)
    if not others:
        return list(actual) == first
    if list(actual[: len(first)]) != first:
        return False
    place = len(first)
    *middle, last = others
    for part in middle:
        found = _find(part, actual, place + 1)
        if found is None:
            return False
        place = found + len(part)
    # Something is left out between the parts, else the page should not say so.
    return len(actual) - len(last) > place and list(
        actual[len(actual) - len(last) :]
    ) == list(last)


def updated(expected: Sequence[str], actual: Sequence[str]) -> list[str]:
    """Return an output for a page, which leaves out the like of what it left out."""
    if matches(expected, actual):
        return list(expected)
    first, *others = _parts(expected)
    if not others:
        return list(actual)
    written, place = list(actual[: len(first)]), len(first)
    *middle, last = others
    end = len(actual) - len(last)
    for part in middle:
        place = _likest(part, actual[: end - len(part)], place + 1)
        written += [OMITTED, *actual[place : place + len(part)]]
        place += len(part)
    return [*written, OMITTED, *actual[max(end, place) :]]


def _parts(expected: Sequence[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for line in expected:
        if line == OMITTED:
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


def _find(part: list[str], actual: Sequence[str], start: int) -> int | None:
    places = range(start, len(actual) - len(part) + 1)
    return next(
        (place for place in places if list(actual[place:][: len(part)]) == part), None
    )


def _likest(part: list[str], actual: Sequence[str], start: int) -> int:
    def likeness(place: int) -> float:
        return SequenceMatcher(None, part[0], actual[place]).ratio()

    return max(range(start, len(actual)), key=likeness, default=start)
